#include "text_reader.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <array>
#include <cstring>
#include <optional>

#include "character_names.h"
#include "failure.h"
#include "grammar.h"
#include "utf8.h"
#include "values.h"

namespace xmlcv {
namespace {

std::optional<Inline::Kind> markup(std::string_view element) {
  using enum Inline::Kind;
  struct Markup {
    std::string_view element;
    Inline::Kind kind;
  };
  static constexpr std::array all = {Markup{"b", bold},          Markup{"i", italic},
                                     Markup{"code", code},       Markup{"sub", subscript},
                                     Markup{"sup", superscript}, Markup{"a", link},
                                     Markup{"br", line_break}};
  for (const auto& one : all) {
    if (one.element == element) return one.kind;
  }
  return std::nullopt;
}

std::string to_nfc(const std::string& text) {
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

constexpr char32_t replacement_character = 0xFFFD;

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

// Controls, surrogates, private and unassigned characters, and all that cannot be seen: format
// characters, fillers, separators of lines. The soft hyphen is one that only hides text.
bool has_no_place(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r' || is_part_of_another(c)) return false;
  const auto character = static_cast<UChar32>(c);
  return c == replacement_character ||
         (U_GET_GC_MASK(character) & (U_GC_C_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0 ||
         u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

// Joins neighbouring texts' white space: one blank at most, none at the ends of the whole or
// beside a line break.
class Collapser {
 public:
  void collapse(std::vector<Inline>& content) {
    for (auto& piece : content) {
      if (piece.kind == Inline::Kind::text) {
        piece.text = squeeze(piece.text);
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
  std::string squeeze(std::string& text) {
    std::string result;
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        result += c;
      } else if (!at_blank_) {
        result += ' ';
      }
      at_blank_ = blank;
    }
    if (!result.empty()) last_ = &text;
    return result;
  }

  bool at_blank_ = true;
  std::string* last_ = nullptr;
};

}  // namespace

std::string TextReader::normalised(std::string_view text, std::size_t offset) const {
  std::vector<std::size_t> numbers;
  std::vector<char32_t> characters;
  std::size_t number = 0;
  for (std::size_t i = 0; i < text.size(); ++number) {
    const char32_t c = next_code_point(text, i);
    if (!has_no_place(c)) continue;
    numbers.push_back(number);
    characters.push_back(c);
  }
  const auto offsets = character_offsets(source_, offset, numbers);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    diagnostics_.error(
        source_.at(offsets[i]),
        fmt::format("the character {} has no place in a text", code_and_name(characters[i])),
        characters[i] == replacement_character
            ? "it stands for one that a program could not read: write that one again"
            : "remove it: it cannot be seen, and it would hide in the PDF");
  }
  return to_nfc(std::string(text));
}

// Text on both sides of a comment is one piece, so that escaping sees it as a whole.
void TextReader::append(std::string text, Location location, std::vector<Inline>& content) {
  if (!content.empty() && content.back().kind == Inline::Kind::text) {
    content.back().text += text;
  } else {
    content.push_back({Inline::Kind::text, std::move(text), {}, location});
  }
}

void TextReader::append(pugi::xml_node parent, std::vector<Inline>& content) const {
  for (const auto node : parent.children()) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      const auto offset = static_cast<std::size_t>(node.offset_debug());
      append(normalised(node.value(), offset), source_.at(offset), content);
      continue;
    }
    const auto kind = markup(node.name());
    if (!kind) continue;
    Inline piece{*kind, "", {}, element_location(source_, node)};
    if (*kind == Inline::Kind::link) piece.text = value(node, "href").value;
    append(node, piece.children);
    content.push_back(std::move(piece));
  }
}

Text TextReader::text(pugi::xml_node element) const {
  Text result{element_location(source_, element), {}};
  append(element, result.content);
  Collapser collapser;
  collapser.collapse(result.content);
  collapser.drop_last_blank();
  return result;
}

Words TextReader::words(pugi::xml_node element) const {
  std::string all;
  for (const auto node : element.children()) {
    if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) continue;
    all += normalised(node.value(), static_cast<std::size_t>(node.offset_debug()));
  }
  return {element_location(source_, element), collapse(all)};
}

Words TextReader::value(pugi::xml_node element, const char* attribute) const {
  const auto found = element.attribute(attribute);
  if (!found) return {element_location(source_, element), ""};
  const Location place = value_location(source_, element, attribute);
  return {place, collapse(normalised(found.value(), place.offset))};
}

}  // namespace xmlcv
