#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xmlcv {

// The number of bytes of the UTF-8 sequence that begins with this byte; 1 for a stray byte.
std::size_t utf8_length(char first);

// The last character, as its bytes; empty for an empty text.
std::string_view last_character(std::string_view text);

// The code point at an offset, which is moved behind it; nothing_readable for a stray byte.
constexpr char32_t nothing_readable = 0xFFFFFFFF;
char32_t next_code_point(std::string_view text, std::size_t& offset);

// Whether it has no character beyond ASCII, and where the first one is from an offset on (npos if
// there is none).
bool is_ascii(std::string_view text);
std::size_t find_beyond_ascii(std::string_view text, std::size_t from);

void append_code_point(std::string& text, char32_t code_point);

}  // namespace xmlcv
