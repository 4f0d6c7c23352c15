#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace xmlcv {

// A rule "target: dependencies" in the form that Ninja and CMake read, all paths absolute. name:
// the target as the build tool knows it; empty for its path.
std::string depfile(const std::filesystem::path& target,
                    const std::vector<std::filesystem::path>& dependencies,
                    const std::string& name = "");

}  // namespace xmlcv
