#include "positions.h"

#include <sstream>
#include <string>

namespace xmlcv {

Positions parse_positions(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string word;
  Positions result;
  words >> word >> result.paper.width >> result.paper.height >> result.paper.right_margin;
  Positions::Marker marker{};
  while (words >> marker.leaf >> word >> marker.page >> marker.x >> marker.y) {
    marker.begins = word == "begin";
    result.markers.push_back(marker);
  }
  return result;
}

}  // namespace xmlcv
