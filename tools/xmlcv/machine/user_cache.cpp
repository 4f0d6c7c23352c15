#include "machine/user_cache.h"

#include <unistd.h>

#include <cstdlib>

namespace xmlcv {
namespace fs = std::filesystem;

std::optional<fs::path> user_cache(std::string_view name) {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  fs::path folder;
  if (cache != nullptr && fs::path(cache).is_absolute()) {
    folder = fs::path(cache) / "xmlcv" / name;
  } else if (home != nullptr && fs::path(home).is_absolute()) {
    folder = fs::path(home) / ".cache/xmlcv" / name;
  }
  if (folder.empty()) return std::nullopt;
  std::error_code error;
  fs::create_directories(folder, error);
  const bool usable = ::access(folder.c_str(), R_OK | W_OK | X_OK) == 0;
  return usable ? std::optional(folder) : std::nullopt;
}

}  // namespace xmlcv
