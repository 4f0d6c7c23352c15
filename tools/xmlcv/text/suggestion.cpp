#include "text/suggestion.h"

#include <algorithm>
#include <vector>

namespace xmlcv {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Letters lost, added or changed, and neighbours swapped, each counted once; case is free.
std::size_t typing_errors(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view mistyped, std::span<const std::string_view> known) {
  std::string_view best;
  // One error in "li", three in "publicatoin".
  std::size_t fewest = std::max<std::size_t>(mistyped.size() / 3, 1);
  for (const auto candidate : known) {
    if (candidate.size() > mistyped.size() + 3 || mistyped.size() > candidate.size() + 3) continue;
    const auto errors = typing_errors(mistyped, candidate);
    if (errors < fewest || (best.empty() && errors == fewest)) {
      best = candidate;
      fewest = errors;
    }
  }
  return best;
}

}  // namespace xmlcv
