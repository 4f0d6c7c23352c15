#include "text/white_space.h"

#include <vector>

#include "catch.h"

using namespace xmlcv;

TEST_CASE("white space is the four characters of XML") {
  std::vector<char32_t> found;
  for (char32_t c = 0; c <= 0xFFFF; ++c) {
    if (is_space(c)) found.push_back(c);
  }
  CHECK(found == std::vector<char32_t>{'\t', '\n', '\r', ' '});
}

TEST_CASE("a text without anything but white space is blank") {
  CHECK(is_blank(""));
  CHECK(is_blank(" \t\r\n"));
  CHECK_FALSE(is_blank(" x "));
  CHECK_FALSE(is_blank("\u00A0"));
}

TEST_CASE("white space divides words, and none are empty") {
  using Words = std::vector<std::string>;
  CHECK(split_words("") == Words{});
  CHECK(split_words(" \n ") == Words{});
  CHECK(split_words("one") == Words{"one"});
  CHECK(split_words("\tone  two\r\nthree\u00A0four ") == Words{"one", "two", "three\u00A0four"});
}
