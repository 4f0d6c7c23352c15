#pragma once

#include <string>
#include <string_view>

namespace xmlcv {

// A text as it is written between tags.
std::string xml_escaped(std::string_view text);

}  // namespace xmlcv
