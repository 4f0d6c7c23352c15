#include "text/wrap.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/parts.h"
#include "text/utf8.h"

namespace xmlcv {

std::size_t cells(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) return 0;
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t cells(std::string_view text) {
  std::size_t result = 0;
  for (std::size_t i = 0; i < text.size();) result += cells(next_code_point(text, i));
  return result;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t column,
                    std::size_t indent) {
  if (width == 0) return std::string(text);
  std::string result;
  bool begins_line = column <= indent;
  while (true) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    const auto size = cells(word);
    const std::size_t blank = begins_line || result.empty() ? 0 : 1;
    if (!begins_line && column + blank + size > width) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (blank > 0) {
      result += ' ';
      ++column;
    }
    result += word;
    column += size;
    begins_line = false;
    if (end == text.size()) return result;
    text.remove_prefix(end + 1);
  }
}

std::string wrapped_lines(std::string_view text, std::size_t width, std::size_t indent) {
  std::string result;
  for (const auto& line : split(text, '\n')) result += wrapped(line, width, 0, indent) + '\n';
  return result;
}

}  // namespace xmlcv
