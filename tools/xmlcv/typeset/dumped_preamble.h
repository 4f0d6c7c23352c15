#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace xmlcv {

// The preamble of a generated folder's cv.tex as a format of pdfTeX: a pass that starts from it
// takes less than half the time, and its pages are the same (TeX Live 2022).
struct DumpedPreamble {
  bool there = false;
  std::string why_not;  // what TeX said against it, in a line
};

// Puts the format into the folder, as cv.fmt. It comes from the user's cache ($XDG_CACHE_HOME or
// ~/.cache) if nothing has changed since: the preamble, a .sty or .cls beside it, the engine, any
// file that TeX read while dumping, or which files TeX finds by those names. Otherwise it is dumped
// anew. Throws Interrupted.
DumpedPreamble dump_preamble(const std::filesystem::path& folder, std::chrono::seconds limit);

}  // namespace xmlcv
