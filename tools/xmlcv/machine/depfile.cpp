#include "machine/depfile.h"

#include <fmt/format.h>

namespace xmlcv {
namespace {

// Ninja 1.11 and CMake 3.25 both take a backslash before blank and #, and $$ for $.
std::string escaped(const std::string& name) {
  std::string result;
  for (const char c : name) {
    if (c == ' ' || c == '#') result += '\\';
    if (c == '$') result += '$';
    result += c;
  }
  return result;
}

std::string escaped(const std::filesystem::path& path) {
  return escaped(std::filesystem::absolute(path).lexically_normal().string());
}

}  // namespace

std::string depfile(const std::filesystem::path& target,
                    const std::vector<std::filesystem::path>& dependencies,
                    const std::string& name) {
  std::string rule = fmt::format("{}:", name.empty() ? escaped(target) : escaped(name));
  for (const auto& dependency : dependencies) {
    rule += fmt::format(" \\\n  {}", escaped(dependency));
  }
  return rule + "\n";
}

}  // namespace xmlcv
