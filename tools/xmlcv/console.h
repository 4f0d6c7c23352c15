#pragma once

#include <string_view>

namespace xmlcv {

// Writes to standard error. Where nobody can read it (closed, a full disk), it is lost: the exit
// status still tells.
void say(std::string_view text);

}  // namespace xmlcv
