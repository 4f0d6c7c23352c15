#include "text/xml_tokens.h"

#include <fmt/format.h>

#include "catch.h"
#include "xml/tag_pairs.h"

using namespace xmlcv;

namespace {

// Each token as its kind's letter and its bytes; ! for one that is not complete.
std::string tokens_of(std::string_view xml) {
  std::string result;
  for (std::size_t at = 0; at < xml.size();) {
    const auto token = read_xml_token(xml, at);
    result += fmt::format("{}{}{} ", "tseTco"[static_cast<std::size_t>(token.kind)],
                          token.is_complete ? "" : "!", xml.substr(at, token.end - at));
    REQUIRE(token.end > at);
    at = token.end;
  }
  return result;
}

}  // namespace

TEST_CASE("XML is divided into its tokens") {
  CHECK(tokens_of("<p>a > b</p><br/>") == "s<p> ta > b e</p> T<br/> ");
  CHECK(tokens_of("<a href='x>y' b = \"/\">") == "s<a href='x>y' b = \"/\"> ");
  CHECK(tokens_of("<!-- <p> --><?x <p>?><![CDATA[<b>]]>") ==
        "o<!-- <p> --> o<?x <p>?> c<![CDATA[<b>]]> ");
}

TEST_CASE("tokens of XML that is not well-formed end somewhere") {
  CHECK(tokens_of("a<b c<d>") == "ta s!<b c s<d> ");
  CHECK(tokens_of("<a href=\"x>y</a>") == "s<a href=\"x> ty e</a> ");
  CHECK(tokens_of("<p>a</p") == "s<p> ta e!</p ");
  CHECK(tokens_of("<!-- a") == "o!<!-- a ");
  CHECK(tokens_of("<![CDATA[a") == "c!<![CDATA[a ");
  CHECK(tokens_of("<") == "s!< ");
}

TEST_CASE("the text of a token is that of a text or CDATA section, the name that of a tag") {
  CHECK(read_xml_token("<![CDATA[a]]>", 0).text == "a");
  CHECK(read_xml_token("a&amp;<b>", 0).text == "a&amp;");
  CHECK(read_xml_token("<!--a-->", 0).text.empty());
  CHECK(read_xml_token("<a b='c'>", 0).name == "a");
  CHECK(read_xml_token("</a >", 0).name == "a");
  CHECK(read_xml_token("<a/>", 0).name == "a");
}

TEST_CASE("start tags without an end tag of their own are found") {
  struct Case {
    const char* xml;
    std::vector<std::size_t> offsets;
  };
  const Case cases[] = {{"<a><b></b></a>", {}},   {"<a><b></a>", {3}},
                        {"<a><a></a>", {0}},      {"<a><b><c></a><d>", {3, 6, 13}},
                        {"<a></b></a>", {}},      {"<a><b/></a></a>", {}},
                        {"<a><!--<b>--></a>", {}}};
  for (const auto& one : cases) {
    CAPTURE(one.xml);
    CHECK(tags_without_end(one.xml) == one.offsets);
  }
}
