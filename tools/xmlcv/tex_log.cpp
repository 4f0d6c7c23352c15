#include "tex_log.h"

#include <charconv>
#include <optional>

namespace xmlcv {
namespace {

std::string without_prefix(std::string_view message) {
  for (const std::string_view prefix : {"LaTeX Error: ", "! LaTeX Error: ", "! "}) {
    if (message.starts_with(prefix)) return std::string(message.substr(prefix.size()));
  }
  return std::string(message);
}

// "./cv-body.tex:12: Undefined control sequence."
std::optional<TexError> parse_file_line_error(std::string_view line) {
  const auto end_of_file = line.find(".tex:");
  const auto style = line.find(".sty:");
  const auto dot = std::min(end_of_file, style);
  if (dot == std::string_view::npos) return std::nullopt;
  const auto number = dot + 5;
  const auto colon = line.find(": ", number);
  if (colon == std::string_view::npos) return std::nullopt;
  TexError error{std::string(line.substr(0, number - 1)), 0, ""};
  const auto [end, code] = std::from_chars(&line[number], &line[colon], error.line);
  if (code != std::errc() || end != &line[colon]) return std::nullopt;
  if (error.file.starts_with("./")) error.file.erase(0, 2);
  error.message = without_prefix(line.substr(colon + 2));
  return error;
}

}  // namespace

std::vector<TexError> parse_tex_log(std::string_view log) {
  std::vector<TexError> errors;
  while (!log.empty()) {
    const auto end = std::min(log.find('\n'), log.size());
    const auto line = log.substr(0, end);
    log.remove_prefix(std::min(end + 1, log.size()));
    if (auto error = parse_file_line_error(line)) {
      errors.push_back(std::move(*error));
    } else if (line.starts_with("! ") && !line.starts_with("!  ==>")) {
      errors.push_back({"", 0, without_prefix(line)});
    }
  }
  return errors;
}

}  // namespace xmlcv
