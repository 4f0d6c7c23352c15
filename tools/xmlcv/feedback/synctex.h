#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "latex/source_map.h"
#include "typeset/positions.h"

namespace xmlcv {

// Of each leaf of a source map, in their order: the lines of its source, from 1, on which its words
// begin. A leaf has one line at least.
using WordLines = std::vector<std::vector<std::size_t>>;

// What a viewer needs to go from a word of the PDF to the XML and back, in the format of SyncTeX.
// of_tex: what TeX wrote, uncompressed, or nothing, which gives a file that knows no word. xml: the
// absolute path of the XML. The sources that the result names are the XML and the .bib files; each
// text of the PDF is a box in it, with the line on which its source has the words.
std::string map_synctex(std::string_view of_tex, const Positions& positions, const SourceMap& map,
                        const WordLines& lines, const std::string& xml);

}  // namespace xmlcv
