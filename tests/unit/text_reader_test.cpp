#include "xml/text_reader.h"

#include "catch.h"
#include "xml/tree.h"

using namespace xmlcv;

namespace {

// An element and what the reader makes of it.
class Fixture {
 public:
  explicit Fixture(std::string xml)
      : source_("cv.xml", std::move(xml)),
        tree_(parse_tree(source_)),
        account_(source_),
        reader_(account_, diagnostics_) {}

  Text text() const { return reader_.text(root()); }
  std::string words() const { return reader_.words(root()).value; }
  Words value(const char* attribute) const { return reader_.value(root(), attribute); }

  pugi::xml_node root() const { return tree_.document_element(); }
  const TextReader& reader() const { return reader_; }
  std::size_t place_of(std::string_view what) const { return source_.text().find(what); }
  std::vector<Diagnostic> diagnostics() const { return diagnostics_.sorted(); }

 private:
  Source source_;
  pugi::xml_document tree_;
  Diagnostics diagnostics_;
  Account account_;
  TextReader reader_;
};

// The text with its markup in brackets: b(bold).
std::string shown(const std::vector<Inline>& content) {
  using enum Inline::Kind;
  std::string result;
  for (const auto& piece : content) {
    switch (piece.kind) {
      case text:
        result += piece.text;
        break;
      case bold:
        result += "b(" + shown(piece.children) + ")";
        break;
      case italic:
        result += "i(" + shown(piece.children) + ")";
        break;
      case code:
        result += "code(" + shown(piece.children) + ")";
        break;
      case subscript:
        result += "sub(" + shown(piece.children) + ")";
        break;
      case superscript:
        result += "sup(" + shown(piece.children) + ")";
        break;
      case link:
        result += "a[" + piece.text + "](" + shown(piece.children) + ")";
        break;
      case line_break:
        result += "/";
        break;
    }
  }
  return result;
}

std::string text_of(const std::string& xml) { return shown(Fixture(xml).text().content); }

}  // namespace

TEST_CASE("a text's white space collapses across its markup") {
  struct Case {
    const char* xml;
    const char* text;
  };
  const Case cases[] = {
      {"<p>plain</p>", "plain"},
      {"<p>\r\n  two\r\n  lines  </p>", "two lines"},
      {"<p>a <b> b </b> c</p>", "a b(b )c"},
      {"<p>a<b>b</b>c</p>", "ab(b)c"},
      {"<p><b>a</b> <i>b</i></p>", "b(a) i(b)"},
      {"<p> <b> a </b> </p>", "b(a)"},
      {"<p>a <br/> b</p>", "a/b"},
      {"<p>a<br/><br/>b</p>", "a//b"},
      {"<p>a<!-- remark -->b</p>", "ab"},
      {"<p>a <!-- remark --> b</p>", "a b"},
      {"<p>a\tb</p>", "a b"},
      {"<p>a&#160; b</p>", "a\u00A0 b"},
      {"<p></p>", ""},
      {"<p> </p>", ""},
  };
  for (const auto& one : cases) {
    CAPTURE(one.xml);
    CHECK(text_of(one.xml) == one.text);
  }
}

TEST_CASE("each kind of markup is read, and markup in markup") {
  CHECK(text_of("<p><b>1</b><i>2</i><code>3</code><sub>4</sub><sup>5</sup><br/>6</p>") ==
        "b(1)i(2)code(3)sub(4)sup(5)/6");
  CHECK(text_of("<p><b>x <i>y</i></b></p>") == "b(x i(y))");
  CHECK(text_of("<p>see <a href=' https://x.org/a&amp;b '>this <i>page</i></a></p>") ==
        "see a[https://x.org/a&b](this i(page))");
}

TEST_CASE("references and CDATA sections are the characters that they stand for") {
  CHECK(text_of("<p>R&amp;D &lt;x&gt; &#228;&#xF6;</p>") == "R&D <x> äö");
  CHECK(text_of("<p>a<![CDATA[ <b> & ]]>c</p>") == "a <b> & c");
  CHECK(Fixture("<given>A&#101;</given>").words() == "Ae");
}

TEST_CASE("text is in NFC") {
  CHECK(text_of("<p>Go\u0308del</p>") == "Gödel");
  CHECK(Fixture("<family>Go\u0308del</family>").words() == "Gödel");
  CHECK(Fixture("<a href='Go\u0308del'/>").value("href").value == "Gödel");
}

TEST_CASE("a label and a when are not part of the text behind them") {
  CHECK(text_of("<item><when>long ago</when><label>Tools</label> a hammer</item>") == "a hammer");
}

TEST_CASE("a text and its pieces know their places") {
  const Fixture fixture("\n<p>one <b>two</b></p>");
  const Text text = fixture.text();
  CHECK(text.location.offset == fixture.place_of("<p>"));
  REQUIRE(text.content.size() == 2);
  CHECK(text.content[0].location.offset == fixture.place_of("one"));
  CHECK(text.content[1].location.offset == fixture.place_of("<b>"));
  REQUIRE(text.content[1].children.size() == 1);
  CHECK(text.content[1].children[0].location.offset == fixture.place_of("two"));
}

TEST_CASE("words have no markup, and their white space collapses") {
  CHECK(Fixture("<given>\n  Walid\n  A.  </given>").words() == "Walid A.");
  CHECK(Fixture("<given>Wa<!-- x -->lid</given>").words() == "Walid");
}

TEST_CASE("an attribute's value is at its place") {
  const Fixture fixture("<photo\n  src = ' me/Bild  1.jpg '/>");
  const Words value = fixture.value("src");
  CHECK(value.value == "me/Bild 1.jpg");
  CHECK(value.location.offset == fixture.place_of(" me/"));
}

TEST_CASE("an attribute that is not there has an empty value at its element") {
  const Fixture fixture("\n<photo/>");
  CHECK(fixture.value("src").value.empty());
  CHECK(fixture.value("src").location.offset == fixture.place_of("<photo"));
}

TEST_CASE("a character that nobody sees is an error at its place") {
  struct Case {
    const char* before;
    const char* character;
    const char* name;
  };
  const Case cases[] = {
      {"<p>ä &amp; ", "\u200B", "U+200B"},           // zero width space
      {"<p>x\r\ny", "\u202E", "U+202E"},             // right-to-left override
      {"<p><b>bold</b> ", "\uFEFF", "U+FEFF"},       // byte-order mark
      {"<p>a", "\uE000", "U+E000"},                  // private use
      {"<p>a", "\u0378", "U+0378"},                  // unassigned
      {"<p>a", "\u0085", "U+0085"},                  // control
      {"<p>a", "&#x200B;", "U+200B"},                //
      {"<p><![CDATA[R&D; ü", "\u200B", "U+200B"},    //
      {"<p>a<!-- & -->&lt;b", "\u200B", "U+200B"},   //
      {"<p>one <i>two &#228;", "\u200B", "U+200B"},  //
  };
  for (const auto& one : cases) {
    const std::string before = one.before;
    CAPTURE(before, one.name);
    std::string xml = before + one.character + "z";
    if (before.find("CDATA") != std::string::npos) xml += "]]>";
    if (before.find("<i>") != std::string::npos) xml += "</i>";
    const Fixture fixture(xml + "</p>");
    fixture.text();
    const auto found = fixture.diagnostics();
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::error);
    CHECK(found[0].location.offset == before.size());
    CHECK(found[0].message.find(one.name) != std::string::npos);
  }
}

TEST_CASE("what is part of a word has its place") {
  // The two joiners, an emoji, letters of other alphabets, an ideographic space.
  const Fixture fixture("<p>می\u200Cخواهم क्\u200Dष 😀 Łódź \u3000x</p>");
  fixture.text();
  CHECK(fixture.diagnostics().empty());
}

TEST_CASE("a character that nobody sees is found in words and in attributes, too") {
  const Fixture fixture("<email href='a\u200Bb'>c\u200Bd</email>");
  fixture.words();
  fixture.value("href");
  const auto found = fixture.diagnostics();
  REQUIRE(found.size() == 2);
  CHECK(found[0].location.offset == fixture.place_of("\u200Bb"));
  CHECK(found[1].location.offset == fixture.place_of("\u200Bd"));
}
