#include "text/text_breaks.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "machine/failure.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

[[noreturn]] void give_up(UErrorCode code) {
  throw Failure(ExitStatus::machine_failed,
                fmt::format("ICU cannot divide a text: {}", u_errorName(code)));
}

using Iterator = std::unique_ptr<icu::BreakIterator>;

Iterator make_iterator(icu::BreakIterator* (*make)(const icu::Locale&, UErrorCode&)) {
  UErrorCode code = U_ZERO_ERROR;
  Iterator iterator(make(icu::Locale::getRoot(), code));
  if (U_FAILURE(code)) give_up(code);
  return iterator;
}

// iterator: kept by the caller, because ICU takes as long to make one as for a page of text.
std::vector<std::size_t> breaks(std::string_view text, const Iterator& iterator) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UText, decltype(&utext_close)> utf8(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &code), &utext_close);
  if (U_SUCCESS(code)) iterator->setText(utf8.get(), code);
  if (U_FAILURE(code)) give_up(code);
  std::vector<std::size_t> result;
  for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    result.push_back(static_cast<std::size_t>(at));
  }
  return result;
}

// No rule of UAX 29 joins it to another such character.
bool is_cluster(char32_t c) {
  if (c >= U' ' && c <= U'~') return true;
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK) ==
         U_GCB_OTHER;
}

// Characters beside which a line may end where UAX 14 lets it: wide ones, and those of scripts
// without blanks.
bool needs_no_blank(char32_t c) {
  const auto character = static_cast<UChar32>(c);
  if (u_getIntPropertyValue(character, UCHAR_HANGUL_SYLLABLE_TYPE) != U_HST_NOT_APPLICABLE) {
    return false;
  }
  const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ||
         u_getIntPropertyValue(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

bool has_one_that_needs_no_blank(std::string_view text) {
  for (auto at = find_beyond_ascii(text, 0); at < text.size(); at = find_beyond_ascii(text, at)) {
    if (needs_no_blank(next_code_point(text, at))) return true;
  }
  return false;
}

char32_t character_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return next_code_point(text, begin);
}

}  // namespace

// ICU's iterator takes a hundred times as long for a character as this look at its property.
std::vector<std::size_t> cluster_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_cluster(next_code_point(text, at))) {
      static const auto iterator = make_iterator(icu::BreakIterator::createCharacterInstance);
      return breaks(text, iterator);
    }
    ends.push_back(at);
  }
  return ends;
}

std::vector<std::size_t> line_ends_without_blank(std::string_view text) {
  if (!has_one_that_needs_no_blank(text)) return {};
  static const auto iterator = make_iterator(icu::BreakIterator::createLineInstance);
  auto result = breaks(text, iterator);
  std::erase_if(result, [text](std::size_t end) {
    if (end == text.size()) return true;
    std::size_t next = end;
    const char32_t before = character_before(text, end);
    return before == ' ' ||
           !(needs_no_blank(before) || needs_no_blank(next_code_point(text, next)));
  });
  return result;
}

}  // namespace xmlcv
