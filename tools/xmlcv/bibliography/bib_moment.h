#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xmlcv {

// A point of time as a .bib says it. Without a year it is empty: the open end of a range.
struct BibMoment {
  std::string year;  // four digits, some of which may be X at the end; or other words
  int month = 0;
  int day = 0;
  int season = 0;  // 21 to 24, as EDTF counts them
  bool uncertain = false;
  bool approximate = false;

  bool has_month() const { return month != 0 || season != 0; }
  friend bool operator==(const BibMoment&, const BibMoment&) = default;
};

struct BibSpan {
  BibMoment begin;
  BibMoment end;
  bool is_range = false;
};

// The value of a field `date`, in EDTF: 2019, 2019-04-30, 2019-21, 2019?, 199X, 2019/2021, 2019/..
std::optional<BibSpan> parse_edtf(std::string_view text);

// What stands in `month` and in `day`, without the year: oct, 10, October, Spring, Jan/Feb, 2--7
// June. Names of months in eight languages. A year in it is kept: 5 May 2020.
std::optional<BibSpan> parse_month(std::string_view text);

// 12, 12--15
struct BibDays {
  int first;
  int last;
};
std::optional<BibDays> parse_days(std::string_view text);

// Whether the calendar has such days, and the end does not lie before the beginning.
bool is_possible(const BibSpan& span);

}  // namespace xmlcv
