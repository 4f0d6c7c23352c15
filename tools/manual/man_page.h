#pragma once

#include <string>
#include <vector>

#include "command/options.h"

namespace xmlcv {

// xmlcv(1), in the man macros of roff.
std::string man_page(const std::vector<CommandText>& commands, const std::string& version);

}  // namespace xmlcv
