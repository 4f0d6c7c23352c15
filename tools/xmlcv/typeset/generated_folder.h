#pragma once

#include <filesystem>

#include "cv/model.h"
#include "latex/moderncv.h"

namespace xmlcv {

// Writes all that TeX needs into a folder: cv.tex, cv-body.tex, xmlcv.sty, a latexmkrc and the
// photo. It stands alone: plain latexmk compiles it where xmlcv is unknown. cv_folder: where the
// XML file is. Throws Failure (machine_failed).
void write_generated_folder(const std::filesystem::path& folder, const LatexDocument& document,
                            const Cv& cv, const std::filesystem::path& cv_folder);

// TeX looks for packages and settings in its own folder first, and Lua in them may read and write
// any file (LuaTeX 1.15): a folder that came with somebody's CV must hold none. Throws Failure
// (wrong_usage).
void refuse_code_of_others(const std::filesystem::path& folder);

}  // namespace xmlcv
