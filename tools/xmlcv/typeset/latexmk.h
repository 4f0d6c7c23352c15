#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "latex/moderncv.h"

namespace xmlcv {

struct Typesetting {
  bool good;           // a PDF was made, and is up to date
  bool timed_out;      // stopped at the time limit
  bool flooded;        // stopped because it wrote more than any CV needs
  std::string output;  // what latexmk printed
};

// Called as a pass begins, with its number and the files whose change is the reason; none are
// named if it is the first of all.
using OnPass = std::function<void(int pass, std::string_view changed)>;

// Runs latexmk with the document's engine on cv.tex in a folder: no shell escape, no file read or
// written outside the folder, TeX's own trees and those of the fonts, never waiting at a prompt,
// the first error stops. TeX leaves cv.pdf and cv.synctex, uncompressed. with_format: the preamble
// comes from cv.fmt. Throws Failure (missing_program) if latexmk or the engine is not installed,
// and Interrupted.
Typesetting typeset(const std::filesystem::path& folder, const LatexDocument& document,
                    bool with_format, std::chrono::seconds limit, const OnPass& on_pass);

}  // namespace xmlcv
