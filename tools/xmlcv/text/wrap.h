#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xmlcv {

// How many cells of a terminal a character takes: 0, 1 or 2.
std::size_t cells(char32_t c);
std::size_t cells(std::string_view text);

// Divides a text at its blanks, so that no line takes more cells than the width, but for one word
// that is wider. The first line begins in a column, from 0; the others with so many blanks. Width
// 0: one line.
std::string wrapped(std::string_view text, std::size_t width, std::size_t column,
                    std::size_t indent);

// Each line of a text likewise.
std::string wrapped_lines(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace xmlcv
