#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace xmlcv {

// The folder of this name in the user's cache ($XDG_CACHE_HOME/xmlcv, else ~/.cache/xmlcv);
// nothing where none can be made.
std::optional<std::filesystem::path> user_cache(std::string_view name);

}  // namespace xmlcv
