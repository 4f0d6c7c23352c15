#include "text/pattern.h"

#include <map>
#include <regex>

namespace xmlcv {
namespace {

constexpr std::size_t longest = 4096;

}  // namespace

// libstdc++ 12 takes 30 us to compile a pattern.
bool matches(std::string_view value, const char* pattern) {
  static std::map<const char*, std::regex> compiled;
  const auto& regex = compiled.try_emplace(pattern, pattern).first->second;
  return value.size() < longest && std::regex_match(value.begin(), value.end(), regex);
}

std::optional<std::string> rewritten(std::string_view value, const std::string& pattern,
                                     const std::string& form) {
  static std::map<std::string, std::regex> compiled;
  const auto& regex = compiled.try_emplace(pattern, pattern).first->second;
  std::match_results<std::string_view::const_iterator> found;
  if (value.size() >= longest || !std::regex_match(value.begin(), value.end(), found, regex)) {
    return std::nullopt;
  }
  return found.format(form);
}

}  // namespace xmlcv
