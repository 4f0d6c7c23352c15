#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace xmlcv {

// The bytes of a photo. Throws UnreadableFile, also for what is no regular file (a device never
// ends) or has more than 64 MB.
std::string read_photo(const std::filesystem::path& path);

// png, jpg or pdf, by the first bytes; nothing for what TeX cannot set.
std::optional<std::string_view> photo_kind(std::string_view bytes);

}  // namespace xmlcv
