#pragma once

#include <string>
#include <string_view>

#include "text/location.h"

namespace xmlcv {

// The word in an element's text that TeX shows with hyphens or signs of its own, as the XML has it;
// empty if there is none. leaf: the place of the element, or where a text begins that is none.
std::string word_of_xml(Location leaf, std::string_view shown);

}  // namespace xmlcv
