#include "feedback/overfull.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "feedback/xml_words.h"
#include "text/utf8.h"
#include "typeset/box_display.h"

namespace xmlcv {
namespace {

constexpr double scaled_points_per_point = 65536;
constexpr double millimetres_per_point = 25.4 / 72.27;
// Less than this nobody sees.
constexpr double tolerance = 2;

std::string millimetres(double points) {
  return fmt::format("{:.0f} mm", std::max(1.0, points * millimetres_per_point));
}

double points(long scaled_points) {
  return static_cast<double>(scaled_points) / scaled_points_per_point;
}

// Of a long word its end.
std::string in_quotes(std::string_view word) {
  constexpr std::ptrdiff_t most = 40;
  std::size_t begin = word.size();
  std::ptrdiff_t letters = 0;
  while (begin > 0 && letters <= most) {
    --begin;
    if ((word[begin] & 0xC0) != 0x80) ++letters;
  }
  if (letters <= most) return fmt::format("“{}”", word);
  return fmt::format("“…{}”", word.substr(begin + utf8_length(word[begin])));
}

// What sticks out of a line: its last word, as the XML has it, at the leaf that holds it. Behind
// raw LaTeX, a box may be the last; behind other text, it is a marker.
struct JuttingWord {
  std::string word;
  Location location;  // of the call, if more than one of its leaves holds the word, or none
};

std::string last_word(const OverfullLine& line, bool is_raw) {
  const std::string_view display = line.display;
  const auto shown = display.substr(0, display.find_last_not_of(' ') + 1);
  if (is_raw && shown.ends_with("[]")) return "";
  auto words = words_of_box(line.display);
  words.erase(words.find_last_not_of(' ') + 1);
  const auto blank = words.rfind(' ');
  if (blank != std::string::npos) words.erase(0, blank + 1);
  return words;
}

JuttingWord find_word(const OverfullLine& line, const SourceMap::Call& call, const SourceMap& map) {
  const auto shown = last_word(line, call.tex.has_value());
  JuttingWord result{call.tex ? word_of_xml(*call.tex, shown) : "", call.location};
  const auto leaves = map.leaves_of(call);
  std::size_t holders = 0;
  for (const auto leaf : leaves) {
    const auto location = map.leaf(leaf).location;
    const auto word = word_of_xml(location, shown);
    if (!word.empty()) ++holders;
    if (holders == 1 && !word.empty()) result = {word, location};
  }
  if (holders > 1) result.location = call.location;
  if (leaves.size() == 1) result.location = map.leaf(leaves[0]).location;
  return result;
}

// The place of what is too high for a page: raw LaTeX that stands between what the pages before
// and behind hold, or the first text of the page.
std::optional<Location> find_on_page(long page, const Positions& positions, const SourceMap& map) {
  std::size_t after = 0;
  std::size_t before = std::numeric_limits<std::size_t>::max();
  std::optional<Location> first;
  for (const auto& marker : positions.markers) {
    if (marker.leaf == 0 || marker.leaf > map.size()) continue;
    const auto& leaf = map.leaf(marker.leaf);
    if (marker.page < page) after = std::max(after, leaf.line);
    if (marker.page > page) before = std::min(before, leaf.line);
    if (marker.page == page && !first) first = leaf.location;
  }
  for (const auto& line : map.raw_lines()) {
    if (line.first_line > after && line.last_line < before) return line.tex;
  }
  return first;
}

}  // namespace

void check_widths(const TexLog& log, const Positions& positions, const SourceMap& map,
                  Diagnostics& diagnostics) {
  struct Worst {
    double points;
    JuttingWord what;
  };
  std::map<std::size_t, Worst> worst;  // by the place in the XML
  for (const auto& line : log.overfull_lines) {
    const auto call = map.call_at(line.line);
    if (line.points < tolerance || !call) continue;
    const Worst found{line.points, find_word(line, *call, map)};
    auto& known = worst.try_emplace(found.what.location.offset, found).first->second;
    if (found.points > known.points) known = found;
  }
  for (const auto& [offset, overfull] : worst) {
    const auto& [word, location] = overfull.what;
    const auto what = word.empty() ? std::string("text") : in_quotes(word);
    const std::string hint =
        word.empty()
            ? ""
            : "a word is too long for a line: shorten it, or put blanks where it may break";
    if (overfull.points >= points(positions.paper.right_margin)) {
      diagnostics.error(location, fmt::format("{} runs off the page's right edge", what), hint);
    } else {
      diagnostics.warning(
          location,
          fmt::format("{} is {} too wide for its column", what, millimetres(overfull.points)),
          hint);
    }
  }
}

void check_heights(const TexLog& log, const Positions& positions, const SourceMap& map,
                   Diagnostics& diagnostics) {
  for (const auto& found : log.overfull_pages) {
    if (found.points < tolerance) continue;
    const auto location = find_on_page(static_cast<long>(found.page), positions, map);
    if (found.points >= points(positions.paper.bottom_margin)) {
      diagnostics.error(location.value_or(Location{}),
                        fmt::format("page {} runs off the paper's lower edge", found.page),
                        "what cannot be divided must fit on a page");
    } else {
      diagnostics.warning(
          location.value_or(Location{}),
          fmt::format("page {} is {} too long", found.page, millimetres(found.points)));
    }
  }
}

}  // namespace xmlcv
