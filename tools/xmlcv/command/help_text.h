#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xmlcv {

// CLI11's help, divided at words for a terminal of so many columns.
std::string help_text(std::string_view help, std::size_t width);

}  // namespace xmlcv
