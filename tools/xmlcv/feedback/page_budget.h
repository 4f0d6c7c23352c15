#pragma once

#include "latex/source_map.h"
#include "text/diagnostics.h"
#include "typeset/positions.h"

namespace xmlcv {

// Refuses the first text that does not end within so many pages.
void check_page_budget(const Positions& positions, long pages, const SourceMap& map,
                       Diagnostics& diagnostics);

// Notes for each element that TeX was given which page it is on.
void tell_pages(const Positions& positions, const SourceMap& map, Diagnostics& diagnostics);

}  // namespace xmlcv
