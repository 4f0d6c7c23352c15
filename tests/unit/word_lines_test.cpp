#include "xml/word_lines.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

using Lines = std::vector<std::size_t>;

// The lines of the words of what begins with a text.
Lines lines_of(const std::string& xml, const std::string& begin) {
  const Source source("cv.xml", xml);
  const auto at = source.text().find(begin);
  REQUIRE(at != std::string_view::npos);
  return word_lines(source.at(at));
}

}  // namespace

TEST_CASE("each word of an element has its line") {
  CHECK(lines_of("<cv>\n<p>\n one two\n three</p>\n<p>next</p>", "<p>") == Lines{3, 3, 4});
  CHECK(lines_of("<title>a\r\nb</title>", "<title>") == Lines{1, 2});
}

TEST_CASE("markup parts no words but by a line break") {
  CHECK(lines_of("<p>o<b>n\n</b>e H<sub>2</sub>O a<br/>b <a href=\">\n x\">l</a></p>", "<p>") ==
        Lines{1, 2, 2, 2, 2, 3});
  CHECK(lines_of("<p><i>one</i>\n<i>two</i></p>", "<p>") == Lines{1, 2});
}

TEST_CASE("comments and instructions have no words, and CDATA has") {
  CHECK(lines_of("<p><!-- no > word\n-->one<?no word\n?> <![CDATA[two <b> \n four]]></p>", "<p>") ==
        Lines{2, 3, 3, 4});
}

TEST_CASE("a label and a when are texts of their own") {
  const std::string xml = "<item><label>one\ntwo</label>\nthree</item>";
  CHECK(lines_of(xml, "<item>") == Lines{3});
  CHECK(lines_of(xml, "<label>") == Lines{1, 2});
  CHECK(lines_of("<item><when>a</when>\nb</item>", "<when>") == Lines{1});
}

TEST_CASE("what is not written in words has the line of its place") {
  CHECK(lines_of("<cv>\n<section kind=\"work\">\n<p>words</p></section>", "<section") == Lines{2});
  CHECK(lines_of("<cv>\n<entry\n from=\"2019\" to=\"2020\">\n</entry>", "2019") == Lines{3});
  CHECK(lines_of("<publication>\n<others/></publication>", "<others/>") == Lines{2});
  CHECK(lines_of("<cv>\n<p></p>", "<p>") == Lines{2});
}
