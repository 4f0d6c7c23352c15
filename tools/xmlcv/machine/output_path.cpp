#include "machine/output_path.h"

#include <fmt/format.h>

#include "machine/failure.h"
#include "machine/file.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// Also of what is not there yet, where no rule of the system says what the path means.
bool is_folder(const fs::path& path) {
  std::error_code error;
  const auto name = path.filename();
  return name.empty() || name == "." || name == ".." || fs::is_directory(path, error);
}

fs::path behind_links(const fs::path& path) {
  constexpr int most_links = 40;  // Linux follows as many
  fs::path result = path;
  std::error_code error;
  for (int links = 0; fs::is_symlink(result, error); ++links) {
    if (links == most_links) cannot_write(path, "too many levels of symbolic links");
    result = result.parent_path() / fs::read_symlink(result, error);
    if (error) cannot_write(path, error.message());
  }
  return result;
}

}  // namespace

bool is_same_file(const fs::path& one, const fs::path& other) {
  std::error_code error;
  if (fs::equivalent(one, other, error) && !error) return true;
  const auto plain = [&error](const fs::path& path) {
    return fs::weakly_canonical(fs::absolute(path, error), error);
  };
  const auto first = plain(one);
  return !error && first == plain(other) && !error;
}

OutputFile find_output(const fs::path& path, Links links, const std::vector<fs::path>& inputs) {
  if (is_folder(path)) {
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("the output is a folder: {}", path.empty() ? "." : path.string()),
                  "name the file: -o cv.pdf");
  }
  const auto target = links == Links::follow ? behind_links(path) : path;
  for (const auto& input : inputs) {
    if (!is_same_file(target, input)) continue;
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("the output {} is the input {}", path.string(), input.string()),
                  "give the output another name");
  }
  make_folder(target.parent_path());
  OutputFile result{Folder(target.parent_path(), Links::follow), target.filename().string()};
  using enum Folder::Kind;
  const auto kind = result.folder.kind(result.name);
  if (kind == directory || kind == other) cannot_write(path, "it is no ordinary file");
  return result;
}

}  // namespace xmlcv
