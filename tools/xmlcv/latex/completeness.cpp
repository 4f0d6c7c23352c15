#include "latex/completeness.h"

#include <algorithm>
#include <iterator>
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
    const auto one_source = std::ranges::find(sources_, location.source, &OfSource::source);
    return one_source != sources_.end() && one_source->offsets[location.offset];
  }

 private:
  struct OfSource {
    const Source* source;
    std::vector<bool> offsets;
  };

  void add(Location location) {
    if (location.source == nullptr) return;
    auto one_source = std::ranges::find(sources_, location.source, &OfSource::source);
    if (one_source == sources_.end()) {
      sources_.push_back({location.source, std::vector<bool>(location.source->text().size() + 1)});
      one_source = std::prev(sources_.end());
    }
    one_source->offsets[location.offset] = true;
  }

  std::vector<OfSource> sources_;  // few: the XML and its .bib files
};

}  // namespace

RequiredLeaves::RequiredLeaves(const Cv& cv) {
  const auto add = [this](std::initializer_list<std::optional<Location>> one_of) {
    for (const auto& place : one_of) {
      if (place) places_.push_back({*place, true});
    }
    places_.back().or_next = false;
  };
  visit_leaves(cv, {add, [&add](const RawLatex& tex) { add({tex.location}); }, [](Unprinted) {}});
}

void RequiredLeaves::require_in(const SourceMap& map) const {
  const Places written(map);
  for (auto place = places_.begin(); place != places_.end(); ++place) {
    const Location first = place->location;
    bool is_written = written.hold(first);
    while (place->or_next) is_written = written.hold((++place)->location) || is_written;
    if (!is_written) throw InternalError(first, "this was not written");
  }
}

}  // namespace xmlcv
