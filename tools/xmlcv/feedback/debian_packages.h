#pragma once

#include <string>
#include <string_view>

namespace xmlcv {

// The Debian packages that have a file of TeX, such as lmodern.sty; those that have most of them
// if it is not known.
std::string debian_packages_for(std::string_view file);

// Likewise for a font by the name of its metrics, such as ec-lmss10.
std::string debian_packages_for_font(std::string_view font);

}  // namespace xmlcv
