#pragma once

#include <string_view>

#include "schema_model.h"

namespace xmlcv::vocabulary {

// Adds what xml/cv.rules says. Throws std::runtime_error that names the line of a rule which is
// mistyped, names what the schema does not have, or says what is said already.
void apply_rules(std::string_view rules, Vocabulary& vocabulary);

}  // namespace xmlcv::vocabulary
