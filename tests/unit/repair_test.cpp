#include "xml/repair.h"

#include "catch.h"

using namespace xmlcv;

namespace {

// What the repaired copy is; empty if it is not looked at.
std::string repaired(const std::string& xml) {
  const Source source("cv.xml", xml);
  Diagnostics diagnostics;
  std::string result;
  const bool good = check_syntax(
      source, diagnostics, [&result](const Source& copy, Diagnostics&) { result = copy.text(); });
  CHECK_FALSE(good);
  CHECK(diagnostics.has_errors());
  return result;
}

}  // namespace

TEST_CASE("what is certain is repaired") {
  struct Case {
    const char* wrong;
    const char* right;
  };
  const Case cases[] = {
      {"<p>a & b</p>", "<p>a &amp; b</p>"},
      {"<p>a &b c</p>", "<p>a &amp;b c</p>"},
      {"<p>a&nbsp;b</p>", "<p>a&amp;nbsp;b</p>"},
      {"<p>a\x01z</p>", "<p>a z</p>"},
      {"<p>a\xFFz</p>", "<p>a z</p>"},
      {"<entry from='1' from='2'/>", "<entry from='1' />"},
      {"<section><title>a</titel></section>", "<section><title>a</title></section>"},
      {"<section><titel>a</title></section>", "<section><title>a</title></section>"},
      {"<section><title>a\n<p>b</p></section>", "<section><title>a\n</title><p>b</p></section>"},
      {"<section><title>a</title</section>", "<section><title>a</title></section>"},
      {"<section><title>a<title></section>", "<section><title>a</title></section>"},
      {"<section><title>a/title></section>", "<section><title>a</title></section>"},
      {"<p>a<br>b</p>", "<p>a<br/>b</p>"},
      {"<entry date=2019><p>a</p></entry>", "<entry date=\"2019\"><p>a</p></entry>"},
      {"<entry date=\"2019><p>a</p></entry>", "<entry date=\"2019\"><p>a</p></entry>"},
      {"<section><p>a</p></section>x", "<section><p>a</p></section>"},
      {"<!DOCTYPE cv><p>a</p>", "<p>a</p>"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.wrong);
    CHECK(repaired(one.wrong) == one.right);
  }
}

TEST_CASE("what is not certain is not looked at") {
  CHECK(repaired("").empty());
  CHECK(repaired("no XML").empty());
  CHECK(repaired("<section><p>a</section></p>").empty());
  CHECK(repaired("<entry from='1 to='2'><p>a</p></entry>").empty());
  CHECK(repaired("<!DOCTYPE cv [<!ENTITY a 'b'>]><p>&a;</p>").empty());
}

namespace {

std::vector<Diagnostic> told(const Source& source) {
  Diagnostics diagnostics;
  CHECK_FALSE(check_syntax(source, diagnostics, [](const Source& copy, Diagnostics& found) {
    found.error(copy.at(copy.text().find("</p>")), "behind");
    found.error(copy.at(copy.text().find("c<")), "on the next line");
  }));
  return diagnostics.sorted();
}

}  // namespace

TEST_CASE("errors behind a repaired one are told at their places, also those on its line") {
  const Source source("cv.xml", "<section><p>a & b</p>\n<p>c</p></section>");
  const auto all = told(source);
  REQUIRE(all.size() == 3);
  CHECK(all[0].message == "a lone & is not allowed in text");
  CHECK(all[1].message == "behind");
  CHECK(all[1].location.source == &source);
  CHECK(all[1].location.offset == source.text().find("</p>"));
  CHECK(all[2].message == "on the next line");
  CHECK(all[2].location.offset == source.text().find("c<"));
}

TEST_CASE("a mistyped tag is told beside errors in the text behind it") {
  for (const auto* mistake : {"a & b", "a < b", "a&nbsp;b"}) {
    CAPTURE(mistake);
    const Source source(
        "cv.xml", std::string("<cv><sektion>\n<p>") + mistake + "</p></section>\n<p>c</p></cv>");
    const auto all = told(source);
    REQUIRE(all.size() == 4);
    CHECK(all[0].message == "unknown element <sektion>");
    CHECK(all[0].location.offset == source.text().find("<sektion"));
    CHECK(all[1].location.offset ==
          source.text().find_first_of("&<", source.text().find("<p>") + 1));
    CHECK(all[2].message == "behind");
    CHECK(all[3].message == "on the next line");
  }
}

TEST_CASE("errors on a line whose tag was repaired may follow from that, and are not told") {
  const Source source("cv.xml", "<section><p>a <b>x</bb> b</p>\n<p>c</p></section>");
  const auto all = told(source);
  REQUIRE(all.size() == 2);
  CHECK(all[0].message == "expected </b>, found </bb>");
  CHECK(all[1].message == "on the next line");
  CHECK(all[1].location.offset == source.text().find("c<"));
}

TEST_CASE("a file that is well-formed is not touched") {
  const Source source("cv.xml", "<p>a</p>");
  Diagnostics diagnostics;
  CHECK(check_syntax(source, diagnostics,
                     [](const Source&, Diagnostics&) { FAIL("nothing to repair"); }));
  CHECK(diagnostics.sorted().empty());
}

TEST_CASE("an error at the end of a file in another encoding is not repaired behind its end") {
  CHECK(repaired("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><c \xEB\x10").empty());
}
