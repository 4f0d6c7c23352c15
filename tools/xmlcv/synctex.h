#pragma once

#include <string>
#include <string_view>

#include "positions.h"
#include "source_map.h"

namespace xmlcv {

// What a viewer needs to go from a word of the PDF to the XML and back, in the format of SyncTeX.
// of_tex: what TeX wrote, uncompressed, or nothing, which gives a file that knows no word. xml: the
// absolute path of the XML. The sources that the result names are the XML and the .bib files; each
// text of the PDF is a box in it, with the line on which its source has the words.
std::string map_synctex(std::string_view of_tex, const Positions& positions, const SourceMap& map,
                        const std::string& xml);

}  // namespace xmlcv
