#include "feedback/xml_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/character_reference.h"
#include "text/source.h"
#include "text/utf8.h"
#include "text/xml_tokens.h"

namespace xmlcv {
namespace {

// More than the longest line of a page has.
constexpr std::size_t most_bytes = 1U << 16U;

// What an entity stands for, which begins a text; moves the text behind it.
std::string take_entity(std::string_view& text) {
  static constexpr auto named = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}});
  for (const auto& [entity, character] : named) {
    if (!text.starts_with(entity)) continue;
    text.remove_prefix(entity.size());
    return std::string(character);
  }
  const auto reference = read_character_reference(text);
  text.remove_prefix(reference ? reference->length : 1);
  if (!reference) return "&";
  std::string result;
  append_code_point(result, reference->code);
  return result;
}

void append_decoded(std::string_view text, std::string& result) {
  while (!text.empty()) {
    if (text[0] == '&') {
      result += take_entity(text);
    } else {
      const auto end = std::min(text.find('&'), text.size());
      result += text.substr(0, end);
      text.remove_prefix(end);
    }
  }
}

// The text of the element that begins there; of what is no element, all that follows.
std::string text_at(Location place) {
  const auto text = place.source->text().substr(place.offset, most_bytes);
  const bool is_element = text.starts_with('<');
  std::string result;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto token = read_xml_token(text, at);
    at = token.end;
    if (token.kind == XmlTokenKind::text) append_decoded(token.text, result);
    if (token.kind == XmlTokenKind::cdata) result += token.text;
    if (token.kind == XmlTokenKind::empty_tag) result += ' ';  // <br/>
    if (token.kind == XmlTokenKind::start_tag) ++depth;
    if (token.kind == XmlTokenKind::end_tag) --depth;
    if (depth <= 0 && is_element) break;
  }
  return result;
}

// A word without what TeX puts into it or leaves out: hyphens, the $ around a formula, the | of a
// rule, format characters.
std::string bare(std::string_view word) {
  std::string result;
  for (std::size_t i = 0; i < word.size();) {
    const auto begin = i;
    const char32_t c = next_code_point(word, i);
    const bool is_hyphen = c == '-' || c == 0xAD || (c >= 0x2010 && c <= 0x2012);
    const bool is_sign = c == '$' || c == '|' || (c >= 0x200B && c <= 0x200F) || c == 0x2060;
    if (!is_hyphen && !is_sign) result += word.substr(begin, i - begin);
  }
  return result;
}

template <class Fits>
std::string find_word(const std::string& text, Fits fits) {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    const auto word = std::string_view(text).substr(begin, end - begin);
    if (!word.empty() && fits(word)) return std::string(word);
    begin = end + 1;
  }
  return "";
}

}  // namespace

// A line may end within a word: then TeX shows one part of it.
std::string word_of_xml(Location leaf, std::string_view shown) {
  constexpr std::size_t enough_letters = 4;
  const auto wanted = bare(shown);
  if (wanted.empty()) return "";
  const auto text = text_at(leaf);
  auto word = find_word(text, [&](std::string_view each) { return bare(each) == wanted; });
  if (!word.empty() || wanted.size() < enough_letters) return word;
  return find_word(
      text, [&](std::string_view each) { return bare(each).find(wanted) != std::string::npos; });
}

}  // namespace xmlcv
