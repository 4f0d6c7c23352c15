#pragma once

#include <span>

#include "xml/vocabulary.h"

namespace xmlcv {

// Generated: the rules of all elements, sorted by their names.
std::span<const ElementRule> all_element_rules();

}  // namespace xmlcv
