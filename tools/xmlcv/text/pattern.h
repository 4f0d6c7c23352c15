#pragma once

#include <string_view>

namespace xmlcv {

// Whether all of a value is of a pattern, which is a literal in ECMAScript's form. A value of 4096
// bytes or more never is: libstdc++'s matching is recursive. For one thread alone.
bool matches(std::string_view value, const char* pattern);

}  // namespace xmlcv
