#include "xml/audience.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

bool is_name_part(char32_t c) {
  if (c == '.' || c == '_' || c == '-') return true;
  if (c == nothing_readable) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) { next(); }

  std::optional<Audience> audience();

 private:
  std::optional<Audience::Factor> factor();
  void next();

  std::string_view text_;
  std::size_t offset_ = 0;  // of the byte behind the current code point
  std::size_t count_ = 0;   // code points up to and with the current one
  std::optional<char32_t> current_;
};

void Parser::next() {
  current_ = offset_ < text_.size() ? std::optional(next_code_point(text_, offset_)) : std::nullopt;
  ++count_;
}

std::optional<Audience::Factor> Parser::factor() {
  Audience::Factor result{"", current_ != U'!', 0};
  if (!result.wanted) next();
  result.offset = count_ - 1;
  for (; current_ && is_name_part(*current_); next()) append_code_point(result.name, *current_);
  return result.name.empty() ? std::nullopt : std::optional(std::move(result));
}

std::optional<Audience> Parser::audience() {
  Audience result;
  bool new_term = true;
  while (true) {
    while (current_ && is_space(*current_)) {
      next();
      new_term = true;
    }
    if (!current_) break;
    if (!new_term) {
      if (*current_ != U'+') return std::nullopt;
      next();
    }
    auto one = factor();
    if (!one) return std::nullopt;
    if (new_term) result.terms.emplace_back();
    result.terms.back().push_back(std::move(*one));
    new_term = false;
  }
  return result.terms.empty() ? std::nullopt : std::optional(std::move(result));
}

}  // namespace

std::optional<Audience> parse_audience(std::string_view text) { return Parser(text).audience(); }

bool holds(const Audience& audience, const std::set<std::string>& readers) {
  return std::ranges::any_of(audience.terms, [&readers](const Audience::Term& term) {
    return std::ranges::all_of(term, [&readers](const Audience::Factor& factor) {
      return readers.contains(factor.name) == factor.wanted;
    });
  });
}

}  // namespace xmlcv
