#include "input_folders.h"

#include <algorithm>

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

bool is_below(const fs::path& folder, const fs::path& file) {
  const auto parts = std::ranges::mismatch(folder, file);
  return parts.in1 == folder.end() && parts.in2 != file.end();
}

}  // namespace

bool InputFolders::hold(const fs::path& file) const {
  std::error_code error;
  const auto real_file = fs::weakly_canonical(fs::absolute(file), error);
  if (error) return false;
  const auto holds = [&](const fs::path& folder) {
    const auto real_folder = fs::canonical(folder.empty() ? "." : folder, error);
    return !error && is_below(real_folder, real_file);
  };
  return holds(cv) || std::ranges::any_of(allowed, holds);
}

}  // namespace xmlcv
