#pragma once

#include <optional>
#include <string_view>

#include "cv/addresses.h"
#include "xml/vocabulary.h"

namespace xmlcv {

// Nothing if the value, with its white space collapsed, is of the kind.
std::optional<ValueError> check_value(ValueKind kind, std::string_view value);

}  // namespace xmlcv
