#include "latex/completeness.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "cv/leaves.h"
#include "text/internal_error.h"
#include "text/source.h"

namespace xmlcv {
namespace {

// The places of a source map: of each source a bit for each offset.
class Places {
 public:
  explicit Places(const SourceMap& map) {
    for (std::size_t leaf = 1; leaf <= map.size(); ++leaf) add(map.leaf(leaf).location);
    for (const auto& call : map.raw_lines()) add(*call.tex);
  }

  bool hold(Location location) const {
    const auto found = offsets_.find(location.source);
    return found != offsets_.end() && found->second[location.offset];
  }

 private:
  void add(Location location) {
    if (location.source == nullptr) return;
    auto& offsets = offsets_[location.source];
    if (offsets.empty()) offsets.resize(location.source->text().size() + 1);
    offsets[location.offset] = true;
  }

  std::unordered_map<const Source*, std::vector<bool>> offsets_;
};

}  // namespace

void require_complete(const Cv& cv, const SourceMap& map) {
  const Places places(map);
  const auto require = [&places](std::initializer_list<std::optional<Location>> one_of) {
    const auto is_written = [&places](const auto& place) { return place && places.hold(*place); };
    if (std::ranges::any_of(one_of, is_written)) return;
    const auto first =
        std::ranges::find_if(one_of, [](const auto& place) { return place.has_value(); });
    throw InternalError(**first, "this was not written");
  };
  visit_leaves(cv, {require, [&require](const RawLatex& tex) { require({tex.location}); },
                    [](Unprinted) {}});
}

}  // namespace xmlcv
