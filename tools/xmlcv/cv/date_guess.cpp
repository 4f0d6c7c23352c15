#include "cv/date_guess.h"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <vector>

#include "cv/dates.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

std::string lower(std::string_view text) {
  std::string result;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(result);
  return result;
}

// Full and short names, without a full stop; sept as well as sep.
std::map<std::string, int> read_month_names() {
  std::map<std::string, int> result = {{"sept", 9}};
  for (const auto* language : {"en", "de", "fr", "es"}) {
    UErrorCode code = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language), code);
    if (U_FAILURE(code)) continue;
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      int count = 0;
      const auto* names = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, width);
      for (int i = 0; i < count; ++i) {
        std::string name;
        names[i].toUTF8String(name);
        name = lower(name);
        std::erase(name, '.');
        result.emplace(name, i + 1);
      }
    }
  }
  return result;
}

int month_of(const std::string& word) {
  static const auto names = read_month_names();
  const auto found = names.find(word);
  return found == names.end() ? 0 : found->second;
}

bool is_among(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, std::string_view(word)) != words.end();
}

bool is_present(const std::string& word) {
  return is_among(word, {"present", "now", "today", "current", "currently", "ongoing", "date",
                         "heute", "aktuell", "laufend", "aujourd'hui", "aujourd’hui", "présent",
                         "actualidad", "presente", "actualmente"});
}

bool is_number(const std::string& word) {
  return !word.empty() && word.size() <= 4 &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Words and numbers, in lower case, without what divides them: 5.10.2023, October 5, 2023.
std::vector<std::string> parts_of(std::string_view text) {
  std::string spaced;
  for (const char c : text) {
    const bool divides = c == '.' || c == ',' || c == '/' || c == '-';
    spaced += divides ? ' ' : c;
  }
  return split_words(lower(spaced));
}

std::string written(const std::string& year, int month, int day) {
  auto result = year;
  if (month > 0) result += fmt::format("-{:02}", month);
  if (day > 0) result += fmt::format("-{:02}", day);
  return parse_date(result) ? result : "";
}

// A day with its month as a number: certain where one of them is more than 12, or where full stops
// divide them, as in German.
std::string of_numbers(const std::string& year, int first, int second, bool has_stops) {
  constexpr int last_month = 12;
  if (first > last_month || has_stops) return written(year, second, first);
  if (second > last_month) return written(year, first, second);
  return "";
}

// One date as the XML has it; empty if it is none.
std::string single(std::string_view text) {
  const auto parts = parts_of(text);
  if (parts.size() == 1 && is_present(parts[0])) return "present";
  std::string year;
  std::vector<int> numbers;
  int month = 0;
  bool year_is_first = false;
  for (const auto& part : parts) {
    if (is_number(part) && part.size() == 4 && year.empty()) {
      year = part;
      year_is_first = numbers.empty() && month == 0;
    } else if (is_number(part) && part.size() <= 2) {
      numbers.push_back(std::stoi(part));
    } else if (month == 0 && month_of(part) > 0) {
      month = month_of(part);
    } else if (part != "de") {  // octubre de 2023
      return "";
    }
  }
  if (year.empty() || numbers.size() + (month > 0 ? 1 : 0) > 2) return "";
  if (month > 0) return written(year, month, numbers.empty() ? 0 : numbers[0]);
  if (numbers.size() < 2) return written(year, numbers.empty() ? 0 : numbers[0], 0);
  if (year_is_first) return written(year, numbers[0], numbers[1]);
  return of_numbers(year, numbers[0], numbers[1], text.find('.') != text.npos);
}

std::optional<DateGuess> range(std::string_view text) {
  for (const std::string_view mark :
       {"–", "—", " - ", " to ", " until ", " bis ", " à ", " a ", "-"}) {
    const auto at = text.find(mark);
    if (at == text.npos || text.find(mark, at + mark.size()) != text.npos) continue;
    const auto from = single(text.substr(0, at));
    const auto to = single(text.substr(at + mark.size()));
    if (from.empty() || from == "present" || to.empty()) continue;
    return DateGuess{"", from, to};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateGuess> guess_date(std::string_view text) {
  if (auto both = range(text)) return both;
  const auto first = lower(text.substr(0, text.find(' ')));
  const auto rest = single(text.substr(std::min(text.find(' '), text.size())));
  if (!rest.empty() && rest != "present") {
    if (is_among(first, {"since", "from", "seit", "ab", "depuis", "desde"})) {
      return DateGuess{"", rest, "present"};
    }
    if (is_among(first, {"until", "till", "to", "bis", "jusqu'en", "hasta"})) {
      return DateGuess{"", "", rest};
    }
  }
  const auto date = single(text);
  if (date == "present") return DateGuess{"", "", date};
  return date.empty() ? std::nullopt : std::optional(DateGuess{date, "", ""});
}

}  // namespace xmlcv
