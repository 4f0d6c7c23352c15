#include "cv/dates.h"

#include <stdlib.h>
#include <unicode/timezone.h>

#include <optional>

#include "catch.h"

using namespace xmlcv;

namespace {

Date make(int year, int month = 0, int day = 0) { return {{}, year, month, day}; }

// TZ as ICU sees it, until the end of the scope.
class TimeZone {
 public:
  explicit TimeZone(const char* name) {
    ::setenv("TZ", name, 1);
    icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone(name));
  }
  ~TimeZone() {
    ::unsetenv("TZ");
    icu::TimeZone::adoptDefault(icu::TimeZone::detectHostTimeZone());
  }
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;
};

std::string formatted(const Period& period, const std::string& language,
                      const DateForm& form = {}) {
  Diagnostics diagnostics;
  CvWords words(language, diagnostics);
  return format_period(period, form, words);
}

}  // namespace

TEST_CASE("a date is a year, a month or a day") {
  struct Case {
    const char* text;
    Date date;
  };
  const Case cases[] = {{"2019", make(2019)},
                        {"2019-04", make(2019, 4)},
                        {"2019-12-31", make(2019, 12, 31)},
                        {"2020-02-29", make(2020, 2, 29)},
                        {"2000-02-29", make(2000, 2, 29)}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    const auto date = parse_date(one.text);
    REQUIRE(date);
    CHECK(date->year == one.date.year);
    CHECK(date->month == one.date.month);
    CHECK(date->day == one.date.day);
    CHECK(date->location.source == nullptr);
  }
}

TEST_CASE("another form is no date") {
  for (const auto* text : {"",        "19",       "219",       "20190",       "2019-",
                           "2019-4",  "2019-04-", "2019-04-3", "2019/04",     "2019.04.30",
                           "04/2019", "20190430", "2019-4-30", "-019",        "+019",
                           " 2019",   "2019 ",    "2019Z",     "2019-04-30Z", "2019-04-30T12:00",
                           "2O19",    "2019-+1",  "April",     "present",     "2019-04 30",
                           "٢٠١٩"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a day that no calendar has is no date") {
  for (const auto* text : {"2019-00", "2019-13", "2019-04-00", "2019-04-31", "2019-02-29",
                           "1900-02-29", "2019-01-32", "2019-00-01", "2019-13-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a date is before another if all of it is") {
  struct Case {
    const char* a;
    const char* b;
    bool before;
  };
  const Case cases[] = {{"2019", "2020", true},
                        {"2020", "2019", false},
                        {"2019", "2019", false},
                        {"2019", "2020-01", true},
                        {"2019", "2019-05", false},
                        {"2019-05", "2019", false},
                        {"2019-04", "2019-05", true},
                        {"2019-05", "2019-04", false},
                        {"2019-04", "2019-04-30", false},
                        {"2019-04-30", "2019-04", false},
                        {"2019-04-30", "2019-05", true},
                        {"2019-04-29", "2019-04-30", true},
                        {"2019-04-30", "2019-04-30", false},
                        {"2019-12-31", "2020", true},
                        {"2018-12", "2019-01-01", true},
                        {"2019-01-02", "2018-12-30", false}};
  for (const auto& one : cases) {
    CAPTURE(one.a, one.b);
    CHECK(before(*parse_date(one.a), *parse_date(one.b)) == one.before);
  }
}

TEST_CASE("a date is written as people of the language write it") {
  struct Case {
    Date date;
    const char* language;
    bool long_month;
    const char* text;
  };
  const Case cases[] = {
      {make(2019), "en", false, "2019"},
      {make(2019), "de", true, "2019"},
      {make(2019, 4), "en", false, "Apr 2019"},
      {make(2019, 4), "en", true, "April 2019"},
      {make(2019, 4), "de", false, "Apr. 2019"},
      {make(2019, 4), "de", true, "April 2019"},
      {make(2019, 3), "de", true, "März 2019"},
      {make(2019, 4, 30), "en", false, "Apr 30, 2019"},
      {make(2019, 4, 30), "en", true, "April 30, 2019"},
      {make(2019, 4, 30), "en-GB", true, "30 April 2019"},
      {make(2019, 4, 30), "de", true, "30. April 2019"},
      {make(2019, 1), "en", true, "January 2019"},
      {make(2019, 12), "en", true, "December 2019"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.date.year, one.date.month, one.date.day, one.language, one.long_month);
    CHECK(format_date(one.date, one.language, one.long_month) == one.text);
  }
}

TEST_CASE("years are those of the Gregorian calendar in every country") {
  // ICU would count years from the Buddha in Thailand, and keep the Julian calendar before 1582.
  CHECK(format_date(make(2019, 4), "en-TH", true) == "April 2019");
  CHECK(format_date(make(1581, 10, 1), "en", true) == "October 1, 1581");
  CHECK(format_date(make(1582, 10, 10), "en", true) == "October 10, 1582");
}

TEST_CASE("the time zone makes no difference to a date") {
  for (const auto* zone : {"Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin", "Asia/Kathmandu"}) {
    CAPTURE(zone);
    const TimeZone here(zone);
    CHECK(format_date(make(2019, 1, 1), "en", true) == "January 1, 2019");
    CHECK(format_date(make(2019, 3, 31), "en", true) == "March 31, 2019");
    CHECK(format_date(make(2019, 1), "en") == "Jan 2019");
    CHECK(parse_date("2019-03-31")->day == 31);
  }
}

TEST_CASE("a period is a date, a range, or open at one end") {
  const auto year = make(2019);
  const auto month = make(2019, 4);
  const auto later = make(2021, 5);
  struct Case {
    std::optional<Date> from;
    std::optional<Date> to;
    bool present;
    std::optional<Date> date;
    const char* english;
    const char* german;
  };
  const auto none = std::nullopt;
  const Case cases[] = {
      {none, none, false, none, "", ""},
      {none, none, false, year, "2019", "2019"},
      {none, none, false, month, "Apr 2019", "Apr. 2019"},
      {year, make(2021), false, none, "2019–2021", "2019–2021"},
      {year, none, true, none, "2019–present", "2019–heute"},
      {month, none, true, none, "Apr 2019 – present", "Apr. 2019 – heute"},
      {month, later, false, none, "Apr 2019 – May 2021", "Apr. 2019 – Mai 2021"},
      {year, later, false, none, "2019 – May 2021", "2019 – Mai 2021"},
      {year, none, false, none, "2019–", "2019–"},
      {none, year, false, none, "until 2019", "bis 2019"},
      {none, month, false, none, "until Apr 2019", "bis Apr. 2019"},
      {month, month, false, none, "Apr 2019", "Apr. 2019"},
      {year, year, false, none, "2019", "2019"},
      {year, month, false, none, "2019 – Apr 2019", "2019 – Apr. 2019"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.english);
    const std::optional<Location> present = one.present ? std::optional(Location{}) : std::nullopt;
    const Period period{one.from, one.to, present, one.date, std::nullopt};
    CHECK(formatted(period, "en") == one.english);
    CHECK(formatted(period, "de") == one.german);
  }
}

TEST_CASE("an end alone has a dash where the language's words are not known") {
  Period period;
  period.to = make(2019);
  CHECK(formatted(period, "fr") == "–2019");
  CHECK(formatted(period, "de-AT") == "bis 2019");
}

TEST_CASE("words instead of dates are not the period's text") {
  Period period;
  period.when = Text{{}, {{Inline::Kind::text, "since long ago", {}, {}}}};
  CHECK(formatted(period, "en").empty());
}

TEST_CASE("dates are as exact as the layout asks, and months are words or numbers") {
  using enum DateForm::Part;
  struct Case {
    const char* language;
    DateForm::Part finest;
    bool in_numbers;
    const char* date;    // of 2013-12-01
    const char* range;   // from there to 2014-12-31
    const char* months;  // from 2013-12 to 2014-03
  };
  const Case cases[] = {
      {"en", day, false, "Dec 1, 2013", "Dec 1, 2013 – Dec 31, 2014", "Dec 2013 – Mar 2014"},
      {"en", month, false, "Dec 2013", "Dec 2013 – Dec 2014", "Dec 2013 – Mar 2014"},
      {"en", year, false, "2013", "2013–2014", "2013–2014"},
      {"en", year, true, "2013", "2013–2014", "2013–2014"},
      {"en", day, true, "12/01/2013", "12/01/2013 – 12/31/2014", "12/2013 – 03/2014"},
      {"en", month, true, "12/2013", "12/2013 – 12/2014", "12/2013 – 03/2014"},
      {"de", month, true, "12/2013", "12/2013 – 12/2014", "12/2013 – 03/2014"},
      {"de", day, true, "01.12.2013", "01.12.2013 – 31.12.2014", "12/2013 – 03/2014"},
      {"de", month, false, "Dez. 2013", "Dez. 2013 – Dez. 2014", "Dez. 2013 – März 2014"},
      {"sv", month, true, "2013-12", "2013-12 – 2014-12", "2013-12 – 2014-03"},
      {"ja", month, true, "2013/12", "2013/12 – 2014/12", "2013/12 – 2014/03"},
  };
  for (const auto& [language, finest, in_numbers, date, range, months] : cases) {
    CAPTURE(language, date);
    const DateForm form{finest, in_numbers};
    CHECK(format_date(make(2013, 12, 1), form, language) == date);
    Period period;
    period.from = make(2013, 12, 1);
    period.to = make(2014, 12, 31);
    CHECK(formatted(period, language, form) == range);
    period.from = make(2013, 12);
    period.to = make(2014, 3);
    CHECK(formatted(period, language, form) == months);
    // What becomes the same is printed once.
    if (finest == year) {
      period.to = make(2013, 12, 31);
      CHECK(formatted(period, language, form) == "2013");
    }
  }
}
