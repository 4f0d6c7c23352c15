#include "diagnostic_printer.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <string_view>

#include "source.h"
#include "utf8.h"

namespace xmlcv {
namespace {

// What is shown of a line, in code points on each side of the place.
constexpr std::size_t shown_before = 70;
constexpr std::size_t shown_after = 50;

struct Excerpt {
  std::string text;
  std::size_t caret;  // in terminal cells from the text's beginning
};

std::size_t cells(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) return 0;
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Cuts a long line around the place. A tab becomes one blank, a control character or a stray
// byte a replacement character, so that the caret cannot be shifted by the terminal.
Excerpt excerpt(std::string_view line, std::size_t column) {
  Excerpt result{"", 0};
  const std::size_t first = column > shown_before ? column - shown_before : 1;
  if (first > 1) {
    result.text = "…";
    result.caret = 1;
  }
  std::size_t at = 1;
  for (std::size_t i = 0; i < line.size(); ++at) {
    char32_t c = next_code_point(line, i);
    if (at < first) continue;
    if (at > column + shown_after) {
      result.text += "…";
      break;
    }
    if (c == '\t') c = ' ';
    if (c == nothing_readable || u_iscntrl(static_cast<UChar32>(c))) c = 0xFFFD;
    append_code_point(result.text, c);
    if (at < column) result.caret += cells(c);
  }
  return result;
}

std::string_view word(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

std::string print_one(const Diagnostic& diagnostic, bool colour) {
  const auto paint = [colour](std::string_view code, std::string_view text) {
    return colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  };
  const std::string_view tone = diagnostic.severity == Severity::error ? "1;31" : "1;35";
  const Location place = diagnostic.location;
  std::string head = "xmlcv:";
  std::string below;
  if (place.source != nullptr) {
    const auto [line, column] = place.source->position(place.offset);
    const auto shown = excerpt(place.source->line(line), column);
    const auto number = fmt::format("{:5}", line);
    head = fmt::format("{}:{}:{}:", place.source->path(), line, column);
    below = fmt::format("{} | {}\n{:5} | {}{}\n", number, shown.text, "",
                        std::string(shown.caret, ' '), paint(tone, "^"));
  }
  std::string result = fmt::format("{} {} {}\n{}", paint("1", head),
                                   paint(tone, fmt::format("{}:", word(diagnostic.severity))),
                                   diagnostic.message, below);
  if (!diagnostic.hint.empty()) {
    result += fmt::format("{:5} = {} {}\n", "", paint("1;36", "hint:"), diagnostic.hint);
  }
  return result;
}

}  // namespace

std::string print(const Diagnostics& diagnostics, bool colour) {
  std::string result;
  for (const auto& diagnostic : diagnostics.sorted()) result += print_one(diagnostic, colour);
  return result;
}

}  // namespace xmlcv
