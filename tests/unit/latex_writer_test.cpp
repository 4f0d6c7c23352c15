#include "latex/latex_writer.h"

#include <algorithm>

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

Text plain(const std::string& text) { return {{}, {{Inline::Kind::text, text, {}, {}}}}; }

Inline wrapped(Inline::Kind kind, const std::string& text, const std::string& address = {}) {
  return {kind, address, {{Inline::Kind::text, text, {}, {}}}, {}};
}

// The line of cv-body.tex in which something stands.
std::size_t line_of(const std::string& body, const std::string& what) {
  const auto end = body.begin() + static_cast<std::ptrdiff_t>(body.find(what));
  return 1 + static_cast<std::size_t>(std::count(body.begin(), end, '\n'));
}

}  // namespace

TEST_CASE("each kind of markup has its command") {
  using enum Inline::Kind;
  struct Case {
    Inline piece;
    const char* latex;
  };
  const Case cases[] = {
      {{text, "aa & bb", {}, {}}, "aa \\& bb"},
      {wrapped(bold, "x_y"), "\\textbf{x\\_y}"},
      {wrapped(italic, "x"), "\\textit{x}"},
      {wrapped(code, "x--y"), "\\texttt{x-\\cvsplit{}-y}"},
      {wrapped(subscript, "2"), "\\textsubscript{2}"},
      {wrapped(superscript, "2"), "\\textsuperscript{2}"},
      {wrapped(link, "50%", "https://x.org/#a b"), "\\cvlink{https://x.org/\\#a\\%20b}{50\\%}"},
      {{line_break, "", {}, {}}, "\\cvnewline{}"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.latex);
    CHECK(render(Text{{}, {one.piece}}).text() == one.latex);
  }
}

TEST_CASE("no font joins two characters between which markup begins or ends") {
  using enum Inline::Kind;
  const auto text_of = [](std::vector<Inline> content) {
    return render(Text{{}, std::move(content)}).text();
  };
  const Inline comma{text, ",", {}, {}};
  CHECK(text_of({comma, wrapped(bold, ","), comma}) == ",\\textbf{\\cvsplit{},}\\cvsplit{},");
  CHECK(text_of({comma, {line_break, "", {}, {}}, comma}) == ",\\cvnewline{},");
  CHECK(text_of({{text, "a,", {}, {}}, wrapped(link, "b", "x.org"), comma}) ==
        "a,\\cvlink{x.org}{b},");
}

TEST_CASE("markup may stand in markup") {
  Inline bold{Inline::Kind::bold, "", {wrapped(Inline::Kind::italic, "x")}, {}};
  CHECK(render(Text{{}, {bold}}).text() == "\\textbf{\\textit{x}}");
}

TEST_CASE("each word of a raised or lowered text has a box of its own") {
  using enum Inline::Kind;
  const auto raised = [](std::vector<Inline> content) {
    return render(Text{{}, {{superscript, "", std::move(content), {}}}}).text();
  };
  const Inline line_end{line_break, "", {}, {}};
  CHECK(raised({{text, "two words", {}, {}}}) == "\\textsuperscript{two} \\textsuperscript{words}");
  CHECK(raised({{text, "a b", {}, {}}, wrapped(bold, "c d"), {text, "e", {}, {}}}) ==
        "\\textsuperscript{a} \\textsuperscript{b\\textbf{c}} "
        "\\textsuperscript{\\textbf{d}e}");
  CHECK(raised({{text, "a", {}, {}}, line_end, {text, "b", {}, {}}}) ==
        "\\textsuperscript{a}\\cvnewline{}\\textsuperscript{b}");
  CHECK(raised({wrapped(subscript, "aa b"), {text, " ", {}, {}}}) ==
        "\\textsuperscript{\\textsubscript{aa}} \\textsuperscript{\\textsubscript{b}} ");
}

TEST_CASE("leaves are numbered from 1 and know their place in the XML") {
  const Source source("cv.xml", "<p>one</p><p>two</p>");
  LatexWriter writer;
  CHECK(writer.leaf(source.at(0), Latex::code("one")).text() == "\\cvtext{1}{one}");
  CHECK(writer.leaf(Words{source.at(10), "t&o"}).text() == "\\cvtext{2}{t\\&o}");
  REQUIRE(writer.map().size() == 2);
  CHECK(writer.map().leaf(1).location.offset == 0);
  CHECK(writer.map().leaf(2).location.offset == 10);
  CHECK(writer.map().leaf(2).location.source == &source);
}

TEST_CASE("what has no text is no leaf") {
  LatexWriter writer;
  CHECK(writer.leaf(Words{}).empty());
  CHECK(writer.leaf(Text{}).empty());
  CHECK(writer.map().size() == 0);
}

TEST_CASE("one argument stands beside its command, several each on a line of its own") {
  LatexWriter writer;
  writer.command("makecvtitle", {}, {});
  writer.command("section", {Latex::code("Work")}, {});
  writer.command("cvitem", {{}, Latex::code("x")}, {});
  writer.line("\\begin{cvdetails}");
  CHECK(writer.text() ==
        "\\makecvtitle\n"
        "\\section{Work}\n"
        "\\cvitem\n"
        "  {}\n"
        "  {x}\n"
        "\\begin{cvdetails}\n");
}

TEST_CASE("the map tells in which line each leaf of a command begins") {
  const Source source("cv.xml", "<entry/><p/>");
  LatexWriter writer;
  writer.line("");
  const Latex year = writer.leaf(Words{source.at(0), "2019"});
  Latex cited = writer.leaf(plain("authors"));
  cited += Latex::code(".\n   ") + writer.leaf(plain("title"));
  cited += Latex::code(", ") + writer.leaf(plain("venue"));
  cited += Latex::code(",\n   ") + writer.leaf(plain("pages"));
  writer.command("cvitem", {year, cited}, source.at(0));
  writer.command("section", {writer.leaf(plain("heading"))}, source.at(8));

  const auto& map = writer.map();
  REQUIRE(map.size() == 6);
  const char* leaves[] = {"2019", "authors", "title", "venue", "pages", "heading"};
  for (std::size_t i = 0; i < map.size(); ++i) {
    CAPTURE(leaves[i]);
    CHECK(map.leaf(i + 1).line == line_of(writer.text(), leaves[i]));
  }
  CHECK(map.leaf(1).line == 3);
  CHECK(map.leaf(5).line == 6);
}

TEST_CASE("a call reaches from its command to its last argument") {
  const Source source("cv.xml", "<a/><b/><c/>");
  LatexWriter writer;
  writer.command("title", {Latex::code("x")}, source.at(0));
  writer.line("");
  writer.command("cvitem", {Latex::code("a"), Latex::code("b\n   c")}, source.at(4));
  writer.command("makecvtitle", {}, source.at(8));

  CHECK(writer.text() == "\\title{x}\n\n\\cvitem\n  {a}\n  {b\n   c}\n\\makecvtitle\n");
  const std::size_t none = 99;
  const std::size_t offsets[] = {0, none, 4, 4, 4, 4, 8, none};  // of lines 1 to 8
  for (std::size_t line = 1; line <= 8; ++line) {
    CAPTURE(line);
    const auto call = writer.map().call_at(line);
    CHECK((call ? call->location.offset : none) == offsets[line - 1]);
  }
}

TEST_CASE("one argument of several lines begins on a line of its own") {
  LatexWriter writer;
  writer.command("cvlistitem", {Latex::code("a\n   b")}, {});
  CHECK(writer.text() == "\\cvlistitem\n  {a\n   b}\n");
}
