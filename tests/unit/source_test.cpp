#include "text/source.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("a column counts code points, not bytes") {
  const Source source("cv.xml", "<a>äö€😀x</a>");
  const std::string_view text = source.text();
  CHECK(source.position(text.find("ä")).column == 4);
  CHECK(source.position(text.find("€")).column == 6);
  CHECK(source.position(text.find("😀")).column == 7);
  CHECK(source.position(text.find("x")).column == 8);
}

TEST_CASE("lines end at LF and CR LF, not at a lone CR") {
  const Source source("cv.xml", "one\ntwo\r\nthree\rfour");
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "two");
  CHECK(source.line(3) == "three\rfour");
  CHECK(source.position(source.text().find("two")).line == 2);
  CHECK(source.position(source.text().find("four")).line == 3);
  CHECK(source.position(source.text().find("four")).column == 7);
}

TEST_CASE("a line end belongs to its line") {
  const Source source("cv.xml", "ab\ncd");
  CHECK(source.position(2).line == 1);
  CHECK(source.position(2).column == 3);
}

TEST_CASE("a byte-order mark is not part of the text") {
  const Source source("cv.xml", "\xEF\xBB\xBF<cv/>");
  CHECK(source.text() == "<cv/>");
  CHECK(source.position(0).column == 1);
}

TEST_CASE("an offset behind the text is its end") {
  const Source source("cv.xml", "ab\nc");
  CHECK(source.position(1000).line == 2);
  CHECK(source.position(1000).column == 2);
}

TEST_CASE("an empty file has one empty line") {
  const Source source("cv.xml", "");
  CHECK(source.position(0).line == 1);
  CHECK(source.position(0).column == 1);
  CHECK(source.line(1).empty());
}

TEST_CASE("lines and columns lead back to the offset") {
  const Source source("cv.xml", "äbc\r\ndé");
  CHECK(source.offset({1, 2}) == source.text().find('b'));
  CHECK(source.offset({2, 2}) == source.text().find("é"));
  CHECK(source.offset({1, 99}) == source.text().find('\r'));
  CHECK(source.offset({2, 99}) == source.text().size());
}

TEST_CASE("an attribute stands where its name and its value begin") {
  const Source source("cv.xml", R"(<entry  from = "2019" to='x"y' label=""/>)");
  const std::string_view text = source.text();
  const auto from = find_attribute(source, 0, "from");
  REQUIRE(from);
  CHECK(from->name == text.find("from"));
  CHECK(from->value == text.find("2019"));
  const auto to = find_attribute(source, 0, "to");
  REQUIRE(to);
  CHECK(to->name == text.find("to="));
  CHECK(to->value == text.find("x\"y"));
  const auto label = find_attribute(source, 0, "label");
  REQUIRE(label);
  CHECK(label->value == text.find("\"\"") + 1);
}

TEST_CASE("an attribute is not found in another's value or another's tag") {
  const Source source("cv.xml", R"(<a b="to='1' > c" too="2"><d to="3"/></a>)");
  CHECK_FALSE(find_attribute(source, 0, "to"));
  CHECK(find_attribute(source, source.text().find("<d"), "to")->value == source.text().find('3'));
}

TEST_CASE("an attribute may stand on another line than its tag") {
  const Source source("cv.xml", "<a\r\n\tb\r\n=\r\n'v'\r\n>");
  CHECK(find_attribute(source, 0, "b")->value == source.text().find('v'));
}

TEST_CASE("in character data, a reference and a line end are one code point each") {
  struct Case {
    const char* data;
    std::size_t n;
    const char* then;  // what stands there
  };
  const Case cases[] = {{"abc", 0, "abc"},           {"abc", 2, "c"},      {"ä€😀x", 3, "x"},
                        {"&amp;x", 1, "x"},          {"a&#228;x", 2, "x"}, {"&#xE4;&lt;x", 2, "x"},
                        {"a\r\nx", 2, "x"},          {"a\nx", 2, "x"},     {"a\rx", 2, "x"},
                        {"\r\n\r\n&gt;ä x", 4, " x"}};
  for (const auto& one : cases) {
    const std::string data = one.data;
    CAPTURE(data, one.n);
    const Source source("cv.xml", "<p>" + data);
    CHECK(source.text().substr(character_offset(source, 3, one.n)) == one.then);
  }
}

TEST_CASE("in a CDATA section, an ampersand begins no reference") {
  const Source source("cv.xml", "<p><![CDATA[a & b;c]]></p>");
  const auto begin = source.text().find("a &");
  CHECK(character_offset(source, begin, 4) == source.text().find("b;"));
}

TEST_CASE("a code point behind the character data is the end of the text") {
  const Source source("cv.xml", "ab&c");
  CHECK(character_offset(source, 0, 99) == 4);
}
