#pragma once

#include <filesystem>
#include <vector>

namespace xmlcv {

// The file that an output will replace: that behind symbolic links, whether it is there or not.
// inputs: files that must not be overwritten. Throws Failure: wrong_usage for one of these, an
// empty path or a folder, machine_failed for a device and the like.
std::filesystem::path find_output(const std::filesystem::path& path,
                                  const std::vector<std::filesystem::path>& inputs);

// Whether two paths are or would be one file.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace xmlcv
