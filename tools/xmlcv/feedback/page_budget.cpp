#include "feedback/page_budget.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace xmlcv {
namespace {

struct Pages {
  long first = 0;  // 0: on none
  long last = 0;
};

// By the number of the leaf. What stands in a foot is on every page, and counts for the first.
std::vector<Pages> pages_of_leaves(const Positions& positions, const SourceMap& map) {
  std::vector<Pages> result(map.size() + 1);
  for (const auto& marker : positions.markers) {
    if (marker.leaf == 0 || marker.leaf > map.size()) continue;
    auto& page = marker.begins ? result[marker.leaf].first : result[marker.leaf].last;
    if (page == 0) page = marker.page;
  }
  return result;
}

}  // namespace

void check_page_budget(const Positions& positions, long pages, const SourceMap& map,
                       Diagnostics& diagnostics) {
  const auto all = pages_of_leaves(positions, map);
  const auto beyond =
      std::ranges::find_if(all, [pages](const Pages& leaf) { return leaf.last > pages; });
  if (beyond == all.end()) return;
  const long count = std::ranges::max(all, {}, &Pages::last).last;
  const auto leaf = static_cast<std::size_t>(beyond - all.begin());
  diagnostics.error(
      map.leaf(leaf).location,
      fmt::format("from here on the CV is on page {}: it has {} pages, and may have {}",
                  beyond->last, count, pages),
      "shorten it, or give it more room: a smaller font-size, a larger text-area, another style");
}

void tell_pages(const Positions& positions, const SourceMap& map, Diagnostics& diagnostics) {
  const auto leaves = pages_of_leaves(positions, map);
  std::map<std::size_t, Pages> calls;  // by their first line
  for (std::size_t leaf = 1; leaf <= map.size(); ++leaf) {
    const auto call = map.call_at(map.leaf(leaf).line);
    if (!call || leaves[leaf].first == 0) continue;
    auto& pages = calls.try_emplace(call->first_line, leaves[leaf]).first->second;
    pages.last = std::max(pages.last, leaves[leaf].last);
  }
  for (const auto& [line, pages] : calls) {
    diagnostics.note(map.call_at(line)->location,
                     pages.first == pages.last
                         ? fmt::format("on page {}", pages.first)
                         : fmt::format("on pages {} to {}", pages.first, pages.last));
  }
}

}  // namespace xmlcv
