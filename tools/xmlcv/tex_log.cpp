#include "tex_log.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace xmlcv {
namespace {

std::string without_prefix(std::string_view message) {
  for (const std::string_view prefix :
       {"LaTeX Error: ", "! LaTeX Error: ", "!pdfTeX error: ", "! "}) {
    if (message.starts_with(prefix)) return std::string(message.substr(prefix.size()));
  }
  return std::string(message);
}

// "./cv-body.tex:12: Undefined control sequence." TeX names files with their path; a line that
// begins otherwise may show the CV's own text.
std::optional<TexError> parse_file_line_error(std::string_view line) {
  if (!line.starts_with("./") && !line.starts_with('/')) return std::nullopt;
  for (auto colon = line.find(':'); colon != line.npos; colon = line.find(':', colon + 1)) {
    TexError error{std::string(line.substr(0, colon)), 0, ""};
    const auto rest = line.substr(colon + 1);
    const auto [end, code] = std::from_chars(rest.data(), rest.data() + rest.size(), error.line);
    const auto message = rest.substr(static_cast<std::size_t>(end - rest.data()));
    if (code != std::errc() || !message.starts_with(": ")) continue;
    if (error.file.starts_with("./")) error.file.erase(0, 2);
    error.message = without_prefix(message.substr(2));
    return error;
  }
  return std::nullopt;
}

std::optional<TexError> parse_error(std::string_view line) {
  if (auto error = parse_file_line_error(line)) return error;
  if (!line.starts_with("! ") && !line.starts_with("!pdfTeX error: ")) return std::nullopt;
  return TexError{"", 0, without_prefix(line)};
}

// TeX gives up after an error, and says so as if that were another one.
bool only_gives_up(const TexError& error, bool is_first) {
  return error.message.starts_with(" ==> Fatal error") ||
         (!is_first && error.message == "Emergency stop.");
}

}  // namespace

std::vector<TexError> parse_tex_log(std::string_view log) {
  std::vector<TexError> errors;
  while (!log.empty()) {
    const auto end = std::min(log.find('\n'), log.size());
    const auto line = log.substr(0, end);
    log.remove_prefix(std::min(end + 1, log.size()));
    auto error = parse_error(line);
    if (error && !only_gives_up(*error, errors.empty())) errors.push_back(std::move(*error));
  }
  return errors;
}

}  // namespace xmlcv
