#pragma once

#include <filesystem>

namespace xmlcv {

// Whether TeX's files in a generated folder are those of its last good run, and no file that it
// read has changed since, by size and time: then latexmk, which needs 0.1 s to find that out, is
// not asked.
bool is_up_to_date(const std::filesystem::path& folder);

// Whether a file that TeX read in its last run is gone, such as a photo of another kind. latexmk
// 4.79 sees nothing to do then.
bool misses_input(const std::filesystem::path& folder);

// To be called after a good run, before anything else is written there.
void remember_run(const std::filesystem::path& folder);

}  // namespace xmlcv
