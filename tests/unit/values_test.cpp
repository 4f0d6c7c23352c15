#include "xml/values.h"

#include <vector>

#include "catch.h"
#include "text/white_space.h"

using namespace xmlcv;

TEST_CASE("white space collapses as XML Schema says") {
  struct Case {
    std::string text;
    std::string collapsed;
  };
  const Case cases[] = {{"", ""},
                        {" \t\r\n", ""},
                        {"a", "a"},
                        {"  a  ", "a"},
                        {"a\r\n\t b", "a b"},
                        {"a b  c", "a b c"},
                        {"ä\nö", "ä ö"},
                        {"a\u00A0 b", "a\u00A0 b"},  // a no-break space is no white space there
                        {"\u2003a", "\u2003a"}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(collapse(one.text) == one.collapsed);
  }
}

namespace {

struct Kind {
  const char* name;
  ValueKind kind;
  std::vector<std::string> good;
  std::vector<std::string> bad;
  const char* expected;
};

const std::vector<Kind> kinds = {
    {"any", ValueKind::any, {"", "x", "a b"}, {}, ""},
    {"value", ValueKind::value, {"x", "a b"}, {""}, "a value"},
    {"iso_date",
     ValueKind::iso_date,
     {"2019", "2019-04", "2019-04-30"},
     {"", "present", "today", "2019-13", "2019-02-29", "April 2019", "30.04.2019"},
     "a date"},
    {"iso_day",
     ValueKind::iso_day,
     {"2019-04-30"},
     {"", "2019", "2019-04", "2019-04-31", "present"},
     "a day"},
    {"iso_date_or_present",
     ValueKind::iso_date_or_present,
     {"2019", "2019-04", "2019-04-30", "present"},
     {"", "Present", "now", "2019-00", "present day"},
     "a date or present"},
    {"language",
     ValueKind::language,
     {"en", "DE", "en-GB", "de-CH-1901", "zh-Hant-TW", "x-klingon"},
     {"", "e", "en_GB", "en-", "-en", "de-x", "deutschland", "Deutsch!", "d3"},
     "a language"},
    {"email_address",
     ValueKind::email_address,
     {"a@b", "first.last+tag@example.org", "ü@bücher.example"},
     {"", "example.org", "@example.org", "a@", "a b@example.org", "a@b@c", "a@b c", "mailto:a@b"},
     "an e-mail address"},
    {"doi_name",
     ValueKind::doi_name,
     {"10.1145/3620666.3651374", "10.1000/a(b)<c>;d", "10.1000.5/x/y"},
     {"", "10.1145", "10.1145/", "10./x", "11.1145/3", "doi:10.1145/3", "10.1145/a b",
      "https://doi.org/10.1145/3"},
     "a DOI"},
    {"web_address",
     ValueKind::web_address,
     {"example.org", "www.example.org/page", "https://www.example.org",
      "http://example.org:80/a?b#c", "bücher.example/ä", "example.org/~me"},
     {"", "example", "https://", "ftp://example.org", "mailto:a@example.org", "a@example.org",
      "example.org/a b", "https://example.org:port/", "//example.org"},
     "a web address"},
    {"link_address",
     ValueKind::link_address,
     {"https://example.org", "http://x", "mailto:a@b", "tel:+49123", "doi:10.1/x"},
     {"", "example.org", "https:", "javascript:alert(1)", "file:///etc/passwd", "https://a b",
      "HTTPS"},
     "a link"},
};

}  // namespace

TEST_CASE("a good value is taken") {
  for (const auto& kind : kinds) {
    for (const auto& value : kind.good) {
      CAPTURE(kind.name, value);
      CHECK_FALSE(check_value(kind.kind, value));
    }
  }
}

TEST_CASE("a bad value is refused, and what was expected is named") {
  for (const auto& kind : kinds) {
    for (const auto& value : kind.bad) {
      CAPTURE(kind.name, value);
      const auto error = check_value(kind.kind, value);
      REQUIRE(error);
      CHECK(error->expected == kind.expected);
    }
  }
}

TEST_CASE("a bad value comes with an example that would be taken") {
  struct Example {
    ValueKind kind;
    const char* value;
  };
  for (const auto& [kind, value] :
       {Example{ValueKind::iso_date, "2019-04-30"}, Example{ValueKind::iso_day, "2019-04-30"},
        Example{ValueKind::iso_date_or_present, "2019-04"},
        Example{ValueKind::email_address, "name@example.org"},
        Example{ValueKind::doi_name, "10.1145/3620666.3651374"},
        Example{ValueKind::web_address, "www.example.org/page"}}) {
    CAPTURE(value);
    CHECK(check_value(kind, "?")->hint.find(value) != std::string::npos);
    CHECK_FALSE(check_value(kind, value));
  }
}
