#include "feedback/page_check.h"

#include <vector>

namespace xmlcv {
namespace {

// What is known of a leaf's two markers. A leaf that stands in a header is set on many pages.
struct Seen {
  bool begin = false;
  bool end = false;
  bool outside = false;
};

bool is_inside(const Positions::Marker& marker, const Positions::Paper& paper) {
  return marker.x >= 0 && marker.x <= paper.width && marker.y >= 0 && marker.y <= paper.height;
}

}  // namespace

void check_pages(const Positions& positions, const SourceMap& map, Diagnostics& diagnostics) {
  std::vector<Seen> seen(map.size() + 1);
  for (const auto& marker : positions.markers) {
    if (marker.leaf == 0 || marker.leaf > map.size()) continue;
    auto& leaf = seen[marker.leaf];
    (marker.begins ? leaf.begin : leaf.end) = true;
    if (!is_inside(marker, positions.paper)) leaf.outside = true;
  }
  for (std::size_t leaf = 1; leaf <= map.size(); ++leaf) {
    if (!seen[leaf].begin || !seen[leaf].end) {
      diagnostics.error(map.leaf(leaf).location, "this text is on no page of the PDF");
    } else if (seen[leaf].outside) {
      diagnostics.error(map.leaf(leaf).location, "this text runs off the page");
    }
  }
}

}  // namespace xmlcv
