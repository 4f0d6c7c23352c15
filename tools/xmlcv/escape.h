#pragma once

#include <string>
#include <string_view>

#include "latex.h"

namespace xmlcv {

// The contexts in which TeX reads text, each with its own traps. All take UTF-8.

// Running text: comes out letter by letter as it is, without TeX's ligatures for punctuation.
Latex escape_text(std::string_view text);

// An address in \href: percent-encoded where RFC 3986 wants it.
Latex escape_url(std::string_view url);

}  // namespace xmlcv
