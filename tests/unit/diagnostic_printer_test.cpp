#include "command/diagnostic_printer.h"

#include <algorithm>

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

std::string printed(const Source& source, std::string_view at, bool colour = false) {
  Diagnostics diagnostics;
  diagnostics.error(source.at(source.text().find(at)), "it is wrong", "repair it");
  return print_long(diagnostics, colour);
}

// How many columns of the terminal stand before the caret.
std::size_t caret(const std::string& text) {
  const auto begin = text.find("\n", text.find("\n") + 1) + 1;
  return text.find('^') - begin - std::string_view("      | ").size();
}

}  // namespace

TEST_CASE("a diagnostic has its place, its line, a caret and its hint") {
  const Source source("my/cv.xml", "<cv>\n  <a/>\n</cv>\n");
  CHECK(printed(source, "<a/>") ==
        "my/cv.xml:2:3: error: it is wrong\n"
        "    2 |   <a/>\n"
        "      |   ^\n"
        "      = hint: repair it\n");
}

TEST_CASE("a warning without a hint or a place is one line") {
  Diagnostics diagnostics;
  diagnostics.warning({}, "it is odd");
  CHECK(print_long(diagnostics, false) == "xmlcv: warning: it is odd\n");
  CHECK(print_long(Diagnostics(), false).empty());
}

TEST_CASE("diagnostics are printed in the order of their places") {
  const Source source("cv.xml", "ab\ncd");
  Diagnostics diagnostics;
  diagnostics.error(source.at(3), "late");
  diagnostics.error(source.at(1), "early");
  const auto text = print_long(diagnostics, false);
  CHECK(text.find("early") < text.find("late"));
  CHECK(text.find("cv.xml:1:2: error: early\n") == 0);
  CHECK(text.find("cv.xml:2:1: error: late\n") != std::string::npos);
}

TEST_CASE("the caret stands under the place on a terminal") {
  struct Case {
    std::string before;
    std::size_t cells;
  };
  const Case cases[] = {
      {"", 0},         {"abc", 3},
      {"\t\t", 2},     {"äöü", 3},
      {"漢字", 4},     {"😀", 2},
      {"ｆ", 2},       {"Go\u0308del", 5},
      {"a\u200Bb", 3},  // shown as a replacement character, so that it can be seen
      {"\x01", 1},     {"\xF0\x90\x80\x80", 1}};
  for (const auto& one : cases) {
    CAPTURE(one.before);
    const Source source("cv.xml", "line\n" + one.before + "?x\n");
    CHECK(caret(printed(source, "?x")) == one.cells);
  }
}

TEST_CASE("nothing in the XML reaches the terminal as an order") {
  const Source source("cv.xml", "a\x1b[31m\tb\x07?\x80\n");
  CHECK(printed(source, "?").find("    1 | a\uFFFD[31m b\uFFFD?\uFFFD\n") != std::string::npos);
}

TEST_CASE("a line with CR LF is shown without its end") {
  const Source source("cv.xml", "ab\r\ncd\r\n");
  CHECK(printed(source, "d").find("    2 | cd\n      |  ^\n") != std::string::npos);
}

TEST_CASE("of a long line, what is around the place is shown") {
  const Source source("cv.xml", std::string(500, 'a') + "?" + std::string(500, 'z'));
  const auto text = printed(source, "?");
  CHECK(text.find("cv.xml:1:501:") == 0);
  const auto begin = text.find('\n') + 1;
  const auto line = text.substr(begin, text.find('\n', begin) - begin);
  CHECK(line.size() < 200);
  CHECK(line.find("…a") != std::string::npos);
  CHECK(line.find("z…") != std::string::npos);
  // The cut's mark is three bytes long and one column wide.
  CHECK(caret(text) + 2 == line.find('?') - std::string_view("    1 | ").size());
}

TEST_CASE("colour comes as ANSI sequences only when it is asked for") {
  const Source source("cv.xml", "<a/>");
  const auto plain = printed(source, "<a/>");
  const auto coloured = printed(source, "<a/>", true);
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(coloured.find("\x1b[") != std::string::npos);

  std::string without;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1b') {
      i = coloured.find('m', i);
    } else {
      without += coloured[i];
    }
  }
  CHECK(without == plain);
  const auto last = coloured.rfind("\x1b[");
  CHECK(coloured.substr(last, 4) == "\x1b[0m");
}

TEST_CASE("the short form is that of GCC: one line, and the hint as a note") {
  const Source source("/my folder/cv.xml", "<cv>\n  <a/>\n</cv>\n");
  Diagnostics diagnostics;
  diagnostics.error(source.at(7), "it is wrong", "repair it");
  diagnostics.warning({}, "it is odd");
  CHECK(print_short(diagnostics) ==
        "/my folder/cv.xml:2:3: error: it is wrong\n"
        "/my folder/cv.xml:2:3: note: repair it\n"
        "xmlcv: warning: it is odd\n");
}

TEST_CASE("a note is one line in both forms") {
  const Source source("cv.xml", "<cv/>");
  Diagnostics diagnostics;
  diagnostics.note(source.at(0), "on page 1");
  CHECK(print_long(diagnostics, false) == "cv.xml:1:1: note: on page 1\n");
  CHECK(print_short(diagnostics) == "cv.xml:1:1: note: on page 1\n");
}

TEST_CASE("endless errors are cut, notes are not") {
  const Source source("cv.xml", "<cv/>");
  Diagnostics diagnostics;
  for (int i = 0; i < 600; ++i) diagnostics.note(source.at(0), "here");
  for (int i = 0; i < 502; ++i) diagnostics.error(source.at(0), "wrong");
  const auto text = print_short(diagnostics);
  CHECK(std::count(text.begin(), text.end(), '\n') == 600 + 500 + 1);
  CHECK(text.ends_with("xmlcv: 2 more messages are not shown\n"));
}
