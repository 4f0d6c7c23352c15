#pragma once

#include <filesystem>
#include <vector>

#include "diagnostics.h"
#include "moderncv.h"
#include "tex_log.h"

namespace xmlcv {

// TeX's errors as diagnostics at the XML. What cannot be placed is shown as TeX says it, with
// the path of the log. Throws Failure (missing_program) for a package that is not installed.
void map_errors(const std::vector<TexError>& errors, const LatexDocument& document,
                const std::filesystem::path& log, Diagnostics& diagnostics);

}  // namespace xmlcv
