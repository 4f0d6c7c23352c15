#include "bibliography/bib_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "bibliography/bib_moment.h"
#include "cv/dates.h"
#include "cv/phrases.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

bool is_plain_year(const std::string& year) {
  return year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
}

bool is_doubtful(const BibMoment& moment) { return moment.uncertain || moment.approximate; }

// What the fields of a date say: points of time, or words in place of the year.
class DateReader {
 public:
  DateReader(const BibFields& fields, const std::string& prefix, Diagnostics& diagnostics)
      : fields_(fields), prefix_(prefix), diagnostics_(diagnostics) {}

  // Nothing where there is none, and where it is wrong.
  std::optional<BibSpan> read();
  Location location() const { return location_; }

 private:
  std::optional<BibSpan> by_date(const Words& date, const std::optional<Words>& year,
                                 const std::optional<Words>& month);
  std::optional<BibSpan> by_year(const Words& year);
  bool add_month(const Words& month, BibSpan& span);
  bool add_days(const Words& days, BibSpan& span);
  bool refuse(const Words& found, std::string_view expected, std::string hint = {});

  const BibFields& fields_;
  const std::string& prefix_;
  Diagnostics& diagnostics_;
  Location location_;
};

constexpr std::string_view a_date = "a date such as 2019, 2019-04-30 or 2019/2021";
constexpr std::string_view a_month = "a month such as oct, October or Spring";

std::optional<BibSpan> DateReader::read() {
  const auto date = fields_.written_verbatim(prefix_ + "date");
  const auto year = fields_.written(prefix_ + "year");
  auto month = fields_.written(prefix_ + "month");
  if (!month) month = fields_.written(prefix_ + "yeardivision");
  const auto day = fields_.written(prefix_ + "day");
  const auto distance = fields_.distance(prefix_ + "date");
  if (date && distance <= fields_.distance(prefix_ + "year")) {
    const auto beside = [&](const char* part, const std::optional<Words>& words) {
      return fields_.distance(prefix_ + part) == distance ? words : std::nullopt;
    };
    return by_date(*date, beside("year", year), beside("month", month));
  }
  if (!year) {
    if (month) refuse(*month, "a year beside the month");
    if (day) refuse(*day, "a year beside the day");
    return std::nullopt;
  }
  location_ = year->location;
  auto result = by_year(*year);
  if (!result || (month && !add_month(*month, *result))) return std::nullopt;
  if (!day) return result;
  if (month) return add_days(*day, *result) ? result : std::nullopt;
  refuse(*day, "a month beside the day");
  return std::nullopt;
}

// The year and month beside a date must say the same.
std::optional<BibSpan> DateReader::by_date(const Words& date, const std::optional<Words>& year,
                                           const std::optional<Words>& month) {
  location_ = date.location;
  auto result = parse_edtf(date.value);
  if (!result) {
    refuse(date, a_date);
    return std::nullopt;
  }
  const auto says = [&](const Words& words) {
    return words.value.find(result->begin.year) != std::string::npos;
  };
  if (year && !says(*year)) refuse(*year, fmt::format("the year of the date, {}", date.value));
  if (!month || result->begin.month == 0) return result;
  const auto parsed = parse_month(month->value);
  if (!parsed || parsed->begin.month != result->begin.month) {
    refuse(*month, fmt::format("the month of the date, {}", date.value));
  }
  return result;
}

// Else words: in press.
std::optional<BibSpan> DateReader::by_year(const Words& year) {
  static const std::regex years(R"((\d{4}) ?(?:–|-{1,3}|/) ?(\d{4}|\d\d))");
  static const std::regex numbers(R"((?:[-\d/. ]|–)+)");
  const auto& text = year.value;
  std::smatch match;
  if (std::regex_match(text, match, years)) {
    const BibSpan range{{match[1]}, {match[2]}, true};
    if (match[2].length() == 4 && is_possible(range)) return range;
    // 2019/20 is the year after, whatever else it may be.
    const int next = (std::stoi(match[1]) + 1) % 100;
    if (match[2].length() == 2 && std::stoi(match[2]) == next) return BibSpan{{text}, {}, false};
  }
  if (auto date = parse_edtf(text)) return date;
  if (auto date = parse_month(text); date && !date->begin.year.empty()) {
    if (is_possible(*date)) return date;
    refuse(year, a_date);
    return std::nullopt;
  }
  if (std::regex_match(text, numbers) || text.find_first_of("\\{}~") != std::string::npos) {
    refuse(year, "a year such as 2019, or words such as in press");
    return std::nullopt;
  }
  return BibSpan{{text}, {}, false};
}

bool DateReader::add_month(const Words& month, BibSpan& span) {
  auto parsed = parse_month(month.value);
  if (!parsed) {
    return refuse(month, a_month, "what is no month belongs into the field note");
  }
  if (span.begin.has_month()) return refuse(month, "no month beside a year that has one");
  if (span.is_range != parsed->is_range && span.is_range) {
    return refuse(month, "a month of each of the two years");
  }
  const auto fits = [](BibMoment& to, const BibMoment& from) {
    const bool same_year = from.year.empty() || from.year == to.year;
    to.month = from.month;
    to.season = from.season;
    to.day = from.day;
    return same_year;
  };
  if (parsed->is_range && !span.is_range) span.end = span.begin;
  span.is_range = parsed->is_range;
  const bool same =
      fits(span.begin, parsed->begin) && (!span.is_range || fits(span.end, parsed->end));
  if (!same || !is_possible(span)) return refuse(month, "days and months in their order");
  return true;
}

bool DateReader::add_days(const Words& days, BibSpan& span) {
  const auto parsed = parse_days(days.value);
  if (!parsed) return refuse(days, "a day such as 12 or 12--15");
  if (span.is_range || span.begin.month == 0) return refuse(days, "one month beside the day");
  if (span.begin.day != 0 && (span.begin.day != parsed->first || parsed->last != parsed->first)) {
    return refuse(days, "the day that the month says");
  }
  span.begin.day = parsed->first;
  span.is_range = parsed->last != parsed->first;
  if (span.is_range) {
    span.end = span.begin;
    span.end.day = parsed->last;
  }
  return is_possible(span) || refuse(days, "a day that the month has");
}

bool DateReader::refuse(const Words& found, std::string_view expected, std::string hint) {
  diagnostics_.error(found.location,
                     fmt::format("expected {}, found \"{}\"", expected, found.value),
                     std::move(hint));
  return false;
}

Date date_of(const BibMoment& moment) {
  return {{}, std::stoi(moment.year), moment.month, moment.day};
}

std::string in_doubt(const BibMoment& moment, const std::string& words) {
  return (moment.approximate ? "ca. " : "") + words + (moment.uncertain ? "?" : "");
}

std::string month_of(const BibMoment& moment, CvWords& words, Location at) {
  if (moment.season == 0) return format_month(moment.month, moment.day, words.language());
  return std::string(words.of_publications(std::to_string(moment.season), at));
}

std::string words_of(const BibMoment& moment, CvWords& words, Location at) {
  if (moment.season != 0) {
    return in_doubt(moment, month_of(moment, words, at) + " " + moment.year);
  }
  if (!is_plain_year(moment.year)) return moment.year;
  return in_doubt(moment, format_date(date_of(moment), words.language(), true));
}

std::string joined(const std::string& from, const std::string& to) {
  const bool spaced = from.find(' ') != std::string::npos || to.find(' ') != std::string::npos;
  return from + (spaced && !from.empty() && !to.empty() ? " – " : "–") + to;
}

std::string words_of(const BibSpan& span, CvWords& words, Location at) {
  if (!span.is_range) return words_of(span.begin, words, at);
  const auto is_simple = [](const BibMoment& moment) {
    return moment.month != 0 && is_plain_year(moment.year) && !is_doubtful(moment);
  };
  if (is_simple(span.begin) && is_simple(span.end) &&
      (span.begin.day == 0) == (span.end.day == 0)) {
    return format_interval(date_of(span.begin), date_of(span.end), words.language());
  }
  if (span.begin.season != 0 && span.end.season != 0 && span.begin.year == span.end.year) {
    return month_of(span.begin, words, at) + " – " + words_of(span.end, words, at);
  }
  return joined(words_of(span.begin, words, at), words_of(span.end, words, at));
}

// The year alone, as it is set apart.
std::string year_words(const BibSpan& span) {
  const auto year = [](const BibMoment& moment) { return in_doubt(moment, moment.year); };
  return span.is_range ? year(span.begin) + "–" + year(span.end) : year(span.begin);
}

// What more of it is to be said than the year.
std::optional<std::string> exact_words(const BibSpan& span, CvWords& words, Location at) {
  const bool has_month = span.begin.has_month() || span.end.has_month();
  if (!has_month) return std::nullopt;
  if (is_plain_year(span.begin.year) || is_plain_year(span.end.year)) {
    return words_of(span, words, at);
  }
  const auto begin = month_of(span.begin, words, at);
  return span.is_range ? joined(begin, month_of(span.end, words, at)) : begin;
}

}  // namespace

BibDate read_bib_date(const BibFields& fields, CvWords& words, Diagnostics& diagnostics) {
  static const std::string prefix;
  DateReader reader(fields, prefix, diagnostics);
  const auto span = reader.read();
  if (!span) return {};
  BibDate result;
  const auto& [begin, end, is_range] = *span;
  const bool one_year = !is_range || begin.year == end.year;
  if (one_year && is_plain_year(begin.year) && begin.season == 0 && !is_doubtful(begin) &&
      !is_doubtful(end)) {
    result.period.date = date_of(begin);
    result.period.date->location = reader.location();
    if (!is_range) return result;
  } else if (!is_range && begin.season != 0) {
    result.period.when = text_of(words_of(begin, words, reader.location()), reader.location());
    return result;
  } else {
    result.period.when =
        text_of(one_year ? in_doubt(begin, begin.year) : year_words(*span), reader.location());
  }
  if (const auto more = exact_words(*span, words, reader.location())) {
    result.exact = text_of(*more, reader.location());
  }
  return result;
}

std::optional<Text> read_bib_date_words(const BibFields& fields, const std::string& prefix,
                                        CvWords& words, Diagnostics& diagnostics) {
  DateReader reader(fields, prefix, diagnostics);
  const auto span = reader.read();
  if (!span) return std::nullopt;
  return text_of(words_of(*span, words, reader.location()), reader.location());
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
