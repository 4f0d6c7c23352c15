#include "text/pattern.h"

#include <map>
#include <regex>

namespace xmlcv {

// libstdc++ 12 takes 30 us to compile a pattern.
bool matches(std::string_view value, const char* pattern) {
  static std::map<const char*, std::regex> compiled;
  const auto& regex = compiled.try_emplace(pattern, pattern).first->second;
  return value.size() < 4096 && std::regex_match(value.begin(), value.end(), regex);
}

}  // namespace xmlcv
