#include "cv/section_order.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace xmlcv {

void order_sections(Cv& cv) {
  const auto& kinds = cv.layout[LayoutAttribute::sections];
  if (!kinds) return;
  std::vector<std::string> order;
  std::istringstream words(*kinds);
  for (std::string kind; words >> kind;) order.push_back(kind);
  std::ranges::stable_sort(cv.sections, {}, [&order](const Section& section) {
    return std::ranges::find(order, name_of(section.kind)) - order.begin();
  });
}

}  // namespace xmlcv
