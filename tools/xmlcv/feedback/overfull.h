#pragma once

#include "latex/source_map.h"
#include "text/diagnostics.h"
#include "typeset/positions.h"
#include "typeset/tex_log.h"

namespace xmlcv {

// Whether every line of text fits into its column, and every page into its margins. TeX tells only
// in its log of what does not, and ends with status 0. What reaches the paper's edge is an error,
// less is a warning.
void check_widths(const TexLog& log, const Positions& positions, const SourceMap& map,
                  Diagnostics& diagnostics);
void check_heights(const TexLog& log, const Positions& positions, const SourceMap& map,
                   Diagnostics& diagnostics);

}  // namespace xmlcv
