#pragma once

#include <string_view>

#include "diagnostics.h"
#include "source_map.h"

namespace xmlcv {

// Whether every line of text fits into its column. TeX tells only in its log of one that does
// not, and ends with status 0. What reaches the paper's edge is an error, less is a warning.
// positions: the text of cv.pos, which begins with the paper and the right margin.
void check_widths(std::string_view log, std::string_view positions, const SourceMap& map,
                  Diagnostics& diagnostics);

}  // namespace xmlcv
