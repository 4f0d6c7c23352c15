#include "overfull.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <sstream>
#include <string>

namespace xmlcv {
namespace {

constexpr double scaled_points_per_point = 65536;
constexpr double millimetres_per_point = 25.4 / 72.27;
// Less than this nobody sees.
constexpr double tolerance = 2;

struct Overfull {
  double points;
  std::size_t line;  // in cv-body.tex
};

double right_margin(std::string_view positions) {
  std::istringstream words{std::string(positions.substr(0, positions.find('\n')))};
  std::string word;
  double width = 0;
  double height = 0;
  double margin = 0;
  words >> word >> width >> height >> margin;
  return margin / scaled_points_per_point;
}

// "Overfull \hbox (12.3pt too wide) in paragraph at lines 10--12", or "detected at line 24"
// (pdfTeX 1.40.24). Only the body sets text, so the lines are its lines.
std::optional<Overfull> parse(const std::string& line) {
  constexpr std::string_view begin = "Overfull \\hbox (";
  if (!line.starts_with(begin)) return std::nullopt;
  const auto at = std::min(line.find(" at line "), line.find(" at lines "));
  if (at == std::string::npos) return std::nullopt;
  const auto number = line.find_first_of("0123456789", at);
  if (number == std::string::npos) return std::nullopt;
  return Overfull{std::strtod(&line[begin.size()], nullptr),
                  std::strtoul(&line[number], nullptr, 10)};
}

}  // namespace

void check_widths(std::string_view log, std::string_view positions, const SourceMap& map,
                  Diagnostics& diagnostics) {
  std::map<std::size_t, Overfull> worst;  // by the place in the XML
  std::istringstream lines{std::string(log)};
  for (std::string line; std::getline(lines, line);) {
    const auto found = parse(line);
    if (!found || found->points < tolerance) continue;
    const auto call = map.call_at(found->line);
    if (!call) continue;
    auto& known = worst.try_emplace(call->location.offset, *found).first->second;
    if (found->points > known.points) known = *found;
  }
  const double margin = right_margin(positions);
  for (const auto& [offset, overfull] : worst) {
    const auto location = map.call_at(overfull.line)->location;
    const std::string hint =
        "a word is too long for a line: shorten it, or put blanks where it may break";
    if (overfull.points >= margin) {
      diagnostics.error(location, "text runs off the page's right edge", hint);
    } else {
      diagnostics.warning(location,
                          fmt::format("text is {:.0f} mm too wide for its column",
                                      std::max(1.0, overfull.points * millimetres_per_point)),
                          hint);
    }
  }
}

}  // namespace xmlcv
