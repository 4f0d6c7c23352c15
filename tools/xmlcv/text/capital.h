#pragma once

#include <string>
#include <string_view>

namespace xmlcv {

// The text (UTF-8) with its first letter as it is at the beginning of a sentence in a language (BCP
// 47); the rest stays.
std::string with_capital(std::string_view text, std::string_view language);

}  // namespace xmlcv
