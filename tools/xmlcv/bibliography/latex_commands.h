#pragma once

#include <string>
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

// Commands whose argument is upright text, also in math; and whose argument is upright math.
bool sets_upright(std::string_view command);
bool sets_upright_math(std::string_view command);

// Of the symbols of unicode-math and biber (tex_symbols.tsv), which are asked last.
struct TexSymbol {
  std::string_view text;
  bool is_relation = false;
};
TexSymbol symbol_of_tables(std::string_view command);

// The combining mark of an accent: that of \' and of \hat; and the same mark alone.
std::string_view accent_of(std::string_view command);
std::string_view spacing_accent(std::string_view mark);

// The name of the journal for which AASTeX and ADS have a command: \mnras.
std::string_view journal_name(std::string_view command);

// What an entity of HTML stands for, without & and ;. Those of XML, nbsp, and numbers.
std::string html_character(std::string_view name);

// Commands that people define for sorting, such as \noopsort: their argument is not printed.
bool hides_argument(std::string_view command);

}  // namespace xmlcv
