#include "text/white_space.h"

#include <algorithm>

namespace xmlcv {

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_space(c); });
}

std::string collapse(std::string_view text) {
  std::string result;
  bool pending = false;
  for (const char c : text) {
    if (is_space(c)) {
      pending = !result.empty();
    } else {
      if (pending) result += ' ';
      pending = false;
      result += c;
    }
  }
  return result;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> result;
  const auto collapsed = collapse(text);
  for (std::size_t begin = 0; begin < collapsed.size();) {
    const auto end = std::min(collapsed.find(' ', begin), collapsed.size());
    result.push_back(collapsed.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

}  // namespace xmlcv
