#include "latex/wide_blanks.h"

#include "catch.h"

using namespace xmlcv;

namespace {

std::string marked(std::string_view words) { return WideBlanks(words).mark(words); }

}  // namespace

TEST_CASE("a blank is wide between two words of one character, and nowhere else") {
  CHECK(marked("C R") == "C\x01R");
  CHECK(marked("明 李 é") == "明\x01李\x01é");
  CHECK(marked("5\u00A0h") == "5\x02h");
  for (const auto* words : {"", "a", "ab c", "a bc", "e\u0301 x", "a, b", "ab\u00A0c"}) {
    CHECK(marked(words) == words);
  }
  CHECK(marked("ab c d ef g") ==
        "ab c\x01"
        "d ef g");
}

TEST_CASE("words go on in the next part of a text, and end at a line break") {
  WideBlanks blanks("a bc d e");
  CHECK(blanks.mark("a b") == "a b");
  CHECK(blanks.mark("c") == "c");
  blanks.skip_line_break();
  CHECK(blanks.mark("d e") ==
        "d\x01"
        "e");
}

TEST_CASE("two texts with a blank between them") {
  CHECK(is_wide_between("明", "李"));
  CHECK(is_wide_between("Ann J", "B Li"));
  CHECK_FALSE(is_wide_between("Jo", "B"));
  CHECK_FALSE(is_wide_between("J", "Bo"));
  CHECK_FALSE(is_wide_between("", "B"));
}
