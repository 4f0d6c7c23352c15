#include "bibliography/biber_log.h"

#include <algorithm>
#include <array>
#include <regex>
#include <sstream>

namespace xmlcv {
namespace {

constexpr auto judged_by_xmlcv = std::to_array<std::string_view>(
    {"is not an integer", "Overwriting field 'year'", "Overwriting field 'month'",
     "Duplicate entry key", "Invalid format '", "undefined macro", "find a database entry for",
     "references XDATA entry", "ISBN '"});

bool is_judged_by_xmlcv(const std::string& text) {
  return std::ranges::any_of(judged_by_xmlcv, [&text](std::string_view words) {
    return text.find(words) != std::string::npos;
  });
}

// "BibTeX subsystem: /tmp/biber_tmp_x/refs.utf8, line 6, warning: undefined macro "acm"": the line
// is that of the .bib, of which biber made a copy.
BiberMessage message_of(bool is_error, std::string text) {
  static const std::regex with_line(R"(^BibTeX subsystem: .*, line (\d+), [a-z ]+: (.*)$)");
  static const std::regex with_key(R"([Ee]ntry '([^']+)')");
  BiberMessage result{is_error, std::move(text), 0, ""};
  std::smatch match;
  if (std::regex_match(result.text, match, with_line)) {
    result.line = std::stoul(match[1]);
    result.text = std::string(match[2]);
  } else if (std::regex_search(result.text, match, with_key)) {
    result.key = match[1];
  }
  // What says nothing to a reader: the copy's name, and the number of the only part there is.
  for (const std::string_view noise : {" (refs.bib)", " (section 99999)"}) {
    const auto found = result.text.find(noise);
    if (found != std::string::npos) result.text.erase(found, noise.size());
  }
  // "Entry 'k': " of 2.18, which is "article entry 'k': " in 2.20: the place says it.
  static const std::regex about(R"(^(?:\w+ )?[Ee]ntry '[^']+': (.*)$)");
  if (std::regex_match(result.text, match, about)) result.text = std::string(match[1]);
  return result;
}

}  // namespace

// [132] Utils.pm:399> ERROR - the words
std::vector<BiberMessage> parse_biber_log(std::string_view log) {
  std::vector<BiberMessage> result;
  std::istringstream lines{std::string(log)};
  for (std::string line; std::getline(lines, line);) {
    for (const std::string_view kind : {"> ERROR - ", "> WARN - "}) {
      const auto found = line.find(kind);
      if (found == std::string::npos) continue;
      auto text = line.substr(found + kind.size());
      if (is_judged_by_xmlcv(text)) continue;
      result.push_back(message_of(kind == "> ERROR - ", std::move(text)));
    }
  }
  return result;
}

}  // namespace xmlcv
