#include "cv/dates.h"

#include <fmt/format.h>
#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <charconv>
#include <chrono>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include "cv/phrases.h"
#include "machine/failure.h"

namespace xmlcv {
namespace {

constexpr int last_month = 12;
constexpr int last_day = 31;

std::optional<int> parse_number(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool exists(const Date& date) {
  if (date.day == 0) return true;
  using namespace std::chrono;
  return year_month_day(year(date.year), month(static_cast<unsigned>(date.month)),
                        day(static_cast<unsigned>(date.day)))
      .ok();
}

[[noreturn]] void icu_failed(UErrorCode code) {
  throw Failure(ExitStatus::machine_failed,
                fmt::format("ICU cannot format a date: {}", u_errorName(code)));
}

// ICU takes the calendar of the language's country (the year 2562 in Thailand), and keeps the
// Julian one before 1582, unless it is told otherwise.
icu::Locale locale_of(const std::string& language, UErrorCode& code) {
  auto locale = icu::Locale::forLanguageTag(language, code);
  locale.setKeywordValue("calendar", "gregorian", code);
  return locale;
}
constexpr UDate before_all_years = -1e15;

// Months with two digits: 03/2019. CLDR's own pattern for that (yMM) is another one in German,
// 03.2019; its yM has two there in ICU 72 and one in ICU 76.
icu::UnicodeString pattern_of(icu::DateTimePatternGenerator& generator, const char* skeleton,
                              UErrorCode& code) {
  auto pattern = generator.getBestPattern(skeleton, code);
  if (std::string_view(skeleton) == "yM" && pattern.indexOf(u"MM") < 0) {
    pattern.findAndReplace(u"M", u"MM").findAndReplace(u"L", u"LL");
  }
  return pattern;
}

// Writes dates of one form in one language, each once: ICU 72 takes a tenth of a millisecond to
// make one, and three microseconds for each date.
class DateFormatter {
 public:
  DateFormatter(const std::string& language, const char* skeleton) {
    UErrorCode code = U_ZERO_ERROR;
    const auto locale = locale_of(language, code);
    calendar_ = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, code);
    calendar_->setGregorianChange(before_all_years, code);
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, code));
    if (U_FAILURE(code)) icu_failed(code);
    format_ = std::make_unique<icu::SimpleDateFormat>(pattern_of(*generator, skeleton, code),
                                                      locale, code);
    if (U_FAILURE(code)) icu_failed(code);
    format_->setCalendar(*calendar_);
  }

  const std::string& format(const Date& date) {
    const auto [known, is_new] = written_.try_emplace({date.year, date.month, date.day});
    if (is_new) {
      icu::UnicodeString text;
      format_->format(noon(date), text);
      text.toUTF8String(known->second);
    }
    return known->second;
  }

  icu::GregorianCalendar at(const Date& date) {
    noon(date);
    return *calendar_;
  }

 private:
  // Noon in Greenwich, formatted in Greenwich: no time zone can move the day.
  UDate noon(const Date& date) {
    calendar_->clear();
    calendar_->set(date.year, date.month == 0 ? 0 : date.month - 1, date.day == 0 ? 1 : date.day,
                   12, 0);
    UErrorCode code = U_ZERO_ERROR;
    const UDate time = calendar_->getTime(code);
    if (U_FAILURE(code)) icu_failed(code);
    return time;
  }

  std::unique_ptr<icu::GregorianCalendar> calendar_;
  std::unique_ptr<icu::SimpleDateFormat> format_;
  std::map<std::tuple<int, int, int>, std::string> written_;
};

DateFormatter& formatter_for(const std::string& language, const std::string& skeleton) {
  static std::map<std::pair<std::string, std::string>, DateFormatter> formatters;
  const std::pair key(language, skeleton);
  const auto known = formatters.find(key);
  if (known != formatters.end()) return known->second;
  return formatters.emplace(key, DateFormatter(language, skeleton.c_str())).first->second;
}

const char* skeleton(const Date& date, bool long_month) {
  if (date.month == 0) return "y";
  if (date.day == 0) return long_month ? "yMMMM" : "yMMM";
  return long_month ? "yMMMMd" : "yMMMd";
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  Date date;
  const auto year = parse_number(text.substr(0, 4));
  if (!year) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = parse_number(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > last_month) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = parse_number(text.substr(8, 2));
    if (text[7] != '-' || !day || *day < 1 || *day > last_day) return std::nullopt;
    date.day = *day;
  }
  return exists(date) ? std::optional(date) : std::nullopt;
}

bool before(const Date& a, const Date& b) {
  const auto last =
      std::tuple(a.year, a.month == 0 ? last_month : a.month, a.day == 0 ? last_day : a.day);
  const auto first = std::tuple(b.year, b.month == 0 ? 1 : b.month, b.day == 0 ? 1 : b.day);
  return last < first;
}

std::string format_date(const Date& date, const std::string& language, bool long_month) {
  if (date.month == 0) return fmt::format("{}", date.year);
  return formatter_for(language, skeleton(date, long_month)).format(date);
}

std::string format_interval(const Date& from, const Date& to, const std::string& language) {
  UErrorCode code = U_ZERO_ERROR;
  const auto* form = skeleton(from, true);
  auto& formatter = formatter_for(language, form);
  auto begin = formatter.at(from);
  auto end = formatter.at(to);
  const std::unique_ptr<icu::DateIntervalFormat> format(
      icu::DateIntervalFormat::createInstance(form, locale_of(language, code), code));
  if (U_FAILURE(code)) icu_failed(code);
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  icu::FieldPosition position;
  format->format(begin, end, text, position, code);
  if (U_FAILURE(code)) icu_failed(code);
  // ICU 72 sets thin blanks, which are in few fonts.
  for (const char16_t thin : {u'\u2009', u'\u202F'}) text.findAndReplace({thin}, {u' '});
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::string format_month(int month, int day, const std::string& language) {
  constexpr int leap_year = 2000;
  return formatter_for(language, day == 0 ? "LLLL" : "MMMMd").format({{}, leap_year, month, day});
}

DateForm date_form(const Layout& layout) {
  using enum DateForm::Part;
  const auto& finest = layout[LayoutAttribute::dates];
  return {finest == "year"    ? year
          : finest == "month" ? month
                              : day,
          layout[LayoutAttribute::months] == "numbers"};
}

bool is_shortened(const Date& date, const DateForm& form) {
  using enum DateForm::Part;
  return (date.day != 0 && form.finest != day) || (date.month != 0 && form.finest == year);
}

std::string format_date(const Date& date, const DateForm& form, const std::string& language,
                        bool long_month) {
  Date shown = date;
  if (form.finest != DateForm::Part::day) shown.day = 0;
  if (form.finest == DateForm::Part::year) shown.month = 0;
  if (shown.month == 0 || !form.in_numbers) return format_date(shown, language, long_month);
  return formatter_for(language, shown.day == 0 ? "yM" : "yMMdd").format(shown);
}

std::string format_period(const Period& period, const DateForm& form, CvWords& words) {
  const auto write = [&](const Date& date) { return format_date(date, form, words.language()); };
  if (period.date) return write(*period.date);
  std::string from = period.from ? write(*period.from) : "";
  const std::string to = period.present
                             ? std::string(words.phrase(Phrase::present, *period.present))
                         : period.to ? write(*period.to)
                                     : "";
  if (from == to) return from;
  if (from.empty() && period.to && speaks(words.language())) {
    return fmt::format("{} {}", words.phrase(Phrase::until, period.to->location), to);
  }
  const auto has_month = [&](const std::optional<Date>& date) {
    return date && date->month != 0 && form.finest != DateForm::Part::year;
  };
  const bool in_numbers = form.in_numbers && (has_month(period.from) || has_month(period.to));
  const bool spaced =
      in_numbers || from.find(' ') != std::string::npos || to.find(' ') != std::string::npos;
  return from + (spaced && !from.empty() && !to.empty() ? " – " : "–") + to;
}

}  // namespace xmlcv
