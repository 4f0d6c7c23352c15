#include "xml/tag_balance.h"

#include "catch.h"

using namespace xmlcv;

namespace {

struct Case {
  const char* xml;
  std::size_t line;
  std::size_t column;
  const char* message;
};

}  // namespace

TEST_CASE("the first tag that makes no sense is found") {
  const Case cases[] = {
      {"<entry>\n<title>a<title>\n<place>b</place>\n</entry>", 2, 9,
       "expected </title>, found <title>"},
      {"<entry>\n<title>a\n<place>b</place>\n</entry>", 2, 1, "<title> is not closed"},
      {"<entry>\n<title>a/title>\n<place>b</place>\n</entry>", 2, 15,
       "found > in text behind title"},
      {"<entry>\n<titel>a</title>\n</entry>", 2, 1, "unknown element <titel>"},
      {"<entry>\n<title>a</titel>\n</entry>", 2, 9, "expected </title>, found </titel>"},
      {"<p>a <b><i>x</b></i></p>", 1, 13, "expected </i>, found </b>"},
      {"<p>a <i>x<i>, y</p>", 1, 10, "expected </i>, found <i>"},
      {"<p>a<br>b</p>", 1, 5, "<br> is not closed"},
      {"<section kind=\"work>\n<p>a</p></section>", 1, 15, "the value of kind does not end"},
      {"<section kind=work\">\n<p>a</p></section>", 1, 15, "expected a quote behind kind="},
      {"<section kind=\"work\"\n<p>a</p></section>", 1, 1, "the tag <section> does not end"},
      {"<section>\n  <entry>\n  <entry>\n  <entry>\n  </entry>\n</section>", 3, 3,
       "expected </entry>, found <entry>"},
  };
  for (const auto& one : cases) {
    INFO(one.xml);
    const Source source("cv.xml", one.xml);
    const auto error = find_tag_error(source, source.text().size());
    REQUIRE(error.has_value());
    CHECK(error->message == one.message);
    CHECK(source.position(error->offset).line == one.line);
    CHECK(source.position(error->offset).column == one.column);
  }
}

TEST_CASE("good tags have no error, whatever stands in comments and values") {
  const Source source("cv.xml",
                      "<?xml version=\"1.0\"?><!-- <p> --><section kind='work'><p>a > b "
                      "<![CDATA[<b>]]><a href=\"x>y\">z</a><br/></p></section>");
  CHECK_FALSE(find_tag_error(source, source.text().size()).has_value());
}
