#include "bibliography/bib_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <utility>

#include "bibliography/latex_commands.h"
#include "cv/plain_text.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

struct Markup {
  std::string_view command;
  Inline::Kind kind;
};
constexpr auto markup = std::to_array<Markup>({
    {"emph", Inline::Kind::italic},
    {"mkbibemph", Inline::Kind::italic},
    {"textbf", Inline::Kind::bold},
    {"textit", Inline::Kind::italic},
    {"textsl", Inline::Kind::italic},
    {"textsubscript", Inline::Kind::subscript},
    {"textsuperscript", Inline::Kind::superscript},
    {"texttt", Inline::Kind::code},
});

// From here to the end of the group.
constexpr auto switches = std::to_array<Markup>({
    {"bf", Inline::Kind::bold},
    {"bfseries", Inline::Kind::bold},
    {"em", Inline::Kind::italic},
    {"it", Inline::Kind::italic},
    {"itshape", Inline::Kind::italic},
    {"sl", Inline::Kind::italic},
});

template <class Table>
auto find(const Table& table, std::string_view command) {
  const auto found =
      std::ranges::find_if(table, [command](const auto& one) { return one.command == command; });
  return found == table.end() ? nullptr : &*found;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class TextParser {
 public:
  TextParser(std::string_view latex, Location location) : latex_(latex), location_(location) {}

  BibText parse();

 private:
  using Content = std::vector<Inline>;

  bool enter();
  void until(char end, Content& content);
  void one(char end, Content& content);
  void dashes(Content& content);
  void quotes(Content& content);
  void command(char end, Content& content);
  void named_command(std::string_view name, char end, Content& content);
  void math_command(std::string_view name, Content& content);
  void math_character(Content& content);
  void relation(std::string_view symbol, Content& content);
  void function(std::string_view name, Content& content);
  void raised_or_lowered(Inline::Kind kind, Content& content);
  void in_brackets_if_long(Content part, Content& content) const;
  void link(std::string_view name, Content& content);
  Content argument(bool in_math);
  std::string verbatim_argument();
  void skip_spaces();
  bool is_at(char c) const { return next_ < latex_.size() && latex_[next_] == c; }

  void put(std::string_view text, Content& content) const;
  void put(Inline::Kind kind, Content children, Content& content) const;
  void append(Content part, Content& content) const;

  std::string_view latex_;
  Location location_;
  std::size_t next_ = 0;
  int depth_ = 0;
  bool math_ = false;
  bool small_ = false;  // raised or lowered: nothing has spaces around it
  std::vector<std::string> unknown_;
};

BibText TextParser::parse() {
  BibText result;
  while (next_ < latex_.size()) until('\0', result.content);
  result.unknown = std::move(unknown_);
  return result;
}

// Whether what begins here may be in all that is around it; else the rest is not read.
bool TextParser::enter() {
  constexpr int deepest = 200;
  if (depth_ < deepest) return ++depth_ > 0;
  unknown_.emplace_back("so much in each other");
  next_ = latex_.size();
  return false;
}

// Up to and with the end character; '\0' is the end of all.
void TextParser::until(char end, Content& content) {
  if (!enter()) return;
  while (next_ < latex_.size()) {
    if (latex_[next_] == end) {
      ++next_;
      break;
    }
    one(end, content);
  }
  --depth_;
}

void TextParser::one(char end, Content& content) {
  const char c = latex_[next_];
  if (c == '\\') return command(end, content);
  if (c == '{') {
    ++next_;
    return until('}', content);
  }
  if (c == '$') {
    ++next_;
    if (is_at('$')) ++next_;
    math_ = true;
    until('$', content);
    math_ = false;
    if (is_at('$')) ++next_;
    return;
  }
  if (math_) return math_character(content);
  if (c == '-') return dashes(content);
  if (c == '`' || c == '\'') return quotes(content);
  if (c == '~') {
    put("\u00A0", content);
  } else if (c != '}') {
    put(latex_.substr(next_, 1), content);
  }
  ++next_;
}

void TextParser::dashes(Content& content) {
  static constexpr std::string_view forms[] = {"-", "–", "—"};
  std::size_t count = 0;
  while (count < 3 && is_at('-')) ++next_, ++count;
  put(forms[count - 1], content);
}

void TextParser::quotes(Content& content) {
  const char quote = latex_[next_++];
  const bool twice = is_at(quote);
  if (twice) ++next_;
  if (quote == '`') return put(twice ? "“" : "‘", content);
  put(twice ? "”" : "’", content);
}

void TextParser::command(char end, Content& content) {
  const auto begin = ++next_;
  if (begin == latex_.size()) return put("\\", content);
  if (is_letter(latex_[begin])) {
    while (next_ < latex_.size() && is_letter(latex_[next_])) ++next_;
    const auto name = latex_.substr(begin, next_ - begin);
    if (!math_) skip_spaces();
    return named_command(name, end, content);
  }
  const char c = latex_[next_++];
  if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) {
    put(std::string_view(&c, 1), content);
  } else if (is_space(c) || c == '\\') {
    put(" ", content);
  } else if (c == ',' || c == ';' || c == ':') {
    put("\u00A0", content);
  } else if (c == '(' || c == ')') {
    math_ = c == '(';
  } else if (std::string_view("-/@!").find(c) == std::string_view::npos) {
    unknown_.push_back(fmt::format("\\{}", c));
  }
}

void TextParser::named_command(std::string_view name, char end, Content& content) {
  if (const auto* found = find(switches, name)) {
    Content rest;
    until(end, rest);
    // The end belongs to the group around.
    if (end != '\0' && next_ > 0 && latex_[next_ - 1] == end) --next_;
    return put(found->kind, std::move(rest), content);
  }
  if (const auto* found = find(markup, name)) return put(found->kind, argument(false), content);
  if (has_no_effect(name)) return;
  if (sets_upright(name)) return append(argument(false), content);
  if (name == "ensuremath") return append(argument(true), content);
  if (hides_argument(name)) {
    argument(math_);
    return;
  }
  if (name == "url" || name == "href" || name == "nolinkurl") return link(name, content);
  if (name == "enquote" || name == "mkbibquote") {
    put("“", content);
    append(argument(false), content);
    return put("”", content);
  }
  const auto symbol = text_symbol(name);
  if (!symbol.empty()) return put(symbol, content);
  math_command(name, content);
}

// Also outside of math: people forget the dollars.
void TextParser::math_command(std::string_view name, Content& content) {
  if (const auto symbol = math_symbol(name); !symbol.empty()) return put(symbol, content);
  if (const auto symbol = math_relation(name); !symbol.empty()) return relation(symbol, content);
  if (is_math_function(name)) return function(name, content);
  if (name == "frac") {
    in_brackets_if_long(argument(true), content);
    put("/", content);
    return in_brackets_if_long(argument(true), content);
  }
  if (name == "sqrt") {
    put("√", content);
    return in_brackets_if_long(argument(true), content);
  }
  if (name == "mathbb") {
    const auto letter = words_in(argument(true));
    const auto symbol = blackboard_letter(letter);
    return put(symbol.empty() ? letter : symbol, content);
  }
  // \textalpha
  if (name.starts_with("text")) {
    const auto symbol = math_symbol(name.substr(4));
    if (!symbol.empty()) return put(symbol, content);
  }
  unknown_.push_back(fmt::format("\\{}", name));
}

void TextParser::math_character(Content& content) {
  const char c = latex_[next_];
  if (is_space(c)) {
    ++next_;
  } else if (c == '^' || c == '_') {
    ++next_;
    raised_or_lowered(c == '^' ? Inline::Kind::superscript : Inline::Kind::subscript, content);
  } else if (is_letter(c)) {
    const auto begin = next_;
    while (next_ < latex_.size() && is_letter(latex_[next_])) ++next_;
    Content letters;
    put(latex_.substr(begin, next_ - begin), letters);
    put(Inline::Kind::italic, std::move(letters), content);
  } else {
    ++next_;
    if (c == '=' || c == '<' || c == '>' || c == '+') {
      relation(std::string_view(&c, 1), content);
    } else if (c == '-') {
      // U+2212 is in few fonts.
      relation("–", content);
    } else if (c == '~') {
      put(" ", content);
    } else if (c != '}') {
      put(c == '\'' ? "’" : latex_.substr(next_ - 1, 1), content);
    }
  }
}

// A sign at the beginning or behind a bracket has no spaces: -1.
void TextParser::relation(std::string_view symbol, Content& content) {
  const auto before = words_in(content);
  const bool binary = !small_ && !before.empty() && before.back() != '(' && before.back() != ' ';
  put(binary ? " " : "", content);
  put(symbol, content);
  const bool sign = symbol == "–" || symbol == "+";
  put(binary || (!small_ && !sign) ? " " : "", content);
}

void TextParser::function(std::string_view name, Content& content) {
  const auto before = words_in(content);
  if (!before.empty() && std::isalnum(static_cast<unsigned char>(before.back())) != 0) {
    put(" ", content);
  }
  put(name, content);
  skip_spaces();
  if (next_ < latex_.size() && (is_letter(latex_[next_]) || is_at('\\'))) put(" ", content);
}

void TextParser::raised_or_lowered(Inline::Kind kind, Content& content) {
  const bool outer = small_;
  small_ = true;
  auto inner = argument(true);
  small_ = outer;
  // The degree is a raised circle already.
  if (words_in(inner) == "°" || words_in(inner) == "’") return put(words_in(inner), content);
  put(kind, std::move(inner), content);
}

void TextParser::in_brackets_if_long(Content part, Content& content) const {
  const bool simple = std::ranges::all_of(
      words_in(part), [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80U; });
  if (!simple) put("(", content);
  append(std::move(part), content);
  if (!simple) put(")", content);
}

void TextParser::link(std::string_view name, Content& content) {
  Inline result{Inline::Kind::link, verbatim_argument(), {}, location_};
  if (name == "href") {
    result.children = argument(false);
  } else {
    put(result.text, result.children);
  }
  content.push_back(std::move(result));
}

// A group, a command with its own arguments, or one character.
TextParser::Content TextParser::argument(bool in_math) {
  Content result;
  skip_spaces();
  if (next_ == latex_.size() || !enter()) return result;
  const bool outer = std::exchange(math_, in_math);
  if (is_at('{')) {
    ++next_;
    until('}', result);
  } else if (is_at('\\')) {
    command('\0', result);
  } else {
    const auto length = std::min(utf8_length(latex_[next_]), latex_.size() - next_);
    Content character;
    put(latex_.substr(next_, length), character);
    const bool variable = math_ && is_letter(latex_[next_]);
    next_ += length;
    variable ? put(Inline::Kind::italic, std::move(character), result)
             : append(std::move(character), result);
  }
  math_ = outer;
  --depth_;
  return result;
}

std::string TextParser::verbatim_argument() {
  skip_spaces();
  if (!is_at('{')) return "";
  const auto begin = next_ + 1;
  const auto end = std::min(latex_.find('}', begin), latex_.size());
  next_ = std::min(end + 1, latex_.size());
  std::string result;
  for (std::size_t i = begin; i < end; ++i) {
    if (latex_[i] != '\\') result += latex_[i];
  }
  return result;
}

void TextParser::skip_spaces() {
  while (next_ < latex_.size() && is_space(latex_[next_])) ++next_;
}

void TextParser::put(std::string_view text, Content& content) const {
  if (text.empty()) return;
  if (content.empty() || content.back().kind != Inline::Kind::text) {
    content.push_back({Inline::Kind::text, "", {}, location_});
  }
  content.back().text += text;
}

void TextParser::put(Inline::Kind kind, Content children, Content& content) const {
  if (!children.empty()) content.push_back({kind, "", std::move(children), location_});
}

// Neighbouring texts become one, so that escaping sees them as a whole.
void TextParser::append(Content part, Content& content) const {
  for (auto& piece : part) {
    if (piece.kind == Inline::Kind::text) {
      put(piece.text, content);
    } else {
      content.push_back(std::move(piece));
    }
  }
}

void normalise(std::vector<Inline>& content) {
  for (auto& piece : content) {
    piece.text = to_nfc(piece.text);
    normalise(piece.children);
  }
}

}  // namespace

BibText read_bib_text(std::string_view latex, Location location) {
  auto result = TextParser(latex, location).parse();
  normalise(result.content);
  collapse_white_space(result.content);
  return result;
}

}  // namespace xmlcv
