#include "latex/escape.h"

#include "catch.h"

using namespace xmlcv;

namespace {

struct Case {
  const char* text;
  const char* latex;
};

}  // namespace

TEST_CASE("every character that TeX reads as an order comes out as itself") {
  const Case cases[] = {
      {"\\", "\\textbackslash{}"},
      {"{", "\\{"},
      {"}", "\\}"},
      {"$", "\\$"},
      {"&", "\\&"},
      {"#", "\\#"},
      {"%", "\\%"},
      {"_", "\\_"},
      {"~", "\\textasciitilde{}"},
      {"^", "\\textasciicircum{}"},
      {"C:\\x_1 100% #1", "C:\\textbackslash{}x\\_1 100\\% \\#1"},
      {"\\{}", "\\textbackslash{}\\{\\}"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(escape_text(one.text).text() == one.latex);
  }
}

TEST_CASE("straight quotes stay straight") {
  CHECK(escape_text("\"").text() == "\\textquotedbl{}");
  CHECK(escape_text("'").text() == "\\textquotesingle{}");
  CHECK(escape_text("`").text() == "\\textasciigrave{}");
  CHECK(escape_text("it's").text() == "it\\textquotesingle{}s");
}

TEST_CASE("no two characters become another one in any font") {
  const Case cases[] = {
      {"-", "-"},
      {"--", "-\\cvsplit{}-"},
      {"---", "-\\cvsplit{}-\\cvsplit{}-"},
      {"–-", "–\\cvsplit{}-"},
      {"\u2010\u2010", "\u2010\\cvsplit{}\u2010"},
      {"-\u2010", "-\\cvsplit{}\u2010"},
      {"\u2010-", "\u2010\\cvsplit{}-"},
      {"Vor- und", "Vor-\\cvnobreak{} und"},
      {"Vor\u2010 und", "Vor\u2010\\cvnobreak{} und"},
      {"A™ b, →c", "A™\\cvspace{} b, →c"},
      {"x… z€ ä", "x… z€ ä"},
      {",,", ",\\cvsplit{},"},
      {"’’", "’\\cvsplit{}’"},
      {"‘‘", "‘\\cvsplit{}‘"},
      {"?‘", "?\\cvsplit{}‘"},
      {"!‘", "!\\cvsplit{}‘"},
      {"``", "\\textasciigrave{}\\textasciigrave{}"},
      {"''", "\\textquotesingle{}\\textquotesingle{}"},
      {"?`", "?\\textasciigrave{}"},
      {"!`", "!\\textasciigrave{}"},
      {"<<", "\\textless{}\\cvsplit{}\\textless{}"},
      {">>", "\\textgreater{}\\cvsplit{}\\textgreater{}"},
      {"a-b, c", "a-b, c"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(escape_text(one.text).text() == one.latex);
  }
}

TEST_CASE("letters of other alphabets, dashes and quotes stand as they are") {
  for (const auto* text : {"äöüßÄÖÜ", "Łódź", "“x” ‘y’ „z“", "2019–2021", "a — b", "€ §", "Ⅳ"}) {
    CAPTURE(text);
    CHECK(escape_text(text).text() == text);
  }
}

TEST_CASE("a no-break space is TeX's") { CHECK(escape_text("J.\u00A0P.").text() == "J.~P."); }

TEST_CASE("what RFC 3986 allows stands in an address as it is") {
  CHECK(escape_url("https://user@www.example.org:80/a-b.c/d;e,f?g=h+i!*'()").text() ==
        "https://user@www.example.org:80/a-b.c/d;e,f?g=h+i!*'()");
  CHECK(escape_url("").text().empty());
}

TEST_CASE("in an address, TeX's characters are escaped and the address stays the same") {
  const Case cases[] = {
      {"a#b", "a\\#b"},     {"a&b", "a\\&b"}, {"a_b", "a\\_b"},
      {"a%20b", "a\\%20b"}, {"a$b", "a$b"},  // hyperref 7.00v would make \T1\textdollar of \$
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(escape_url(one.text).text() == one.latex);
  }
}

TEST_CASE("an address has one #, and those behind it are percent-encoded") {
  CHECK(escape_url("a##b#").text() == "a\\#\\%23b\\%23");
}

TEST_CASE("in an address, a % that encodes nothing is encoded itself") {
  CHECK(escape_url("a%2Fb%2fc").text() == "a\\%2Fb\\%2fc");
  CHECK(escape_url("100%").text() == "100\\%25");
  CHECK(escape_url("%zz%2").text() == "\\%25zz\\%252");
}

TEST_CASE("in an address, all else is percent-encoded byte by byte") {
  const Case cases[] = {
      {"ü", "\\%C3\\%BC"},  {"€", "\\%E2\\%82\\%AC"}, {" ", "\\%20"},     {"\"", "\\%22"},
      {"<>", "\\%3C\\%3E"}, {"\\", "\\%5C"},          {"^", "\\%5E"},     {"{}", "\\%7B\\%7D"},
      {"|", "\\%7C"},       {"`", "\\%60"},           {"~me", "\\%7Eme"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(escape_url(one.text).text() == one.latex);
  }
}
