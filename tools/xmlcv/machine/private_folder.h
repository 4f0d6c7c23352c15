#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace xmlcv {

// The folder of this name in the user's cache ($XDG_CACHE_HOME/xmlcv, else ~/.cache/xmlcv). Nothing
// where none can be made, and where it belongs to somebody else or others may write there.
std::optional<std::filesystem::path> user_cache(std::string_view name);

// The cache itself, whether it is there or not; nothing where there is no home for one.
std::optional<std::filesystem::path> user_cache_folder();

// A new folder that only this user can enter, gone with the object: in the user's cache, else where
// temporary files are. Throws Failure (machine_failed).
class FreshFolder {
 public:
  FreshFolder();
  ~FreshFolder();
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// An empty folder, from which programs may be started that look for files where they are.
const std::filesystem::path& empty_folder();

}  // namespace xmlcv
