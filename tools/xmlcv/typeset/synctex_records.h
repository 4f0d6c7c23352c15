#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace xmlcv {

// What TeX set, as it tells in its .synctex file. Lengths are scaled points, places from the page's
// upper left corner to the right and down.
struct SynctexRecord {
  char kind;         // [ ( begin a box with a vertical or a horizontal list, ] ) end it;
                     // h is an empty box, r a rule, k a kern, g glue, x the end of letters, $ math
  std::size_t line;  // of the TeX source, or 0 for another source
  long x;            // of a rule, a kern and of glue: behind it
  long y;
  long width;  // 0 where the record has none
  long height;
  long depth;
};

struct SynctexSheet {
  long number;  // from 1
  std::vector<SynctexRecord> records;
};

// The text of an uncompressed .synctex file. source: the name of the TeX source whose lines are
// wanted, without folders. What is not known is passed over.
std::vector<SynctexSheet> parse_synctex(std::string_view text, std::string_view source);

}  // namespace xmlcv
