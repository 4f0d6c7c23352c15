#include "bibliography/bib_date.h"

#include "catch.h"

using namespace xmlcv;

namespace {

// 2019-5-0 for a date, else the words.
std::string shown(const BibEntry::Date& date, const std::string& language = "en") {
  const auto period = read_bib_date(date, {}, language);
  if (period.date) {
    return std::to_string(period.date->year) + "-" + std::to_string(period.date->month) + "-" +
           std::to_string(period.date->day);
  }
  return period.when ? period.when->content.at(0).text : "";
}

int year(const std::string& edtf) { return year_of(read_bib_date({edtf, "", false}, {}, "en")); }

}  // namespace

TEST_CASE("a date of biblatex is a date where it can be one") {
  CHECK(shown({"2019", "", false}) == "2019-0-0");
  CHECK(shown({"2019-05", "", false}) == "2019-5-0");
  CHECK(shown({"2019-05-12", "", false}) == "2019-5-12");
  CHECK(shown({"2019-05-12", "2019-05-15", true}) == "2019-5-0");
  CHECK(shown({"2019-05-31", "2019-06-02", true}) == "2019-0-0");
}

TEST_CASE("and words where it cannot") {
  CHECK(shown({"2019-21", "", false}) == "Spring 2019");
  CHECK(shown({"2019-24", "", false}, "de") == "Winter 2019");
  CHECK(shown({"2019?", "", false}) == "2019?");
  CHECK(shown({"2019-05~", "", false}) == "ca. 2019");
  CHECK(shown({"2019", "2021", true}) == "2019–2021");
  CHECK(shown({"2019~", "2020", true}) == "ca. 2019–2020");
  CHECK(shown({"2019-01", "", true}) == "2019–");
  CHECK(shown({"in press", "", false}) == "in press");
  CHECK(shown({"in press-06", "", false}) == "in press");
  CHECK(shown({"", "", false}) == "");
}

TEST_CASE("the year is known also where the date is words") {
  CHECK(year("2019-05") == 2019);
  CHECK(year("2019-21") == 2019);
  CHECK(year("2019~") == 2019);
  CHECK(year("199X") == 1990);
  CHECK(year("19XX") == 1900);
  CHECK(year("in press") == 0);
  CHECK(year("") == 0);
}
