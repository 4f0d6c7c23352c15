#include "typeset/positions.h"

#include <algorithm>
#include <sstream>
#include <string>

namespace xmlcv {

Positions parse_positions(std::string_view text) {
  const auto end = std::min(text.find('\n'), text.size());
  std::istringstream first_line{std::string(text.substr(0, end))};
  std::istringstream words{std::string(text.substr(end))};
  std::string word;
  Positions result;
  auto& paper = result.paper;
  first_line >> word >> paper.width >> paper.height >> paper.right_margin >> paper.bottom_margin;
  Positions::Marker marker{};
  while (words >> marker.leaf >> word >> marker.page >> marker.x >> marker.y) {
    marker.begins = word == "begin";
    result.markers.push_back(marker);
  }
  return result;
}

}  // namespace xmlcv
