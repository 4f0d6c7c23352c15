#pragma once

#include <string_view>

#include "latex/characters.h"

namespace xmlcv {

// The packages of Debian and Ubuntu one of which has a font with the character.
std::string_view font_packages(const Cluster& cluster);

}  // namespace xmlcv
