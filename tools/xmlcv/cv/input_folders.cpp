#include "cv/input_folders.h"

#include <fmt/format.h>

#include <algorithm>

#include "machine/file.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// A folder holds itself: who opens it is told that it is a folder.
bool is_in(const fs::path& folder, const fs::path& file) {
  return std::ranges::mismatch(folder, file).in1 == folder.end();
}

}  // namespace

// A file may be exchanged for a link at any moment: the one that is open is the one that is looked
// at.
std::optional<std::string> InputFolders::read(const fs::path& file,
                                              std::size_t most_megabytes) const {
  if (const auto at = file.native().find_first_of(refused); at != std::string::npos) {
    throw UnreadableFile(
        fmt::format("the build tool cannot follow a path with {}", file.native()[at]));
  }
  std::error_code error;
  const auto expected = fs::weakly_canonical(fs::absolute(file, error), error);
  if (error || !hold(expected)) return std::nullopt;
  const InputFile opened(file);
  if (!hold(opened.real_path())) return std::nullopt;
  return opened.bytes(most_megabytes);
}

bool InputFolders::hold(const fs::path& real_file) const {
  std::error_code error;
  const auto holds = [&](const fs::path& folder) {
    const auto real_folder = fs::canonical(folder.empty() ? "." : folder, error);
    return !error && is_in(real_folder, real_file);
  };
  return holds(cv) || std::ranges::any_of(allowed, holds);
}

std::string advice_on_outside(const fs::path& file) {
  // Of a link to a file, the folder that it leads to.
  std::error_code error;
  const auto real = fs::is_symlink(file, error) ? fs::weakly_canonical(file, error) : file;
  return fmt::format("put it there or into a folder below, or say --allow-folder '{}'",
                     real.parent_path().lexically_normal().string());
}

}  // namespace xmlcv
