#include "latex/source_map.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace xmlcv {

std::size_t SourceMap::add_leaf(Location location) {
  leaves_.push_back({location});
  return leaves_.size();
}

void SourceMap::place_leaf(std::size_t leaf, std::size_t line, std::size_t offset) {
  auto& placed = leaves_.at(leaf - 1);
  placed.line = line;
  placed.offset = offset;
}

std::vector<std::size_t> SourceMap::leaves_in_order() const {
  std::vector<std::size_t> result(leaves_.size());
  std::iota(result.begin(), result.end(), std::size_t{1});
  std::ranges::stable_sort(result, {},
                           [this](std::size_t leaf) { return this->leaf(leaf).offset; });
  return result;
}

std::optional<SourceMap::Call> SourceMap::call_at(std::size_t line) const {
  const auto found = std::ranges::lower_bound(calls_, line, {}, &Call::last_line);
  if (found == calls_.end() || found->first_line > line) return std::nullopt;
  return *found;
}

std::vector<SourceMap::Call> SourceMap::raw_lines() const {
  std::vector<Call> result;
  std::ranges::copy_if(calls_, std::back_inserter(result),
                       [](const Call& call) { return call.tex.has_value(); });
  return result;
}

std::vector<std::size_t> SourceMap::leaves_of(const Call& call) const {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    const std::size_t line = leaves_[i].line;
    if (line >= call.first_line && line <= call.last_line) result.push_back(i + 1);
  }
  std::ranges::stable_sort(result, {}, [this](std::size_t leaf) { return this->leaf(leaf).line; });
  return result;
}

}  // namespace xmlcv
