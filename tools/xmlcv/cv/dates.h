#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cv/cv_words.h"
#include "cv/model.h"

namespace xmlcv {

// Reads 2019, 2019-04 or 2019-04-30. Nothing for any other form and for days that no calendar
// has. The result has no location.
std::optional<Date> parse_date(std::string_view text);

// Whether a lies wholly before b: 2019 is before 2020-01, but not before 2019-05.
bool before(const Date& a, const Date& b);

// The date as people of the language write it (ICU, CLDR): Apr 2019, or April 2019 if long.
std::string format_date(const Date& date, const std::string& language, bool long_month = false);

// Two dates, both with a month, and a day in both or in neither: June 2 – 7, 2020.
std::string format_interval(const Date& from, const Date& to, const std::string& language);

// A month, or a day of it, of no year: June, June 8.
std::string format_month(int month, int day, const std::string& language);

// How dates are written: what is finer than `finest` is not, and months are numbers on request:
// 03/2019.
struct DateForm {
  enum class Part { day, month, year };
  Part finest = Part::day;
  bool in_numbers = false;
};
DateForm date_form(const Layout& layout);
// Whether it has a day or a month that is not written.
bool is_shortened(const Date& date, const DateForm& form);
std::string format_date(const Date& date, const DateForm& form, const std::string& language,
                        bool long_month = false);

// The range or date of a period: 2019–present, Apr 2019 – May 2021, until 2021 (–2021 in a language
// whose words are not known). Empty if it has none; its `when` is not looked at.
std::string format_period(const Period& period, const DateForm& form, CvWords& words);

}  // namespace xmlcv
