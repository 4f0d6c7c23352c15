#pragma once

#include <filesystem>

#include "diagnostics.h"
#include "model.h"

namespace xmlcv {

// What neither grammar nor schema can say: the order of dates, parts that exclude each other, a
// photo that is there and is a picture. folder: where the XML file is.
// allow_tex: raw LaTeX is no fault.
void check_cv(const Cv& cv, const std::filesystem::path& folder, bool allow_tex,
              Diagnostics& diagnostics);

}  // namespace xmlcv
