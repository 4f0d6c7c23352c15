#pragma once

#include <filesystem>
#include <string>

namespace xmlcv {

// What a file compressed by gzip holds; of any other file, its bytes. Throws UnreadableFile.
std::string read_gzip(const std::filesystem::path& path);

}  // namespace xmlcv
