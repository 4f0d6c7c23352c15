#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xmlcv {

// What somebody means who writes a time in another form than this program does: Oct 2023, 10/2023,
// 2006–2011, since 2019. The members are as the XML has them: 2023-10, present.
struct DateGuess {
  std::string date;  // or the others
  std::string from;
  std::string to;
};

// Names of months in English, German, French and Spanish. A day and a month whose order is not
// certain, such as 4/5/2020, are no guess.
std::optional<DateGuess> guess_date(std::string_view text);

}  // namespace xmlcv
