#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// White space of XML: blank, tab, line feed, carriage return.
constexpr bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_blank(std::string_view text);

// White space as XML Schema's `collapse` treats it: runs become one blank, none at the ends.
std::string collapse(std::string_view text);

// What white space divides.
std::vector<std::string> split_words(std::string_view text);

}  // namespace xmlcv
