#pragma once

#include <string>

namespace xmlcv {

// Unicode's name of a character: HORIZONTAL ELLIPSIS.
std::string character_name(char32_t character);

// U+2026 (HORIZONTAL ELLIPSIS)
std::string code_and_name(char32_t character);

}  // namespace xmlcv
