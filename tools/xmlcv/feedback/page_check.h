#pragma once

#include "latex/source_map.h"
#include "text/diagnostics.h"
#include "typeset/positions.h"

namespace xmlcv {

// Proves that every leaf begins and ends on a page, inside its edges, by where TeX set it. TeX
// itself ends with status 0 when text runs off the page.
void check_pages(const Positions& positions, const SourceMap& map, Diagnostics& diagnostics);

}  // namespace xmlcv
