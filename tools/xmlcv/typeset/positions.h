#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace xmlcv {

// Where TeX set each text, as the markers of xmlcv.sty wrote it to cv.pos. Lengths are scaled
// points (65536 to TeX's point), places from the page's lower left corner, pages from 1.
struct Positions {
  struct Paper {
    long width = 0;
    long height = 0;
    long right_margin = 0;
    long bottom_margin = 0;
  };
  struct Marker {
    std::size_t leaf;  // as the source map numbers it
    bool begins;       // the leaf; otherwise it ends
    long page;
    long x;
    long y;
  };
  Paper paper;
  std::vector<Marker> markers;  // in TeX's order; those of a foot come on every page
};

Positions parse_positions(std::string_view text);

}  // namespace xmlcv
