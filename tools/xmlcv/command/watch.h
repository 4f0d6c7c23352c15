#pragma once

#include <filesystem>
#include <functional>
#include <vector>

namespace xmlcv {

// Builds, waits until one of the files that the build names has changed, and builds again; does
// not end. Looks at sizes and times: that works on every file system and with editors that save
// by renaming. A change while a build runs starts the next one. is_whole: whether the first of the
// files is plainly not half of one; then nothing is waited for.
[[noreturn]] void watch(const std::function<std::vector<std::filesystem::path>()>& build,
                        const std::function<bool()>& is_whole);

}  // namespace xmlcv
