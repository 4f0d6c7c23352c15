#include "freshness.h"

#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "file.h"

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

// Of each file that TeX read or wrote, by the .fls that latexmk has it write.
std::string stamps_in(const fs::path& folder) {
  std::set<fs::path> paths = {"cv.tex"};  // not read where the preamble is a format
  std::istringstream lines(read_if_there(folder / "cv.fls"));
  for (std::string line; std::getline(lines, line);) {
    for (const std::string_view kind : {"INPUT ", "OUTPUT "}) {
      if (line.starts_with(kind)) paths.insert(line.substr(kind.size()));
    }
  }
  std::string result;
  for (const auto& path : paths) result += file_stamp(folder / path);
  return result;
}

}  // namespace

bool is_up_to_date(const fs::path& folder) {
  const auto record = read_if_there(record_in(folder));
  return !record.empty() && record == stamps_in(folder);
}

void remember_run(const fs::path& folder) { write_file(record_in(folder), stamps_in(folder)); }

}  // namespace xmlcv
