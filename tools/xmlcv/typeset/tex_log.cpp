#include "typeset/tex_log.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <utility>

#include "text/parts.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

// pdfTeX shows a character that a font lacks as a bare byte.
std::string valid_utf8(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    const bool readable = next_code_point(text, i) != nothing_readable;
    if (readable) result += text.substr(begin, i - begin);
  }
  return result;
}

std::string without_prefix(std::string_view message) {
  for (const std::string_view prefix :
       {"LaTeX Error: ", "! LaTeX Error: ", "!pdfTeX error: ", "! "}) {
    if (message.starts_with(prefix)) return valid_utf8(message.substr(prefix.size()));
  }
  return valid_utf8(message);
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

// LuaTeX 1.15 tells an error of Lua without a file: "[\directlua]:1: x". One in a file that Lua
// reads stands in the line before "stack traceback:".
std::optional<TexError> parse_lua_error(std::string_view line, std::string_view before) {
  if (line == "stack traceback:") return TexError{"", 0, "Lua error: " + valid_utf8(before)};
  for (const std::string_view chunk : {"[\\directlua]:", "[\\latelua]:"}) {
    const auto at = line.find(chunk);
    if (at == line.npos || line.starts_with('\t')) continue;
    const auto blank = line.find(' ', at);
    auto message = valid_utf8(line.substr(std::min(blank, line.size() - 1) + 1));
    if (message.ends_with('.')) message.pop_back();
    return TexError{"", 0, "Lua error: " + message};
  }
  return std::nullopt;
}

// The number behind a word, such as "lines 12" or "line 12"; 0 if there is none.
std::size_t number_behind(std::string_view text, std::string_view word) {
  const auto at = text.find(word);
  if (at == text.npos) return 0;
  const auto digits = text.find_first_of("0123456789", at + word.size());
  std::size_t number = 0;
  if (digits != text.npos) std::from_chars(&text[digits], text.data() + text.size(), number);
  return number;
}

double amount(std::string_view line) {
  return std::strtod(std::string(line.substr(line.find('(') + 1)).c_str(), nullptr);
}

class Parser {
 public:
  void line(std::string_view text);
  TexLog result() { return std::move(log_); }

 private:
  enum class Expected { nothing, context, display, page };

  bool error(std::string_view line, std::string_view before);
  bool box(std::string_view line);
  bool warning(std::string_view line);
  void context(std::string_view line);

  TexLog log_;
  Expected expected_ = Expected::nothing;
  std::string_view before_;  // the line before
};

void Parser::line(std::string_view text) {
  const auto before = std::exchange(before_, text);
  if (error(text, before) || box(text) || warning(text)) return;
  switch (expected_) {
    case Expected::nothing:
      return;
    case Expected::context:
      context(text);
      return;
    case Expected::display:
      log_.overfull_lines.back().display = text;
      expected_ = Expected::nothing;
      return;
    case Expected::page:
      if (text.starts_with('[') || text.starts_with(" [")) {
        log_.overfull_pages.back().page = number_behind(text, "[");
        expected_ = Expected::nothing;
      }
      return;
  }
}

// TeX gives up after an error, and says so as if that were another one; only then it tells where
// it missed a file, or where Lua failed.
bool Parser::error(std::string_view line, std::string_view before) {
  auto error = parse_error(line);
  if (!error && log_.errors.empty() && expected_ != Expected::display) {
    error = parse_lua_error(line, before);
  }
  // LuaTeX 1.15 begins this error so, and pdfTeX with less \tracinglostchars the warning. The other
  // one is the last word of a run without an error.
  if (line.starts_with("Missing character: There is no ") ||
      (line == "No pages of output." && log_.errors.empty())) {
    error = TexError{"", 0, valid_utf8(line)};
  }
  if (!error) return false;
  const bool is_end = error->message.starts_with(" ==> Fatal error");
  if (!log_.errors.empty() && (is_end || error->message == "Emergency stop.")) {
    auto& known = log_.errors.back();
    if (known.line == 0) {
      known.file = error->file;
      known.line = error->line;
    }
  } else if (!is_end) {
    log_.errors.push_back(std::move(*error));
  }
  expected_ = is_end ? Expected::nothing : Expected::context;
  return true;
}

// The levels of TeX's input from the innermost out: "<argument> words \fooo", "\macro ->\fooo",
// and at last the line: "l.18 words \fooo". LaTeX's own errors show a level of its message first.
void Parser::context(std::string_view line) {
  auto& error = log_.errors.back();
  if (line.starts_with("l.")) {
    const auto blank = std::min(line.find(' '), line.size());
    error.read = valid_utf8(line.substr(std::min(blank + 1, line.size())));
    if (error.context.empty()) error.context = error.read;
    expected_ = Expected::nothing;
    return;
  }
  if (!error.context.empty()) return;
  const auto arrow = line.find("->");
  if (line.starts_with("<")) {
    error.context = valid_utf8(line);
  } else if (line.starts_with('\\') && arrow != line.npos) {
    error.context = valid_utf8(line.substr(arrow + 2));
  }
}

// "Overfull \hbox (12.3pt too wide) in paragraph at lines 10--12", or "detected at line 24"
// (pdfTeX 1.40.24). The next line shows the box.
bool Parser::box(std::string_view line) {
  if (line.starts_with("Overfull \\hbox (")) {
    const auto number = number_behind(line, " at line");
    if (number == 0) return false;
    log_.overfull_lines.push_back({amount(line), number, ""});
    expected_ = Expected::display;
    return true;
  }
  if (!line.starts_with("Overfull \\vbox (") || line.find("\\output is active") == line.npos) {
    return false;
  }
  log_.overfull_pages.push_back({amount(line), 0});
  expected_ = Expected::page;
  return true;
}

bool Parser::warning(std::string_view line) {
  using enum TexWarning::Kind;
  if (line.starts_with("LaTeX Warning: ") && line.find("' on page ") != line.npos &&
      line.find(" undefined on input line ") != line.npos) {
    log_.warnings.push_back(
        {line.find(": Citation `") == line.npos ? undefined_reference : undefined_citation,
         number_behind(line, " input line "), between(line, "`", "'")});
    return true;
  }
  if (line.starts_with("### ") && line.find(" entered at line ") != line.npos) {
    log_.warnings.push_back({unclosed_group, number_behind(line, " entered at line "), ""});
    return true;
  }
  if (line.starts_with("(\\end occurred when ")) {
    log_.warnings.push_back(
        {unclosed_condition, number_behind(line, " on line "), between(line, "when ", " ")});
    return true;
  }
  return false;
}

}  // namespace

TexLog parse_tex_log(std::string_view log) {
  Parser parser;
  while (!log.empty()) {
    const auto end = std::min(log.find('\n'), log.size());
    parser.line(log.substr(0, end));
    log.remove_prefix(std::min(end + 1, log.size()));
  }
  return parser.result();
}

long pages_of(std::string_view log) {
  // Output written on cv.pdf (4 pages, 23041 bytes).
  const auto written = log.rfind("Output written on ");
  if (written == log.npos) return 0;
  const auto number = log.find('(', written);
  long pages = 0;
  if (number != log.npos) std::from_chars(log.data() + number + 1, log.data() + log.size(), pages);
  return pages;
}

}  // namespace xmlcv
