#include "command/diagnostic_printer.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "text/source.h"
#include "text/utf8.h"
#include "text/wrap.h"

namespace xmlcv {
namespace {

// How much of a line is shown where the width is not known, and what stands around it: its number,
// and where it is cut.
constexpr std::size_t usual_cells = 120;
constexpr std::size_t frame_cells = 10;
constexpr std::size_t most_shown = 500;  // messages

struct Excerpt {
  std::string text;
  std::size_t caret;  // in terminal cells from the text's beginning
};

// Cuts a long line around the place. A tab becomes one blank, a control character or a stray
// byte a replacement character, so that the caret cannot be shifted by the terminal.
// place: in bytes from the line's beginning. width: in cells.
Excerpt excerpt(std::string_view line, std::size_t place, std::size_t width) {
  Excerpt result{"", 0};
  const auto most_before = width * 7 / 12;
  std::size_t shown_before = 0;
  std::size_t first = std::min(place, line.size());
  while (first > 0) {
    auto before = first;
    do --before;
    while (before > 0 && (static_cast<unsigned char>(line[before]) & 0xC0U) == 0x80U);
    auto at = before;
    const auto more = cells(next_code_point(line, at));
    if (shown_before + more > most_before) break;
    shown_before += more;
    first = before;
  }
  if (first > 0) {
    result.text = "…";
    result.caret = 1;
  }
  std::size_t behind = 0;
  for (std::size_t i = first; i < line.size();) {
    const bool before_place = i < place;
    char32_t c = next_code_point(line, i);
    if (!before_place) behind += cells(c);
    if (shown_before + behind > width) {
      result.text += "…";
      break;
    }
    if (c == '\t') c = ' ';
    if (c == nothing_readable || u_iscntrl(static_cast<UChar32>(c))) c = 0xFFFD;
    append_code_point(result.text, c);
    if (before_place) result.caret += cells(c);
  }
  return result;
}

// A message may quote the file: what would move the terminal's cursor or turn its direction is
// named instead, and what is endless is cut.
std::string readable(std::string_view message) {
  constexpr std::size_t most_bytes = 1000;
  std::string result;
  for (std::size_t i = 0; i < message.size();) {
    if (result.size() > most_bytes) return result + "…";
    const char32_t c = next_code_point(message, i);
    if (c == nothing_readable) {
      result += "\uFFFD";
      continue;
    }
    const auto category = u_charType(static_cast<UChar32>(c));
    if (c != '\n' && (category == U_CONTROL_CHAR || category == U_FORMAT_CHAR)) {
      result += fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
    } else {
      append_code_point(result, c);
    }
  }
  return result;
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;35";
    case Severity::note:
      break;
  }
  return "1;36";
}

std::string head(Location place) {
  if (place.source == nullptr) return "xmlcv:";
  const auto [line, column] = place.source->position(place.offset);
  return fmt::format("{}:{}:{}:", place.source->path(), line, column);
}

// The line of the place and a caret below it.
std::string shown_line(Location place, const std::string& caret, std::size_t width) {
  const auto number = place.source->position(place.offset).line;
  const auto text = place.source->line(number);
  const auto begin = static_cast<std::size_t>(text.data() - place.source->text().data());
  const auto shown =
      excerpt(text, place.offset - begin,
              width == 0 ? usual_cells : std::max(width, 2 * frame_cells) - frame_cells);
  return fmt::format("{:5} | {}\n{:5} | {}{}\n", number, shown.text, "",
                     std::string(shown.caret, ' '), caret);
}

std::string print_long(const Diagnostic& diagnostic, bool colour, std::size_t width) {
  constexpr std::size_t indent = 2;
  constexpr std::size_t hint_indent = 14;
  const auto paint = [colour](std::string_view code, std::string_view text) {
    return colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  };
  const auto tone = colour_of(diagnostic.severity);
  const auto place = head(diagnostic.location);
  const auto severity = fmt::format("{}:", word(diagnostic.severity));
  const auto begin = cells(place) + cells(severity) + 2;
  std::string result = fmt::format("{} {} {}\n", paint("1", place), paint(tone, severity),
                                   wrapped(readable(diagnostic.message), width, begin, indent));
  if (diagnostic.location.source != nullptr && diagnostic.severity != Severity::note) {
    result += shown_line(diagnostic.location, paint(tone, "^"), width);
  }
  if (!diagnostic.hint.empty()) {
    result += fmt::format("{:5} = {} {}\n", "", paint("1;36", "hint:"),
                          wrapped(readable(diagnostic.hint), width, hint_indent, hint_indent));
  }
  return result;
}

std::string print_short(const Diagnostic& diagnostic) {
  const auto place = head(diagnostic.location);
  std::string result =
      fmt::format("{} {}: {}\n", place, word(diagnostic.severity), readable(diagnostic.message));
  if (!diagnostic.hint.empty()) {
    result += fmt::format("{} note: {}\n", place, readable(diagnostic.hint));
  }
  return result;
}

// Errors may be endless, notes were asked for.
template <class PrintOne>
std::string print_all(const Diagnostics& diagnostics, PrintOne print_one) {
  std::string result;
  std::size_t errors = 0;
  for (const auto& diagnostic : diagnostics.sorted()) {
    if (diagnostic.severity != Severity::note && ++errors > most_shown) continue;
    result += print_one(diagnostic);
  }
  if (errors > most_shown) {
    result += fmt::format("xmlcv: {} more messages are not shown\n", errors - most_shown);
  }
  return result;
}

}  // namespace

std::string print_long(const Diagnostics& diagnostics, bool colour, std::size_t width) {
  return print_all(diagnostics, [colour, width](const Diagnostic& each) {
    return print_long(each, colour, width);
  });
}

std::string print_short(const Diagnostics& diagnostics) {
  return print_all(diagnostics, [](const Diagnostic& each) { return print_short(each); });
}

}  // namespace xmlcv
