#include "page_check.h"

#include <fmt/format.h>

#include <sstream>
#include <string>
#include <vector>

namespace xmlcv {
namespace {

struct Paper {
  long width = 0;
  long height = 0;
  long right_margin = 0;
};

// What is known of a leaf's two markers. A leaf that stands in a header is set on many pages.
struct Seen {
  bool begin = false;
  bool end = false;
  bool outside = false;
};

bool is_inside(long x, long y, const Paper& paper) {
  return x >= 0 && x <= paper.width && y >= 0 && y <= paper.height;
}

}  // namespace

void check_pages(std::string_view positions, const SourceMap& map, Diagnostics& diagnostics) {
  std::istringstream lines{std::string(positions)};
  std::string word;
  Paper paper;
  lines >> word >> paper.width >> paper.height >> paper.right_margin;
  std::vector<Seen> seen(map.size() + 1);
  std::size_t leaf = 0;
  long page = 0;
  long x = 0;
  long y = 0;
  while (lines >> leaf >> word >> page >> x >> y) {
    if (leaf == 0 || leaf > map.size()) continue;
    (word == "begin" ? seen[leaf].begin : seen[leaf].end) = true;
    if (!is_inside(x, y, paper)) seen[leaf].outside = true;
  }
  for (leaf = 1; leaf <= map.size(); ++leaf) {
    if (!seen[leaf].begin || !seen[leaf].end) {
      diagnostics.error(map.leaf(leaf).location, "this text is on no page of the PDF");
    } else if (seen[leaf].outside) {
      diagnostics.error(map.leaf(leaf).location, "this text runs off the page");
    }
  }
}

}  // namespace xmlcv
