#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

// Reads LaTeX as TeX would, and knows only what xmlcv may write. It shares no table with the
// program, so that the two hold each other.

class MalformedLatex : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The text that TeX sets of what escape_text wrote; a no-break space is U+00A0 again, and
// U+200B, where a line may end, is nothing. Throws
// MalformedLatex for any command that is more than a character, for what TeX takes as an order,
// and for two characters that its fonts would join.
std::string text_of_latex(std::string_view latex);

// The address that a link gets of what escape_url wrote. Throws MalformedLatex.
std::string address_of_latex(std::string_view latex);

// A whole cv-body.tex without raw LaTeX. Throws MalformedLatex for unknown commands and
// environments, what TeX takes as an order, braces that do not match, a paragraph's end inside
// an argument, and a line that is too long for TeX.
void check_latex_body(std::string_view latex);
