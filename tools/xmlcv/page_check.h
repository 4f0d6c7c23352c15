#pragma once

#include <string_view>

#include "diagnostics.h"
#include "source_map.h"

namespace xmlcv {

// Whether every leaf begins and ends on a page and inside its edges. positions: the text of
// cv.pos, which xmlcv.sty writes; lengths in it are scaled points from the lower left corner.
void check_pages(std::string_view positions, const SourceMap& map, Diagnostics& diagnostics);

}  // namespace xmlcv
