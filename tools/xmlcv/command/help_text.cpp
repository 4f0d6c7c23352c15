#include "command/help_text.h"

#include <algorithm>

#include "text/parts.h"
#include "text/wrap.h"

namespace xmlcv {
namespace {

// CLI11 2.1 to 2.4 begin a description there, and on the next line if the name is longer.
constexpr std::size_t description_column = 30;

// A list of values is one word, which may be wider than the terminal.
std::string divided_at_commas(std::string line, std::size_t width) {
  constexpr std::size_t indent = 8;
  std::string result;
  while (cells(line) > width) {
    const auto comma = line.rfind(',', width - 1);
    if (comma == std::string::npos || comma < indent) break;
    result += line.substr(0, comma + 1) + '\n';
    line = std::string(indent, ' ') + line.substr(comma + 1);
  }
  return result + line;
}

std::string divided(const std::string& line, std::size_t width) {
  if (cells(line) <= width) return line;
  const auto begin = line.find_first_not_of(' ');
  const bool has_description = begin > 0 && line.size() > description_column &&
                               line[description_column - 1] == ' ' &&
                               line[description_column] != ' ';
  if (!has_description) {
    const auto lines =
        std::string(begin, ' ') + wrapped(line.substr(begin), width, begin, begin + 2);
    std::string result;
    for (const auto& each : split(lines, '\n')) {
      if (!result.empty()) result += '\n';
      result += divided_at_commas(each, width);
    }
    return result;
  }
  const auto description = line.substr(description_column);
  constexpr std::size_t enough_for_columns = 60;
  if (width >= enough_for_columns) {
    return line.substr(0, description_column) +
           wrapped(description, width, description_column, description_column);
  }
  const auto name = line.substr(0, line.find_last_not_of(' ', description_column - 1) + 1);
  constexpr std::size_t indent = 6;
  const auto below = std::string(indent, ' ') + wrapped(description, width, indent, indent);
  return name.empty() ? below : name + '\n' + below;
}

}  // namespace

std::string help_text(std::string_view help, std::size_t width) {
  std::string result;
  for (const auto& line : split(help, '\n')) result += divided(line, width) + '\n';
  return result;
}

}  // namespace xmlcv
