#pragma once

#include "cv/model.h"
#include "latex/source_map.h"

namespace xmlcv {

// Throws InternalError at the first leaf of the CV that the source map does not have. What is on no
// page is a row of the table in cv/leaves.h.
void require_complete(const Cv& cv, const SourceMap& map);

}  // namespace xmlcv
