#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vocabulary.h"

namespace xmlcv {

// Why a value is not of its kind: what was expected, and how to write it. The value has its
// white space collapsed already.
struct ValueFault {
  std::string expected;
  std::string hint;
};
std::optional<ValueFault> check_value(ValueKind kind, std::string_view value);

// White space as XML Schema's `collapse` treats it: runs become one blank, none at the ends.
std::string collapse(std::string_view text);

}  // namespace xmlcv
