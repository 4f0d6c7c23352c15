#include "depfile.h"

namespace xmlcv {
namespace {

// Ninja 1.11 and CMake 3.25 both take a backslash before blank and #, and $$ for $.
std::string escaped(const std::filesystem::path& path) {
  std::string result;
  for (const char c : std::filesystem::absolute(path).lexically_normal().string()) {
    if (c == ' ' || c == '#') result += '\\';
    if (c == '$') result += '$';
    result += c;
  }
  return result;
}

}  // namespace

std::string depfile(const std::filesystem::path& target,
                    const std::vector<std::filesystem::path>& dependencies) {
  std::string rule = escaped(target) + ":";
  for (const auto& dependency : dependencies) rule += " \\\n  " + escaped(dependency);
  return rule + "\n";
}

}  // namespace xmlcv
