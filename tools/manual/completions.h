#pragma once

#include <string>
#include <vector>

#include "command/options.h"

namespace xmlcv {

// What the shells read to complete commands, options, values and files.
std::string bash_completion(const std::vector<CommandText>& commands);
std::string zsh_completion(const std::vector<CommandText>& commands);
std::string fish_completion(const std::vector<CommandText>& commands);

}  // namespace xmlcv
