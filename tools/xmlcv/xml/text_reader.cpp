#include "xml/text_reader.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <array>
#include <cstring>
#include <optional>

#include "cv/plain_text.h"
#include "text/character_names.h"
#include "text/utf8.h"
#include "text/white_space.h"
#include "xml/tree.h"
#include "xml/values.h"

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

}  // namespace

std::string TextReader::normalised(std::string_view text, std::size_t offset, Kind kind) const {
  if (is_plain(text)) return std::string(text);
  std::vector<std::size_t> numbers;
  std::vector<char32_t> characters;
  std::size_t number = 0;
  for (std::size_t i = 0; i < text.size(); ++number) {
    const char32_t c = next_code_point(text, i);
    if (!has_no_place(c) && (c != soft_hyphen || kind == Kind::text)) continue;
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
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      const auto place = account_.take(node);
      append(normalised(node.value(), place.offset), place, content);
      continue;
    }
    const auto kind = markup(node.name());
    if (!kind) continue;
    Inline piece{*kind, "", {}, account_.take(node)};
    if (*kind == Inline::Kind::link) piece.text = value(node, "href").value;
    if (*kind != Inline::Kind::line_break) append(node, piece.children);
    content.push_back(std::move(piece));
  }
}

Text TextReader::text(pugi::xml_node element) const {
  Text result{account_.take(element), {}};
  append(element, result.content);
  collapse_white_space(result.content);
  return result;
}

Words TextReader::words(pugi::xml_node element) const {
  std::string all;
  for (auto node = element.first_child(); node; node = node.next_sibling()) {
    if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) continue;
    all += normalised(node.value(), account_.take(node).offset);
  }
  return {account_.take(element), collapse(all)};
}

Words TextReader::value(pugi::xml_node element, const char* attribute) const {
  const auto found = account_.take(element, attribute);
  if (!found) return {element_location(source_, element), ""};
  const Location place = value_location(source_, element, attribute);
  return {place, collapse(normalised(found.value(), place.offset, Kind::value))};
}

}  // namespace xmlcv
