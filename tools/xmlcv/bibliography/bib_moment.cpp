#include "bibliography/bib_moment.h"

#include <unicode/dtfmtsym.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <regex>
#include <tuple>
#include <vector>

#include "cv/phrases.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

constexpr int months_of_a_year = 12;
constexpr int spring = 21;
constexpr int winter = 24;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_plain_year(const std::string& year) { return year.size() == 4 && is_digits(year); }

std::optional<BibMoment> parse_edtf_moment(const std::string& text) {
  static const std::regex form(
      R"((\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[\d:]+(?:Z|[+-][\d:]+)?)?([?~%])?)");
  std::smatch match;
  if (!std::regex_match(text, match, form)) return std::nullopt;
  const auto number = [&match](std::size_t group) {
    const auto part = match[group].str();
    return is_digits(part) ? std::stoi(part) : 0;
  };
  BibMoment result;
  result.year = match[1];
  const int month = number(2);
  if (match[2].matched && match[2] == "00") return std::nullopt;
  (month >= spring ? result.season : result.month) = month;
  if (result.season > winter || result.month > months_of_a_year) return std::nullopt;
  result.day = number(3);
  if (match[3].matched && (match[3] == "00" || result.season != 0)) return std::nullopt;
  if (match[2].matched && result.year.ends_with('X')) return std::nullopt;
  result.uncertain = match[4] == "?" || match[4] == "%";
  result.approximate = match[4] == "~" || match[4] == "%";
  return result;
}

std::string in_lower_case(std::string_view text) {
  std::string result;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .toLower()
      .toUTF8String(result);
  return result;
}

// Names of months and seasons in lower case, without a full stop.
using Names = std::map<std::string, int, std::less<>>;

void add_months(const char* language, Names& names) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(language), code);
  if (U_FAILURE(code)) return;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const auto* months = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < count && i < months_of_a_year; ++i) {
        std::string name;
        months[i].toUTF8String(name);
        name = in_lower_case(name);
        if (name.ends_with('.')) name.pop_back();
        names.try_emplace(name, i + 1);
      }
    }
  }
}

const Names& names() {
  static const auto all = [] {
    Names result = {{"sept", 9},     {"fall", 23},    {"frühling", 21}, {"printemps", 21},
                    {"été", 22},     {"automne", 23}, {"hiver", 24},    {"primavera", 21},
                    {"verano", 22},  {"otoño", 23},   {"invierno", 24}, {"estate", 22},
                    {"autunno", 23}, {"inverno", 24}};
    for (const auto* language : {"en", "de", "fr", "es", "it", "pt", "nl", "sv"}) {
      add_months(language, result);
    }
    for (int season = spring; season <= winter; ++season) {
      for (const auto* language : {"en", "de"}) {
        result.try_emplace(in_lower_case(bibliography_words(std::to_string(season), language)),
                           season);
      }
    }
    return result;
  }();
  return all;
}

bool set(int& part, int value) {
  if (part != 0) return false;
  part = value;
  return true;
}

bool add_word(const std::string& word, BibMoment& result) {
  static const std::regex day(R"((\d\d?)(?:st|nd|rd|th|er|\.|º)?)");
  std::smatch match;
  if (is_plain_year(word)) {
    if (!result.year.empty()) return false;
    result.year = word;
    return true;
  }
  if (std::regex_match(word, match, day)) return set(result.day, std::stoi(match[1]));
  const auto known = names().find(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
  if (known == names().end()) return false;
  return set(known->second >= spring ? result.season : result.month, known->second);
}

// 5 May 2020; May 5, 2020; 5; May
std::optional<BibMoment> parse_side(const std::string& text) {
  BibMoment result;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != ',') {
      word += c;
    } else if (!word.empty()) {
      if (word != "de" && !add_word(word, result)) return std::nullopt;
      word.clear();
    }
  }
  if (result.season != 0 && (result.day != 0 || result.month != 0)) return std::nullopt;
  return result;
}

std::vector<std::string> sides_of(std::string text) {
  static const std::regex separator(R"( ?(?:–|—|/|&|-{1,3}| and | und | et | y | to | bis ) ?)");
  std::vector<std::string> result;
  for (std::smatch match; std::regex_search(text, match, separator);) {
    result.push_back(match.prefix());
    text = std::string(match.suffix());
  }
  result.push_back(text);
  return result;
}

std::tuple<std::string, int, int> earliest(const BibMoment& moment) {
  // Winter may be that of January, so a season is in no order within its year.
  return {moment.year, moment.month, moment.day};
}

bool is_possible(const BibMoment& moment) {
  if (moment.month > months_of_a_year) return false;
  if (moment.day == 0) return true;
  using namespace std::chrono;
  const int of_year = is_plain_year(moment.year) ? std::stoi(moment.year) : 2000;
  return year_month_day(year(of_year), month(static_cast<unsigned>(moment.month)),
                        day(static_cast<unsigned>(moment.day)))
      .ok();
}

}  // namespace

std::optional<BibSpan> parse_edtf(std::string_view text) {
  BibSpan result;
  const auto slash = text.find('/');
  result.is_range = slash != std::string_view::npos;
  const auto read = [](std::string_view part, BibMoment& moment, bool may_be_open) {
    if (may_be_open && (part.empty() || part == "..")) return true;
    const auto parsed = parse_edtf_moment(std::string(part));
    if (parsed) moment = *parsed;
    return parsed.has_value();
  };
  if (!read(text.substr(0, slash), result.begin, result.is_range)) return std::nullopt;
  if (result.is_range && !read(text.substr(slash + 1), result.end, true)) return std::nullopt;
  const bool says_nothing = result.begin.year.empty() && result.end.year.empty();
  return says_nothing || !is_possible(result) ? std::nullopt : std::optional(result);
}

std::optional<BibSpan> parse_month(std::string_view text) {
  const auto words = in_lower_case(collapse(text));
  if (is_digits(words)) {
    const int month = words.size() > 2 ? 0 : std::stoi(words);
    if (month < 1 || month > months_of_a_year) return std::nullopt;
    return BibSpan{{"", month}, {}, false};
  }
  const auto sides = sides_of(words);
  if (sides.size() > 2) return std::nullopt;
  const auto begin = parse_side(sides.front());
  const auto end = parse_side(sides.back());
  if (!begin || !end) return std::nullopt;
  BibSpan result{*begin, *end, sides.size() == 2};
  if (!result.is_range) {
    result.end = {};
    return result.begin.has_month() ? std::optional(result) : std::nullopt;
  }
  // 2--7 June, June 2--7: one of the sides has the month, or the year, of both.
  const bool days = result.begin.day != 0 && result.end.day != 0;
  if (!result.begin.has_month() && days) result.begin.month = result.end.month;
  if (!result.end.has_month() && days) result.end.month = result.begin.month;
  if (result.begin.year.empty()) result.begin.year = result.end.year;
  if (result.end.year.empty()) result.end.year = result.begin.year;
  const bool complete = result.begin.has_month() && result.end.has_month() &&
                        (result.begin.day == 0) == (result.end.day == 0);
  return complete ? std::optional(result) : std::nullopt;
}

std::optional<BibDays> parse_days(std::string_view text) {
  static const std::regex form(
      R"((\d\d?)(?:st|nd|rd|th|\.)?(?: ?(?:–|/|-{1,3}) ?(\d\d?)(?:st|nd|rd|th|\.)?)?)");
  const auto words = collapse(text);
  std::smatch match;
  if (!std::regex_match(words, match, form)) return std::nullopt;
  const int first = std::stoi(match[1]);
  const int last = match[2].matched ? std::stoi(match[2]) : first;
  if (first < 1 || last < first) return std::nullopt;
  return BibDays{first, last};
}

bool is_possible(const BibSpan& span) {
  if (!is_possible(span.begin) || !is_possible(span.end)) return false;
  const bool comparable =
      span.is_range && is_plain_year(span.begin.year) && is_plain_year(span.end.year);
  if (!comparable) return true;
  if (span.begin.year != span.end.year) return span.begin.year < span.end.year;
  const bool same_kind = span.begin.month != 0 && span.end.month != 0;
  return !same_kind || earliest(span.begin) <= earliest(span.end);
}

}  // namespace xmlcv
