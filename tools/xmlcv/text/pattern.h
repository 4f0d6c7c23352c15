#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xmlcv {

// Whether all of a value is of a pattern, which is a literal in ECMAScript's form. A value of 4096
// bytes or more never is: libstdc++'s matching is recursive. For one thread alone.
bool matches(std::string_view value, const char* pattern);

// A value of a pattern in another form, in which $1 stands for what the first group held.
std::optional<std::string> rewritten(std::string_view value, const std::string& pattern,
                                     const std::string& form);

}  // namespace xmlcv
