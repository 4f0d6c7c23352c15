#include "text/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

// ICU 72's macros narrow without a cast.
#pragma GCC diagnostic ignored "-Wconversion"

namespace xmlcv {

std::size_t utf8_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  if (byte >= 0xC0) return 2;
  return 1;
}

std::string_view last_character(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U)
    ;
  return text.substr(begin);
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT(text.data(), offset, text.size(), c);
  return c < 0 ? nothing_readable : static_cast<char32_t>(c);
}

bool is_ascii(std::string_view text) {
  return find_beyond_ascii(text, 0) == std::string_view::npos;
}

// Eight bytes at a time: a long CV has 4 MB of them, nearly all ASCII.
std::size_t find_beyond_ascii(std::string_view text, std::size_t from) {
  constexpr std::uint64_t beyond_ascii = 0x8080808080808080;
  std::uint64_t bytes = 0;
  for (; from + sizeof bytes <= text.size(); from += sizeof bytes) {
    std::memcpy(&bytes, text.data() + from, sizeof bytes);
    if ((bytes & beyond_ascii) != 0) break;
  }
  for (; from < text.size(); ++from) {
    if (static_cast<unsigned char>(text[from]) >= 0x80) return from;
  }
  return std::string_view::npos;
}

void append_code_point(std::string& text, char32_t code_point) {
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  text.append(bytes, length);
}

}  // namespace xmlcv
