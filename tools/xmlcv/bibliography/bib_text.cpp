#include "bibliography/bib_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <utility>

#include "bibliography/bib_text_parser.h"
#include "bibliography/latex_commands.h"
#include "cv/plain_text.h"
#include "text/utf8.h"
#include "text/white_space.h"

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
}  // namespace

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
    math('$', content);
    if (is_at('$')) ++next_;
    return;
  }
  if (math_) return math_character(content);
  if (c == '&' && entity(content)) return;
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
  if (c == '&' && entity(content)) return;
  if (const auto mark = accent_of(latex_.substr(begin, 1)); !mark.empty()) {
    return accent(mark, content);
  }
  if (c == '|') return put("‖", content);
  if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) {
    put(std::string_view(&c, 1), content);
  } else if (is_space(c) || c == '\\') {
    put(" ", content);
  } else if (c == ',' || c == ';' || c == ':' || c == '>') {
    put("\u00A0", content);
  } else if (c == '(' || c == '[') {
    formula(c == '(' ? "\\)" : "\\]", content);
  } else if (std::string_view("-/@!)]").find(c) == std::string_view::npos) {
    unknown_.push_back(fmt::format("\\{}", c));
  }
}

void TextParser::formula(std::string_view end, Content& content) {
  const auto all = latex_;
  const auto end_at = std::min(latex_.find(end, next_), latex_.size());
  latex_ = all.substr(0, end_at);
  math('\0', content);
  latex_ = all;
  next_ = std::min(end_at + end.size(), all.size());
}

// Over the first letter of what follows; i and j lose their dots only under other marks.
void TextParser::accent(std::string_view mark, Content& content) {
  auto letters = argument(math_);
  auto* first = letters.empty() ? nullptr : &letters.front();
  while (first != nullptr && !first->children.empty()) first = &first->children.front();
  if (first == nullptr || first->text.empty()) return put(spacing_accent(mark), content);
  auto& text = first->text;
  if (text.starts_with("ı")) text.replace(0, 2, "i");
  if (text.starts_with("ȷ")) text.replace(0, 2, "j");
  text.insert(std::min(utf8_length(text[0]), text.size()), mark);
  append(std::move(letters), content);
}

// The five of XML, &nbsp; and numbers, which Crossref and others leave in titles; also behind a
// backslash. Others are named.
bool TextParser::entity(Content& content) {
  const auto begin = latex_[next_] == '&' ? next_ + 1 : next_;
  const auto end = latex_.find(';', begin);
  if (end == std::string_view::npos || end == begin || end - begin > 10) return false;
  const auto name = latex_.substr(begin, end - begin);
  const auto is_part = [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '#'; };
  if (!std::ranges::all_of(name, is_part)) return false;
  const auto character = html_character(name);
  // R&D; is none.
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool may_be_one = name.size() > 2 && std::ranges::any_of(name, is_small);
  if (character.empty() && !may_be_one) return false;
  if (character.empty()) unknown_.push_back(fmt::format("&{};", name));
  put(character, content);
  next_ = end + 1;
  return true;
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
  if (sets_upright_math(name)) return append(upright_argument(), content);
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
  if (const auto symbol = text_symbol(name); !symbol.empty()) return put(symbol, content);
  if (const auto journal = journal_name(name); !journal.empty()) return put(journal, content);
  math_command(name, content);
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

TextParser::Content TextParser::upright_argument() {
  const bool outer = std::exchange(upright_, true);
  auto result = argument(true);
  upright_ = outer;
  return result;
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
    const bool variable = math_ && !upright_ && is_letter(latex_[next_]);
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

namespace {

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
