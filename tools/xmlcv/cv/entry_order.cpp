#include "cv/entry_order.h"

#include <algorithm>

#include "cv/dates.h"

namespace xmlcv {
namespace {

// Nothing where it goes on, or where words say when it was.
std::optional<Date> end_of(const Period& period) {
  if (period.present || period.when) return std::nullopt;
  return period.to ? period.to : period.date;
}

const std::optional<Date>& beginning_of(const Period& period) {
  return period.from ? period.from : period.date;
}

class Order {
 public:
  explicit Order(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void content(const std::vector<Content>& content) {
    const Entry* last = nullptr;
    for (const auto& block : content) {
      if (const auto* group = std::get_if<Group>(&block.value)) this->content(group->content);
      const auto* boxed = std::get_if<Boxed<Entry>>(&block.value);
      if (boxed == nullptr) continue;
      const Entry& entry = *boxed;
      if (last != nullptr) compare(*last, entry);
      this->content(entry.content);
      last = &entry;
    }
  }

 private:
  void compare(const Entry& first, const Entry& second) {
    const auto end = end_of(first.period);
    const auto& beginning = beginning_of(second.period);
    if (!end || !beginning || !before(*end, *beginning)) return;
    diagnostics_.note(first.location, "this entry is older than the one behind it");
  }

  Diagnostics& diagnostics_;
};

}  // namespace

void note_order_of_entries(const Cv& cv, Diagnostics& diagnostics) {
  Order order(diagnostics);
  for (const auto& section : cv.sections) order.content(section.content);
}

}  // namespace xmlcv
