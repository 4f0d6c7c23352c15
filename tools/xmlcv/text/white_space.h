#pragma once

#include <string>
#include <string_view>

namespace xmlcv {

// White space as XML Schema's `collapse` treats it: runs become one blank, none at the ends.
std::string collapse(std::string_view text);

}  // namespace xmlcv
