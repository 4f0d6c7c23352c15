#include "text_breaks.h"

#include "catch.h"
#include "escape.h"

using namespace xmlcv;

namespace {

// The text with | where a line may end.
std::string divided(const std::string& text) {
  std::string result;
  std::size_t at = 0;
  for (const auto end : line_ends_without_blank(text)) {
    result += text.substr(at, end - at) + "|";
    at = end;
  }
  return result + text.substr(at);
}

}  // namespace

TEST_CASE("a line may end between Chinese characters, but not in front of a full stop") {
  CHECK(divided("我学习。然后") == "我|学|习。|然|后");
  CHECK(divided("「日本」") == "「日|本」");
  CHECK(divided("用Rust写") == "用|Rust|写");
}

TEST_CASE("a line of Thai may end between words") { CHECK(divided("ภาษาไทย") == "ภาษา|ไทย"); }

TEST_CASE("other scripts have blanks for that") {
  for (const auto* text : {"well-known words", "a „b“ c", "Ελλάδα και мир", "한국어 텍스트"}) {
    CHECK(divided(text) == text);
  }
}

TEST_CASE("a long word is not divided within a character") {
  const std::string letters = "abcdefghij\u0302klmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
  CHECK(escape_text(letters).text().find("\\cvdivide{}\u0302") == std::string::npos);
  CHECK(escape_text(letters).text().find("\\cvdivide{}") != std::string::npos);
}
