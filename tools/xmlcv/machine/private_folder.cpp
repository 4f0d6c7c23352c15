#include "machine/private_folder.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>

#include "machine/failure.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

constexpr mode_t for_this_user = S_IRWXU;

// Root is not asked for its permission: the owner counts.
bool is_private(const fs::path& folder) {
  struct stat status {};
  return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 &&
         (status.st_mode & S_IRWXU) == S_IRWXU;
}

// Made if it is missing, for this user alone.
bool make_private(const fs::path& folder) {
  ::mkdir(folder.c_str(), for_this_user);
  return is_private(folder);
}

// What builds left that were killed.
void remove_old_runs(const fs::path& runs) {
  constexpr std::chrono::hours day{24};
  std::error_code error;
  for (const auto& run : fs::directory_iterator(runs, error)) {
    std::error_code ignored;
    const auto age = fs::file_time_type::clock::now() - run.last_write_time(ignored);
    if (!ignored && age > day) fs::remove_all(run.path(), ignored);
  }
}

fs::path new_folder_in(const fs::path& place) {
  auto name = (place / "xmlcv-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw Failure(ExitStatus::machine_failed, fmt::format("cannot make a folder in {}: {}",
                                                          place.string(), std::strerror(errno)));
  }
  return name;
}

fs::path place_of_runs() {
  if (auto runs = user_cache("runs")) {
    remove_old_runs(*runs);
    return *runs;
  }
  std::error_code error;
  const auto temporary = fs::temp_directory_path(error);
  return error ? fs::path("/tmp") : temporary;
}

}  // namespace

std::optional<fs::path> user_cache_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  if (cache != nullptr && fs::path(cache).is_absolute()) return fs::path(cache) / "xmlcv";
  if (home != nullptr && fs::path(home).is_absolute()) return fs::path(home) / ".cache/xmlcv";
  return std::nullopt;
}

std::optional<fs::path> user_cache(std::string_view name) {
  const auto cache = user_cache_folder();
  if (!cache) return std::nullopt;
  std::error_code error;
  fs::create_directories(cache->parent_path(), error);
  const auto folder = *cache / name;
  const bool usable = make_private(*cache) && make_private(folder);
  return usable ? std::optional(folder) : std::nullopt;
}

FreshFolder::FreshFolder() : path_(fs::absolute(new_folder_in(place_of_runs()))) {}

FreshFolder::~FreshFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

const fs::path& empty_folder() {
  static const FreshFolder folder;
  return folder.path();
}

}  // namespace xmlcv
