#pragma once

#include <filesystem>
#include <functional>
#include <vector>

namespace xmlcv {

// Builds, waits until one of the files that the build names has changed, and builds again; does
// not end. Looks at sizes and times: that works on every file system and with editors that save
// by renaming. A change while a build runs starts the next one.
[[noreturn]] void watch(const std::function<std::vector<std::filesystem::path>()>& build);

}  // namespace xmlcv
