#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cv/addresses.h"
#include "xml/vocabulary.h"

namespace xmlcv {

// Nothing if the value, with its white space collapsed, is of the kind.
std::optional<ValueError> check_value(ValueKind kind, std::string_view value);

// What to write for a value of an attribute of dates that is none: attributes, or a <when>. Empty
// if nothing can be guessed, and for other attributes.
std::string date_hint(const ElementRule& parent, const AttributeRule& attribute,
                      std::string_view value);

}  // namespace xmlcv
