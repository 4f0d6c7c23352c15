#include "cv/section_order.h"

#include <algorithm>

#include "text/white_space.h"

namespace xmlcv {

void order_sections(Cv& cv) {
  const auto& kinds = cv.layout[LayoutAttribute::sections];
  if (!kinds) return;
  const auto order = split_words(*kinds);
  std::ranges::stable_sort(cv.sections, {}, [&order](const Section& section) {
    return std::ranges::find(order, name_of(section.kind)) - order.begin();
  });
}

}  // namespace xmlcv
