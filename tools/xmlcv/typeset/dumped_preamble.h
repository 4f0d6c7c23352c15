#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "machine/folder.h"

namespace xmlcv {

// The preamble of a document as a format of pdfTeX, in the user's cache: a pass that starts from it
// takes less than half the time, and its pages are the same (TeX Live 2022).
struct DumpedPreamble {
  std::optional<std::filesystem::path> format;  // absolute
  std::string why_not;                          // where there is none; what TeX said, in a line
};

// preamble: of cv.tex, up to \begin{document}. files: the generated ones. The format comes from the
// cache if nothing has changed since: the preamble, a package beside it, the engine, any file that
// TeX read while dumping, or which files TeX finds by those names. Otherwise it is dumped anew.
// Throws Interrupted.
DumpedPreamble dump_preamble(const std::string& preamble, const std::vector<NewFile>& files,
                             std::chrono::seconds limit);

}  // namespace xmlcv
