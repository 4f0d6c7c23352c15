#include "cv/date_guess.h"

#include "catch.h"
#include "xml/values.h"

using namespace xmlcv;

namespace {

// What the hint says of a value of an attribute of <entry>.
std::string hint_of(std::string_view attribute, std::string_view value) {
  const auto hint = date_hint(*find_rule("entry"), attribute_rule("entry", attribute), value);
  return hint.starts_with("write ") ? hint.substr(6) : hint;
}

}  // namespace

TEST_CASE("a time in another form is told with what to write") {
  struct Case {
    const char* attribute;
    const char* value;
    const char* hint;
  };
  const Case cases[] = {
      {"date", "2006–2011", "from=\"2006\" to=\"2011\""},
      {"from", "2006-2011", "from=\"2006\" to=\"2011\""},
      {"to", "2006 - 2011", "from=\"2006\" to=\"2011\""},
      {"date", "03/2019 – 05/2021", "from=\"2019-03\" to=\"2021-05\""},
      {"date", "Oct 2019 to now", "from=\"2019-10\" to=\"present\""},
      {"date", "Mai 2019 bis heute", "from=\"2019-05\" to=\"present\""},
      {"date", "2019-04 - 2020-05", "from=\"2019-04\" to=\"2020-05\""},
      {"date", "10 2023", "date=\"2023-10\""},
      {"from", "10/2023", "from=\"2023-10\""},
      {"to", "Oct 2023", "to=\"2023-10\""},
      {"to", "Oct. 2023", "to=\"2023-10\""},
      {"date", "october 2023", "date=\"2023-10\""},
      {"date", "Sept. 2023", "date=\"2023-09\""},
      {"date", "2023-9", "date=\"2023-09\""},
      {"date", "2023/9", "date=\"2023-09\""},
      {"date", "2023.09", "date=\"2023-09\""},
      {"date", "2023-9-5", "date=\"2023-09-05\""},
      {"date", "5.9.2023", "date=\"2023-09-05\""},
      {"date", "25/9/2023", "date=\"2023-09-25\""},
      {"date", "9/25/2023", "date=\"2023-09-25\""},
      {"date", "September 5, 2023", "date=\"2023-09-05\""},
      {"date", "5. Oktober 2023", "date=\"2023-10-05\""},
      {"date", "5 octubre de 2023", "date=\"2023-10-05\""},
      {"date", "août 2023", "date=\"2023-08\""},
      {"date", "März 2023", "date=\"2023-03\""},
      {"to", "now", "to=\"present\""},
      {"to", "Present", "to=\"present\""},
      {"date", "today", "to=\"present\""},
      {"date", "since 2019", "from=\"2019\" to=\"present\""},
      {"from", "seit 04/2019", "from=\"2019-04\" to=\"present\""},
      {"date", "until 2019", "to=\"2019\""},
      {"date", "Spring 2023", "<when>Spring 2023</when> in <entry>"},
      {"from", "expected 2027", "<when>expected 2027</when> in <entry>"},
      {"date", "WS 2019/20", "<when>WS 2019/20</when> in <entry>"},
      {"date", "2019/20", "<when>2019/20</when> in <entry>"},
      {"date", "March & April 2019", "<when>March &amp; April 2019</when> in <entry>"},
      {"date", "4/5/2020", ""},
      {"date", "2019-13", ""},
      {"date", "2021-02-29", ""},
      {"date", "", ""},
      {"date", "-", ""},
  };
  for (const auto& one : cases) {
    CAPTURE(one.attribute, one.value);
    CHECK(hint_of(one.attribute, one.value) == one.hint);
  }
}

TEST_CASE("a hint on a date fits its attribute") {
  const auto& publication = *find_rule("publication");
  const auto& date = attribute_rule("publication", "date");
  CHECK(date_hint(publication, date, "10/2023") == "write date=\"2023-10\"");
  CHECK(date_hint(publication, date, "2006–2011") ==
        "write <when>2006–2011</when> in <publication>");
  const auto& cv = *find_rule("cv");
  const auto& updated = attribute_rule("cv", "updated");
  CHECK(date_hint(cv, updated, "5.9.2023") == "write updated=\"2023-09-05\"");
  CHECK(date_hint(cv, updated, "9/2023").empty());
  CHECK(date_hint(cv, updated, "Spring 2023").empty());
}
