#include "text/text_breaks.h"

#include <unicode/brkiter.h>

#include <memory>

#include "catch.h"
#include "latex/escape.h"

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

// As ICU divides the text, in code units of UTF-8.
std::vector<std::size_t> clusters_by_icu(const std::string& text) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
  REQUIRE(U_SUCCESS(code));
  const auto utf16 = icu::UnicodeString::fromUTF8(text);
  iterator->setText(utf16);
  std::vector<std::size_t> ends;
  for (auto end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
    std::string before;
    utf16.tempSubString(0, end).toUTF8String(before);
    ends.push_back(before.size());
  }
  return ends;
}

}  // namespace

TEST_CASE("clusters are those of ICU, whatever stands side by side") {
  // One or two of each value of UAX 29: letters, marks, Hangul, Prepend, joiners, flags, emoji.
  const std::vector<std::string> characters = {
      "a",      "é",          "–",          "\u0301",    "\u0903", "\u1100", "\u1160",
      "\u11A8", "\uAC00",     "\uAC01",     "\u0600",    "\u200D", "\u200B", "\u0915",
      "\u094D", "中",         "\r",         "\n",        " ",      "\u2764", "\uFE0F",
      "😀",      "\U0001F468", "\U0001F1E9", "\U0001F3FD"};
  for (const auto& first : characters) {
    for (const auto& second : characters) {
      for (const auto& third : characters) {
        const auto text = first + second + third;
        if (cluster_ends(text) != clusters_by_icu(text)) FAIL("differs: " << text);
      }
    }
  }
  CHECK(cluster_ends("").empty());
}

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
  CHECK(escape_text(letters).text().find("\\cvhyphen{}\u0302") == std::string::npos);
  CHECK(escape_text(letters).text().find("\\cvhyphen{}") != std::string::npos);
}

TEST_CASE("a long word of letters is divided with a hyphen, an address without one") {
  const std::string part = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
  const std::string greek = "αβγδεζηθικλμνξοπρστυφχψωαβγδεζηθικλμνξοπρστυφχψω";
  for (const auto& word : {part, greek, "(" + part + "),", "O'" + part, part + "-" + part}) {
    INFO(word);
    const auto latex = escape_text(word).text();
    CHECK(latex.find("\\cvhyphen{}") != std::string::npos);
    CHECK(latex.find("\\cvdivide{}") == std::string::npos);
  }
  for (const auto& word :
       {part + "9", part + ".org", "a@" + part, part + "/" + part, "4" + part + "b2"}) {
    INFO(word);
    const auto latex = escape_text(word).text();
    CHECK(latex.find("\\cvhyphen{}") == std::string::npos);
    CHECK(latex.find("\\cvdivide{}") != std::string::npos);
  }
}
