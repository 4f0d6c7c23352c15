#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xmlcv {

// The language that a .bib names, by babel's name or a code: de for german, ngerman, de and ger.
std::optional<std::string> language_code(std::string_view name);

// A language as another one calls it: German.
std::string language_name(const std::string& code, const std::string& language);

}  // namespace xmlcv
