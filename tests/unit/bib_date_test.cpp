#include "bibliography/bib_date.h"

#include <fmt/format.h>

#include "catch.h"

using namespace xmlcv;

namespace {

struct Read {
  std::string words;  // what is set apart, and behind a bar what the line says
  int year = 0;
  std::string errors;  // line:column of each
};

std::string said(const std::optional<Text>& text) { return text ? text->content.at(0).text : ""; }

// The date of an entry with these fields, which begin in column 10.
Read read(const std::string& fields, const std::string& language = "en") {
  const Source source("refs.bib", "@misc{key," + fields + "}");
  const auto file = find_entries(source);
  REQUIRE(file.entries.size() == 1);
  const BibEntry entry;
  Diagnostics diagnostics;
  const BibFields all(entry, file.entries[0], source, diagnostics);
  CvWords words(language, diagnostics);
  const auto [period, exact] = read_bib_date(all, words, diagnostics);
  Read result;
  if (period.date) {
    result.words = fmt::format("{}-{}-{}", period.date->year, period.date->month, period.date->day);
  } else {
    result.words = said(period.when);
  }
  if (exact) result.words += " | " + said(exact);
  result.year = year_of(period);
  for (const auto& error : diagnostics.sorted()) {
    CHECK(error.severity == Severity::error);
    const auto place = source.position(error.location.offset);
    result.errors += fmt::format("{}:{} ", place.line, place.column);
  }
  return result;
}

struct Case {
  const char* fields;
  const char* words;
};

}  // namespace

TEST_CASE("a date in any form is right") {
  const auto [fields, words] = GENERATE(table<const char*, const char*>({
      {"date={2019}", "2019-0-0"},
      {"date={2019-05}", "2019-5-0"},
      {"date={2019-05-12}", "2019-5-12"},
      {"date = {{2019-05}}", "2019-5-0"},
      {"date={2020-05-02T12:00:00Z}", "2020-5-2"},
      {"date={2019-05-12/2019-05-15}", "2019-5-12 | May 12 – 15, 2019"},
      {"date={2019-05-31/2019-06-02}", "2019-5-31 | May 31 – June 2, 2019"},
      {"date={2019-11/2020-02}", "2019–2020 | November 2019 – February 2020"},
      {"date={2019-21}", "Spring 2019"},
      {"date={2018-21/2019-12}", "2018–2019 | Spring 2018 – December 2019"},
      {"date={2019?}", "2019?"},
      {"date={2019~}", "ca. 2019"},
      {"date={2019%}", "ca. 2019?"},
      {"date={2019-05~}", "ca. 2019 | ca. May 2019"},
      {"date={2019/2021}", "2019–2021"},
      {"date={2019~/2020}", "ca. 2019–2020"},
      {"date={2019-01/..}", "2019– | January 2019–"},
      {"date={2019/}", "2019–"},
      {"date={../2019}", "–2019"},
      {"date={199X}", "199X"},
      {"date={2019-XX}", "2019-0-0"},
      {"date={2019}, year={2019}, month=may", "2019-0-0"},
      {"year=2020", "2020-0-0"},
      {"year={{2020}}", "2020-0-0"},
      {"year={\\noop{b}2020}", "2020-0-0"},
      {"year={\\textbf{2020}~}", "2020-0-0"},
      {"year={$2020$}", "2020-0-0"},
      {"year={2020--2021}", "2020–2021"},
      {"year={2020-2021}", "2020–2021"},
      {"year={2020/21}", "2020/21"},
      {"year={2022-23}", "2022-23"},
      {"year={2020-05}", "2020-5-0"},
      {"year={2020-05-12}", "2020-5-12"},
      {"year={May 2020}", "2020-5-0"},
      {"year={5 May 2020}", "2020-5-5"},
      {"year={Mai 2020}", "2020-5-0"},
      {"year={Spring 2020}", "Spring 2020"},
      {"year={in press}", "in press"},
      {"year={in press}, month=jun", "in press | June"},
      {"year={n.d.}", "n.d."},
      {"year={c. 1999}", "c. 1999"},
      {"year={[1999]}", "[1999]"},
      {"year={2020a}", "2020a"},
      {"year=2020, month=oct", "2020-10-0"},
      {"year=2020, month=10", "2020-10-0"},
      {"year=2020, month={07}", "2020-7-0"},
      {"year=2020, month={Sept.}", "2020-9-0"},
      {"year=2020, month={f{\\'e}vrier}", "2020-2-0"},
      {"year=2020, month={Oktober}", "2020-10-0"},
      {"year=2020, month={Spring}", "Spring 2020"},
      {"year=2020, month={Fall}", "Autumn 2020"},
      {"year=2020, month={Spring/Summer}", "2020 | Spring – Summer 2020"},
      {"year=2020, month={Jan/Feb}", "2020-1-0 | January – February 2020"},
      {"year=2020, month={June--July}", "2020-6-0 | June – July 2020"},
      {"year=2020, month=jun # \"--\" # jul", "2020-6-0 | June – July 2020"},
      {"year={2020/2021}, month={Dec/Jan}", "2020–2021 | December 2020 – January 2021"},
      {"year=2020, month=\"8~\" # jul", "2020-7-8"},
      {"year=2020, month={July 8th}", "2020-7-8"},
      {"year=2020, month={2--7 June}", "2020-6-2 | June 2 – 7, 2020"},
      {"year=2020, month={28 June--2 July}", "2020-6-28 | June 28 – July 2, 2020"},
      {"year=2020, month=jul, day=3", "2020-7-3"},
      {"year=2020, month=jul, day={3--5}", "2020-7-3 | July 3 – 5, 2020"},
      {"year=2020, yeardivision={winter}", "Winter 2020"},
      {"year={}", ""},
      {"title={T}", ""},
  }));
  INFO(fields);
  const auto found = read(fields);
  CHECK(found.words == words);
  CHECK(found.errors == "");
  CHECK(found.words.find_first_of("\\{}~$") == std::string::npos);
}

TEST_CASE("or refused at its field") {
  const auto [fields, places] = GENERATE(table<const char*, const char*>({
      {"date={May 2020}", "1:17 "},
      {"date={2020-13}", "1:17 "},
      {"date={2020-02-30}", "1:17 "},
      {"date={2020-00}", "1:17 "},
      {"date={2021/2020}", "1:17 "},
      {"date={2019-06/2019-05}", "1:17 "},
      {"date={2020--2021}", "1:17 "},
      {"date={in press}", "1:17 "},
      {"date={2020-21-05}", "1:17 "},
      {"date={2019}, year={2020}", "1:30 "},
      {"date={2019-05},\nmonth=jun", "2:7 "},
      {"year={20205}", "1:17 "},
      {"year=99", "1:16 "},
      {"year={2020-13}", "1:17 "},
      {"year={2021--2020}", "1:17 "},
      {"year={\\foo 2020}", "1:17 "},
      {"year={\\{2020\\}}", "1:17 "},
      {"year={31 June 2020}", "1:17 "},
      {"year=2020,\nmonth={13}", "2:8 "},
      {"year=2020,\nmonth={0}", "2:8 "},
      {"year=2020,\nmonth={Q3}", "2:8 "},
      {"year=2020,\nmonth={8~#jul}", "2:8 "},
      {"year=2020,\nmonth={Mayy}", "2:8 "},
      {"year=2020,\nmonth={5/6}", "2:8 "},
      {"year=2020,\nmonth={Dec/Jan}", "2:8 "},
      {"year=2020,\nmonth={May 2019}", "2:8 "},
      {"year={May 2020},\nmonth=may", "2:7 "},
      {"year={2020/2021},\nmonth=may", "2:7 "},
      {"year=2020,\nday=30", "2:5 "},
      {"year=2020, month=feb,\nday=30", "2:5 "},
      {"year=2020, month={Spring},\nday=3", "2:5 "},
      {"month=jul", "1:17 "},
  }));
  INFO(fields);
  const auto found = read(fields);
  CHECK(found.errors == places);
}

TEST_CASE("words of a date are in the language of the CV") {
  CHECK(read("date={2019-24}", "de").words == "Winter 2019");
  CHECK(read("date={2019-05-12/2019-05-15}", "de").words == "2019-5-12 | 12.–15. Mai 2019");
  CHECK(read("year={im Druck}, month=jun", "de").words == "im Druck | Juni");
}

TEST_CASE("the year is known also where the date is words") {
  CHECK(read("date={2019-05}").year == 2019);
  CHECK(read("date={2019-21}").year == 2019);
  CHECK(read("date={2019~}").year == 2019);
  CHECK(read("date={199X}").year == 1990);
  CHECK(read("date={19XX}").year == 1900);
  CHECK(read("year={in press}").year == 0);
  CHECK(read("").year == 0);
}
