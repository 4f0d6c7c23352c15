#include "latex/latex_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "cv/plain_text.h"
#include "latex/escape.h"
#include "latex/wide_blanks.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

bool is_between_words(const Inline& piece) {
  return piece.kind == Inline::Kind::line_break ||
         (piece.kind == Inline::Kind::text && piece.text == " ");
}

std::vector<Inline> divided_text(const Inline& piece) {
  std::vector<Inline> result;
  std::string_view rest = piece.text;
  while (!rest.empty()) {
    const auto end = rest[0] == ' ' ? 1 : std::min(rest.find(' '), rest.size());
    result.push_back({Inline::Kind::text, std::string(rest.substr(0, end)), {}, piece.location});
    rest.remove_prefix(end);
  }
  return result;
}

// The words of a text, each with its markup, and the blanks and line breaks between them.
std::vector<Inline> divided(const Inline& piece) {
  if (piece.kind == Inline::Kind::text) return divided_text(piece);
  if (is_between_words(piece)) return {piece};
  std::vector<Inline> result;
  bool in_word = false;
  for (const auto& child : piece.children) {
    for (auto& part : divided(child)) {
      const bool joins = in_word && !is_between_words(part);
      in_word = !is_between_words(part);
      if (in_word && !joins) result.push_back({piece.kind, piece.text, {}, piece.location});
      auto& to = in_word ? result.back().children : result;
      to.push_back(std::move(part));
    }
  }
  return result;
}

// One text with its markup. A font may join two characters also where markup begins or ends between
// them.
class Renderer {
 public:
  explicit Renderer(const std::vector<Inline>& content) : blanks_(words_in(content)) {}

  Latex render(const std::vector<Inline>& content);

 private:
  Latex render(const Inline& piece);
  Latex render_words(const Inline& piece, LatexLiteral command);

  std::string before_;  // the character in front
  WideBlanks blanks_;
};

Latex Renderer::render(const std::vector<Inline>& content) {
  Latex result;
  for (const auto& piece : content) result += render(piece);
  return result;
}

// TeX sets a raised or lowered text in a box, in which no line ends: each word gets its own.
Latex Renderer::render_words(const Inline& piece, LatexLiteral command) {
  Latex result;
  for (const auto& part : divided(piece)) {
    result += is_between_words(part) ? render(part) : render(part.children).wrapped(command, "}");
  }
  return result;
}

Latex Renderer::render(const Inline& piece) {
  using enum Inline::Kind;
  switch (piece.kind) {
    case text: {
      auto result = escape_text(blanks_.mark(piece.text), before_);
      before_ = last_character(piece.text);
      return result;
    }
    case bold:
      return render(piece.children).wrapped("\\textbf{", "}");
    case italic:
      return render(piece.children).wrapped("\\textit{", "}");
    case code:
      return render(piece.children).wrapped("\\texttt{", "}");
    case subscript:
      return render_words(piece, "\\textsubscript{");
    case superscript:
      return render_words(piece, "\\textsuperscript{");
    case link:
      return escape_url(piece.text).wrapped("\\cvlink{", "}") +
             render(piece.children).wrapped("{", "}");
    case line_break:
      before_.clear();
      blanks_.skip_line_break();
      return Latex::code("\\cvnewline{}");
  }
  return {};
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

Latex render(const Text& text) { return Renderer(text.content).render(text.content); }

Latex LatexWriter::leaf(Location location, Latex text) {
  if (text.empty()) return {};
  const auto number = map_.add_leaf(location);
  return (Latex::code("\\cvtext{") + Latex::unchecked(fmt::format_int(number).c_str()) +
          std::move(text).wrapped("}{", "}"))
      .marked(number);
}

Latex LatexWriter::leaf(const Words& words) {
  return leaf(words.location, escape_text(WideBlanks(words.value).mark(words.value)));
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
    write(Latex::unchecked(std::string(rest.substr(0, end))));
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
    map_.place_leaf(mark.leaf, line, text_.size() + mark.position);
    from = mark.position;
  }
  const auto begin = text_.size();
  text_ += text;
  shorten_lines(text_, begin);
  const auto added = std::string_view(text_).substr(begin);
  next_line_ += static_cast<std::size_t>(std::ranges::count(added, '\n'));
}

}  // namespace xmlcv
