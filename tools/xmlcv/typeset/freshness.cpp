#include "typeset/freshness.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "machine/file.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

fs::path record_in(const fs::path& folder) { return folder / "cv.run"; }

std::string read_if_there(const fs::path& path) {
  try {
    return read_file(path);
  } catch (const UnreadableFile&) {
    return "";
  }
}

// What the .fls that latexmk has TeX write says of files: INPUT or OUTPUT.
std::set<fs::path> files_in_fls(const fs::path& folder, std::string_view kind) {
  std::set<fs::path> result;
  std::istringstream lines(read_if_there(folder / "cv.fls"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kind)) result.insert(line.substr(kind.size()));
  }
  return result;
}

constexpr std::string_view read = "INPUT ";
constexpr std::string_view written = "OUTPUT ";

std::string stamps_in(const fs::path& folder) {
  auto paths = files_in_fls(folder, read);
  paths.merge(files_in_fls(folder, written));
  paths.insert("cv.tex");  // not read where the preamble is a format
  std::string result;
  for (const auto& path : paths) result += file_stamp(folder / path);
  return result;
}

}  // namespace

bool is_up_to_date(const fs::path& folder) {
  const auto record = read_if_there(record_in(folder));
  return !record.empty() && record == stamps_in(folder);
}

bool misses_input(const fs::path& folder) {
  return std::ranges::any_of(files_in_fls(folder, read), [&folder](const fs::path& path) {
    std::error_code ignored;
    return !fs::exists(folder / path, ignored);
  });
}

void remember_run(const fs::path& folder) { write_file(record_in(folder), stamps_in(folder)); }

}  // namespace xmlcv
