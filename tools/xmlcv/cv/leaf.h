#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "text/location.h"

// What a CV is made of: texts, words and dates. All strings are UTF-8 in NFC with white space
// collapsed.
namespace xmlcv {

// Why a leaf of the model is on no page.
enum class Unprinted { keywords, updated, variant, photo, link, selection, dates, authors };

template <class T>
struct OnNoPage {
  Unprinted why;
  const T& part;
};
template <class T>
OnNoPage(Unprinted, const T&) -> OnNoPage<T>;

// References to members, and OnNoPage.
template <class... T>
auto parts(T&&... parts) {
  return std::tuple<T...>(std::forward<T>(parts)...);
}

// One piece of running text. A link keeps its address in `text` and its words in `children`.
struct Inline {
  enum class Kind { text, bold, italic, code, subscript, superscript, link, line_break };
  Kind kind;
  std::string text;
  std::vector<Inline> children;
  Location location;  // of a text: its first character
};

// Running text with markup: the content of one element.
struct Text {
  Location location;
  std::vector<Inline> content;
};

// Text without markup.
struct Words {
  Location location;
  std::string value;
};

// A day, a month (day 0) or a year (month 0) of the proleptic Gregorian calendar, without time
// zone. Its location is that of the attribute's value.
struct Date {
  Location location;
  int year = 0;
  int month = 0;
  int day = 0;
};

// When something was: a range, one date, or words that say it.
struct Period {
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<Location> present;  // of to="present"
  std::optional<Date> date;
  std::optional<Text> when;
};

}  // namespace xmlcv
