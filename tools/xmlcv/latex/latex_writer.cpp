#include "latex/latex_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "latex/escape.h"

namespace xmlcv {
namespace {

Latex render(const std::vector<Inline>& content);

// A raised or lowered text has one line (TeX sets it in a box, where \newline is lost).
std::vector<Inline> on_one_line(std::vector<Inline> content) {
  for (auto& piece : content) {
    if (piece.kind == Inline::Kind::line_break)
      piece = {Inline::Kind::text, " ", {}, piece.location};
    piece.children = on_one_line(std::move(piece.children));
  }
  return content;
}

Latex render(const Inline& piece) {
  using enum Inline::Kind;
  switch (piece.kind) {
    case text:
      return escape_text(piece.text);
    case bold:
      return render(piece.children).wrapped("\\textbf{", "}");
    case italic:
      return render(piece.children).wrapped("\\textit{", "}");
    case code:
      return render(piece.children).wrapped("\\texttt{", "}");
    case subscript:
      return render(on_one_line(piece.children)).wrapped("\\textsubscript{", "}");
    case superscript:
      return render(on_one_line(piece.children)).wrapped("\\textsuperscript{", "}");
    case link:
      return escape_url(piece.text).wrapped("\\cvlink{", "}") +
             render(piece.children).wrapped("{", "}");
    case line_break:
      return Latex::code("\\newline{}");
  }
  return {};
}

Latex render(const std::vector<Inline>& content) {
  Latex result;
  for (const auto& piece : content) result += render(piece);
  return result;
}

// TeX stops at a line of more than 200,000 bytes (TeX Live 2022). begin: of the text that was
// added last.
void shorten_lines(std::string& text, std::size_t begin) {
  constexpr std::size_t long_line = 10000;
  if (text.size() - begin < long_line) return;
  std::size_t line = begin;
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\n') line = i;
    if (text[i] != ' ' || text[i - 1] == '\\' || i - line < long_line) continue;
    text[i] = '\n';
    line = i;
  }
}

}  // namespace

Latex render(const Text& text) { return render(text.content); }

Latex LatexWriter::leaf(Location location, Latex text) {
  if (text.empty()) return {};
  const auto number = map_.add_leaf(location);
  const auto begin = std::string("\\cvtext{").append(fmt::format_int(number).c_str()).append("}{");
  return std::move(text).wrapped(begin, "}").marked(number);
}

Latex LatexWriter::leaf(const Words& words) {
  return leaf(words.location, escape_text(words.value));
}

void LatexWriter::command(std::string_view name, std::initializer_list<Latex> arguments,
                          Location location) {
  const std::size_t first_line = next_line_;
  text_ += '\\';
  text_ += name;
  const bool one_line =
      arguments.size() == 1 && arguments.begin()->text().find('\n') == std::string::npos;
  for (const auto& argument : arguments) {
    if (!one_line) line("");
    text_ += one_line ? "{" : "  {";
    write(argument);
    text_ += "}";
  }
  map_.add_call({first_line, next_line_, location});
  line("");
}

void LatexWriter::raw(const RawLatex& tex) {
  std::string_view rest = tex.source;
  for (const auto& location : tex.lines) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::size_t first_line = next_line_;
    write(Latex::code(std::string(rest.substr(0, end))));
    map_.add_call({first_line, next_line_, location, tex.location});
    line("");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void LatexWriter::line(std::string_view text) {
  text_ += text;
  text_ += '\n';
  ++next_line_;
}

void LatexWriter::write(const Latex& argument) {
  const auto& text = argument.text();
  std::size_t from = 0;
  std::size_t line = next_line_;
  for (const auto& mark : argument.marks()) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(mark.position);
    line += static_cast<std::size_t>(std::count(begin, end, '\n'));
    map_.place_leaf(mark.leaf, line);
    from = mark.position;
  }
  const auto begin = text_.size();
  text_ += text;
  shorten_lines(text_, begin);
  const auto added = std::string_view(text_).substr(begin);
  next_line_ += static_cast<std::size_t>(std::ranges::count(added, '\n'));
}

}  // namespace xmlcv
