#include "output_path.h"

#include <fmt/format.h>

#include "failure.h"

namespace xmlcv {
namespace fs = std::filesystem;

fs::path find_output(const fs::path& path, const std::vector<fs::path>& inputs) {
  std::error_code error;
  if (!path.has_filename() || fs::is_directory(path, error)) {
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("the output is a folder: {}", path.empty() ? "." : path.string()),
                  "name the file: -o cv.pdf");
  }
  for (const auto& input : inputs) {
    if (!fs::equivalent(path, input, error) || error) continue;
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("the output {} is the input {}", path.string(), input.string()),
                  "give the PDF another name");
  }
  const auto status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("cannot write {}: it is no ordinary file", path.string()));
  }
  if (!fs::is_symlink(path, error)) return path;
  const auto target = fs::weakly_canonical(path, error);
  return error ? path : target;
}

}  // namespace xmlcv
