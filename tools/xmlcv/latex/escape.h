#pragma once

#include <string>
#include <string_view>

#include "latex/latex.h"

namespace xmlcv {

// The contexts in which TeX reads text, each with its own traps. All take UTF-8.

// Running text: comes out letter by letter as it is, without TeX's ligatures for punctuation.
// No line ends behind a hyphen.
// before: the character in front of it, from which a font must not join it.
Latex escape_text(std::string_view text, std::string_view before = {});

// Where a line may end between letters without a blank: U+200B, which xmlcv.sty knows. In the XML
// it is refused.
constexpr std::string_view line_end_mark = "\u200B";

// A blank, and a no-break space, that is wider than others. In the XML they are no characters.
constexpr std::string_view wide_blank = "\x01";
constexpr std::string_view wide_tie = "\x02";

// An address in \href: percent-encoded where RFC 3986 wants it.
Latex escape_url(std::string_view url);

}  // namespace xmlcv
