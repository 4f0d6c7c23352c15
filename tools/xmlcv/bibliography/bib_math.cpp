#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "bibliography/bib_text_parser.h"
#include "bibliography/latex_commands.h"
#include "cv/plain_text.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
}  // namespace

// A formula of its own: what stands before it in the text is nothing to its operators.
void TextParser::math(char end, Content& content) {
  const bool outer = std::exchange(math_, true);
  Content formula;
  until(end, formula);
  math_ = outer;
  append(std::move(formula), content);
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
  if (name == "not") return negated(content);
  if (const auto mark = accent_of(name); !mark.empty()) return accent(mark, content);
  if (const auto symbol = symbol_of_tables(name); !symbol.text.empty()) {
    return symbol.is_relation && math_ ? relation(symbol.text, content) : put(symbol.text, content);
  }
  unknown_.push_back(fmt::format("\\{}", name));
}

// \not\in
void TextParser::negated(Content& content) {
  auto symbol = collapse(words_in(argument(true)));
  if (symbol.empty()) return unknown_.push_back("\\not");
  symbol.insert(std::min(utf8_length(symbol[0]), symbol.size()), "\u0338");
  relation(symbol, content);
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
    upright_ ? append(std::move(letters), content)
             : put(Inline::Kind::italic, std::move(letters), content);
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

// A sign joins two things only between them: not at the beginning or the end, nor behind a bracket
// or another sign: -1, C$++$.
void TextParser::relation(std::string_view symbol, Content& content) {
  constexpr auto signs = std::to_array<std::string_view>({"+", "–", "±", "∓"});
  constexpr auto no_object =
      std::to_array<std::string_view>({"+", "–", "±", "∓", "(", "[", "{", ",", " "});
  const auto before = words_in(content);
  const auto ends_so = [&before](std::string_view end) { return before.ends_with(end); };
  const bool sign = std::ranges::find(signs, symbol) != signs.end();
  const bool ends = ends_formula();
  const bool binary =
      !small_ && !before.empty() && !std::ranges::any_of(no_object, ends_so) && !(sign && ends);
  put(binary ? " " : "", content);
  put(symbol, content);
  put((binary || (!small_ && !sign)) && !ends ? " " : "", content);
}

bool TextParser::ends_formula() {
  skip_spaces();
  return next_ == latex_.size() ||
         std::string_view("$})]").find(latex_[next_]) != std::string_view::npos;
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
  const auto words = words_in(inner);
  if (words == "∘" || words == "°") return put("°", content);
  if (words == "’") return put(words, content);
  put(kind, std::move(inner), content);
}

void TextParser::in_brackets_if_long(Content part, Content& content) const {
  const bool simple = std::ranges::all_of(
      words_in(part), [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80U; });
  if (!simple) put("(", content);
  append(std::move(part), content);
  if (!simple) put(")", content);
}

}  // namespace xmlcv
