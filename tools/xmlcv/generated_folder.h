#pragma once

#include <filesystem>

#include "model.h"
#include "moderncv.h"

namespace xmlcv {

// Writes all that TeX needs into a folder: cv.tex, cv-body.tex, xmlcv.sty, a latexmkrc and the
// photo. It stands alone: plain latexmk compiles it where xmlcv is unknown. cv_folder: where the
// XML file is. Throws Failure (machine_failed).
void write_generated_folder(const std::filesystem::path& folder, const LatexDocument& document,
                            const Cv& cv, const std::filesystem::path& cv_folder);

}  // namespace xmlcv
