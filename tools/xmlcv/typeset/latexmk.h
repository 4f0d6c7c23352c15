#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "latex/moderncv.h"
#include "machine/folder.h"
#include "typeset/kept_run.h"

namespace xmlcv {

// Why TeX was stopped: at a limit of time, because nothing ran, or because it wrote more, or
// started more processes, than any CV needs.
enum class Stop { cpu, clock, idle, bytes, processes };

struct Typesetting {
  bool good;  // a PDF was made, or is up to date
  std::optional<Stop> stop;
  bool disk_is_full;   // where it ran
  std::string output;  // what latexmk printed
  RunResults results;  // if it is not good, the log alone: its end, if it is long
};

// Called as a pass begins, with its number and the files whose change is the reason; none are
// named if it is the first of all.
using OnPass = std::function<void(int pass, std::string_view changed)>;

// Runs latexmk with the document's engine on the generated files, in a fresh folder of this user,
// unless the run that was kept is still good: no shell escape, no file read or written outside the
// folder, TeX's own trees and those of the fonts, never waiting at a prompt, the first error stops.
// format: holds the preamble; none: cv.tex has it. Throws Failure (missing_program if latexmk or
// the engine is not installed) and Interrupted.
Typesetting typeset(const std::vector<NewFile>& files, const LatexDocument& document,
                    const std::optional<std::filesystem::path>& format, const KeptRun& kept,
                    std::chrono::seconds limit, const OnPass& on_pass);

}  // namespace xmlcv
