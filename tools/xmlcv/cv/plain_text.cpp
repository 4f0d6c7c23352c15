#include "cv/plain_text.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "machine/failure.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

class Collapser {
 public:
  void collapse(std::vector<Inline>& content) {
    for (auto& piece : content) {
      if (piece.kind == Inline::Kind::text) {
        squeeze(piece.text);
      } else if (piece.kind == Inline::Kind::line_break) {
        drop_last_blank();
        at_blank_ = true;
      } else {
        collapse(piece.children);
      }
    }
  }

  void drop_last_blank() {
    if (last_ != nullptr && last_->ends_with(' ')) last_->pop_back();
  }

 private:
  void squeeze(std::string& text) {
    auto end = text.begin();
    for (const char c : text) {
      const bool blank = is_space(c);
      if (!blank || !at_blank_) *end++ = blank ? ' ' : c;
      at_blank_ = blank;
    }
    text.erase(end, text.end());
    if (!text.empty()) last_ = &text;
  }

  bool at_blank_ = true;
  std::string* last_ = nullptr;
};

// Joiners, and the selectors that make text or a picture of an emoji, cannot be seen, but are parts
// of words. luaotfload 3.23 shows an empty box for other selectors.
bool is_part_of_another(char32_t c) {
  constexpr char32_t zero_width_non_joiner = 0x200C;
  constexpr char32_t zero_width_joiner = 0x200D;
  constexpr char32_t text_style = 0xFE0E;
  constexpr char32_t emoji_style = 0xFE0F;
  return c == zero_width_non_joiner || c == zero_width_joiner || c == text_style ||
         c == emoji_style;
}

}  // namespace

std::string to_nfc(const std::string& text) {
  if (is_ascii(text)) return text;
  UErrorCode code = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(code);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  if (U_SUCCESS(code)) normalizer->normalizeUTF8(0, text, sink, nullptr, code);
  if (U_FAILURE(code)) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("ICU cannot normalise a text: {}", u_errorName(code)));
  }
  return result;
}

bool is_plain(std::string_view text) {
  // To the end in any case: so the compiler looks at several at once.
  bool plain = true;
  for (const char c : text) {
    plain &= (c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r';
  }
  return plain;
}

// Controls, surrogates, private and unassigned characters, and all that cannot be seen: format
// characters, fillers, separators of lines. Only the soft hyphen is more than it seems: a line may
// end there.
bool has_no_place(char32_t c) {
  if (c >= U' ' && c <= U'~') return false;
  if (c == '\t' || c == '\n' || c == '\r' || c == soft_hyphen) return false;
  if (is_part_of_another(c)) return false;
  const auto character = static_cast<UChar32>(c);
  return c == replacement_character ||
         (U_GET_GC_MASK(character) & (U_GC_C_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0 ||
         u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

void collapse_white_space(std::vector<Inline>& content) {
  Collapser collapser;
  collapser.collapse(content);
  collapser.drop_last_blank();
}

std::string words_in(const std::vector<Inline>& content) {
  std::string result;
  for (const auto& piece : content) {
    if (piece.kind == Inline::Kind::text) result += piece.text;
    if (piece.kind == Inline::Kind::line_break) result += ' ';
    if (piece.kind != Inline::Kind::text) result += words_in(piece.children);
  }
  return result;
}

}  // namespace xmlcv
