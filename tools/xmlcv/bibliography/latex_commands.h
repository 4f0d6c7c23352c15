#pragma once

#include <string_view>

// What LaTeX's commands print that people write into a .bib, in UTF-8. A command's name is without
// its backslash; the result is empty for one that is not known.
namespace xmlcv {

std::string_view text_symbol(std::string_view command);
std::string_view math_symbol(std::string_view command);

// Relations and operators: TeX sets a space on both sides of them.
std::string_view math_relation(std::string_view command);

// \mathbb{R}
std::string_view blackboard_letter(std::string_view letter);

// \log and the like, which print their names.
bool is_math_function(std::string_view command);

// Commands without which the text reads the same: sizes, fonts that the CV does not use.
bool has_no_effect(std::string_view command);

// Commands whose argument is upright text, also in math.
bool sets_upright(std::string_view command);

// Commands that people define for sorting, such as \noopsort: their argument is not printed.
bool hides_argument(std::string_view command);

}  // namespace xmlcv
