#include "text/utf8.h"

#include <vector>

#include "catch.h"

using namespace xmlcv;

namespace {

struct Sample {
  std::string bytes;
  char32_t code_point;
};

// The first and the last of each length.
const std::vector<Sample> samples = {{std::string(1, '\0'), 0},
                                     {"\x7F", 0x7F},
                                     {"\xC2\x80", 0x80},
                                     {"\xDF\xBF", 0x7FF},
                                     {"\xE0\xA0\x80", 0x800},
                                     {"\xEF\xBF\xBF", 0xFFFF},
                                     {"\xF0\x90\x80\x80", 0x10000},
                                     {"\xF4\x8F\xBF\xBF", 0x10FFFF}};

}  // namespace

TEST_CASE("the first byte tells how long a sequence is") {
  for (const auto& sample : samples) {
    CAPTURE(static_cast<unsigned>(sample.code_point));
    CHECK(utf8_length(sample.bytes[0]) == sample.bytes.size());
  }
}

TEST_CASE("a stray byte counts as one") { CHECK(utf8_length('\x80') == 1); }

TEST_CASE("a code point is read, and the offset moves behind it") {
  for (const auto& sample : samples) {
    CAPTURE(static_cast<unsigned>(sample.code_point));
    std::size_t offset = 1;
    CHECK(next_code_point("a" + sample.bytes + "b", offset) == sample.code_point);
    CHECK(offset == 1 + sample.bytes.size());
  }
}

TEST_CASE("a code point is written as it is read") {
  for (const auto& sample : samples) {
    CAPTURE(static_cast<unsigned>(sample.code_point));
    std::string text = "a";
    append_code_point(text, sample.code_point);
    CHECK(text == "a" + sample.bytes);
  }
}

TEST_CASE("bytes that are no UTF-8 cannot be read, and what follows can") {
  // A stray byte, a sequence that breaks off, an overlong one, a surrogate.
  for (const std::string bytes : {"\x80", "\xE2\x82", "\xC0\xAF", "\xED\xA0\x80"}) {
    std::size_t offset = 0;
    CHECK(next_code_point(bytes + "x", offset) == nothing_readable);
    CHECK(offset > 0);
    CHECK(offset <= bytes.size());
  }
}

TEST_CASE("the first character beyond ASCII is found wherever it stands") {
  const std::string ascii(40, 'a');
  CHECK(is_ascii(ascii));
  CHECK(is_ascii(""));
  for (std::size_t place = 0; place <= ascii.size(); ++place) {
    CAPTURE(place);
    const auto text = ascii.substr(0, place) + "é" + ascii.substr(place) + "ü";
    CHECK_FALSE(is_ascii(text));
    for (std::size_t from = 0; from <= place; ++from) CHECK(find_beyond_ascii(text, from) == place);
    CHECK(find_beyond_ascii(text, place + 2) == text.size() - 2);
    CHECK(find_beyond_ascii(text, text.size()) == text.npos);
  }
}
