#include "text/parts.h"

#include <algorithm>

namespace xmlcv {

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const auto at = text.find(before);
  if (at == text.npos) return "";
  const auto begin = at + before.size();
  const auto end = text.find(after, begin);
  return end == text.npos ? "" : std::string(text.substr(begin, end - begin));
}

std::string_view line_of(std::string_view text, std::size_t number) {
  std::size_t begin = 0;
  for (; number > 1; --number) begin = text.find('\n', begin) + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(separator, begin), text.size());
    result.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

}  // namespace xmlcv
