#include "bibliography/bib_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "cv/dates.h"
#include "cv/phrases.h"

namespace xmlcv {
namespace {

Text words(std::string text, Location location) {
  return {location, {{Inline::Kind::text, std::move(text), {}, location}}};
}

// What is common to both ends of a range within one year.
std::optional<Date> common(const Date& start, const Date& end) {
  if (start.year != end.year) return std::nullopt;
  return Date{{}, start.year, start.month == end.month ? start.month : 0, 0};
}

std::string said(const std::string& edtf, const std::string& language) {
  static const std::regex season(R"((\d{4})-(2[1-4]))");
  static const std::regex doubtful(R"((\d{4}(?:-\d\d){0,2})([?~%]))");
  static const std::regex month(R"((.*\D.*)-\d\d(-\d\d)?)");
  std::smatch match;
  if (std::regex_match(edtf, match, season)) {
    return fmt::format("{} {}", bibliography_words(match[2].str(), language), match[1].str());
  }
  if (std::regex_match(edtf, match, doubtful)) {
    const auto date = match[1].str().substr(0, 4);
    return match[2] == "?" ? date + "?" : "ca. " + date;
  }
  // Of a year that is no number, biber 2.18 makes "in press-06".
  if (!edtf.empty() && std::isdigit(static_cast<unsigned char>(edtf[0])) == 0 &&
      std::regex_match(edtf, match, month)) {
    return match[1];
  }
  return edtf;
}

}  // namespace

Period read_bib_date(const BibEntry::Date& date, Location location, const std::string& language) {
  Period result;
  const auto start = parse_date(date.start);
  if (!date.is_range) {
    result.date = start;
  } else if (const auto end = parse_date(date.end); start && end) {
    result.date = common(*start, *end);
  }
  if (result.date) {
    result.date->location = location;
  } else if (date.is_range) {
    const auto year = [&language](const std::string& edtf) {
      const auto parsed = parse_date(edtf);
      return parsed ? std::to_string(parsed->year) : said(edtf, language);
    };
    result.when = words(year(date.start) + "–" + year(date.end), location);
  } else if (!date.start.empty()) {
    result.when = words(said(date.start, language), location);
  }
  return result;
}

int year_of(const Period& period) {
  if (period.date) return period.date->year;
  if (!period.when) return 0;
  // Of 199X the first one.
  static const std::regex year(R"(\b\d(\d{3}|\d\dX|\dXX)\b)");
  const auto& text = period.when->content.front().text;
  std::smatch match;
  if (!std::regex_search(text, match, year)) return 0;
  std::string digits = match[0];
  std::ranges::replace(digits, 'X', '0');
  return std::stoi(digits);
}

}  // namespace xmlcv
