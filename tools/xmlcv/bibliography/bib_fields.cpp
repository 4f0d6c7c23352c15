#include "bibliography/bib_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "bibliography/bib_field_table.h"
#include "bibliography/bib_text.h"
#include "cv/plain_text.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

const BibPlace::Field* field_in(const BibPlace& place, std::string_view field) {
  for (const auto name : names_of(field)) {
    const auto found = place.fields.find(name);
    if (found != place.fields.end() && !collapse(found->second.value()).empty()) {
      return &found->second;
    }
  }
  return nullptr;
}

// A "~" of LaTeX as a blank.
std::string breakable(std::string_view text) {
  constexpr std::string_view no_break = "\u00A0";
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find(no_break), text.size());
    result.append(text.substr(0, end)).append(end == text.size() ? "" : " ");
    text.remove_prefix(std::min(end + no_break.size(), text.size()));
  }
  return result;
}

// As what a field of the parent comes to the child: its title is a booktitle there.
std::string_view field_of_parent(std::string_view field) {
  for (const std::string_view prefix : {"book", "main", "journal"}) {
    if (field.starts_with(prefix) && field != "bookauthor") return field.substr(prefix.size());
  }
  return field == "bookauthor" ? "author" : field;
}

}  // namespace

std::vector<const BibPlace*> BibFields::places() const {
  std::vector<const BibPlace*> result = {&place_};
  std::ranges::copy(place_.ancestors, std::back_inserter(result));
  return result;
}

Location BibFields::at(std::string_view field) const {
  const auto all = places();
  for (const auto* place : all) {
    if (const auto* found = field_in(*place, field)) return source_.at(found->offset);
  }
  for (const auto* place : place_.ancestors) {
    const auto* found = field_in(*place, field_of_parent(field));
    if (found != nullptr) return source_.at(found->offset);
  }
  return source_.at(place_.offset);
}

std::optional<Words> BibFields::written(std::string_view field) const {
  for (const auto* place : places()) {
    const auto* found = field_in(*place, field);
    if (found == nullptr) continue;
    auto words = collapse(breakable(plain(found->value(), source_.at(found->offset))));
    if (!words.empty()) return Words{source_.at(found->offset), std::move(words)};
  }
  return std::nullopt;
}

std::optional<Words> BibFields::written_verbatim(std::string_view field) const {
  const auto all = places();
  const auto nearest = distance(field);
  if (nearest == all.size()) return std::nullopt;
  const auto& found = *field_in(*all[nearest], field);
  return Words{source_.at(found.offset), unescaped(found.value())};
}

std::size_t BibFields::distance(std::string_view field) const {
  const auto all = places();
  const auto found = std::ranges::find_if(
      all, [field](const BibPlace* place) { return field_in(*place, field) != nullptr; });
  return static_cast<std::size_t>(found - all.begin());
}

bool BibFields::has(std::string_view field) const {
  const auto names = entry_.names.find(field);
  return !raw(field).empty() || entry_.lists.contains(field) ||
         (names != entry_.names.end() && !names->second.names.empty());
}

std::vector<std::string> BibFields::unused() const {
  std::vector<std::string> result;
  const auto add = [&](const std::string& field) {
    const auto* rule = find_bib_field(field);
    const bool printed = rule != nullptr && rule->use == BibUse::printed;
    if (printed && has(field) && !is_used(field)) result.push_back(field);
  };
  for (const auto& [field, value] : entry_.fields) add(field);
  for (const auto& [field, value] : entry_.lists) add(field);
  for (const auto& [field, value] : entry_.names) add(field);
  return result;
}

const std::string& BibFields::raw(std::string_view field) const {
  static const std::string nothing;
  const auto found = entry_.fields.find(field);
  return found == entry_.fields.end() ? nothing : found->second;
}

std::string BibFields::verbatim(std::string_view field) const {
  use(field);
  return unescaped(raw(field));
}

std::string BibFields::unescaped(std::string_view latex) {
  std::string result;
  for (const char c : latex) {
    if (c != '\\' && c != '{' && c != '}') result += c;
  }
  return collapse(result);
}

std::optional<Text> BibFields::text(std::string_view field) const {
  use(field);
  const auto& latex = raw(field);
  if (latex.empty()) return std::nullopt;
  Text result{at(field), read(latex, at(field))};
  if (result.content.empty()) return std::nullopt;
  return result;
}

std::optional<Text> BibFields::title(std::string_view title, std::string_view subtitle,
                                     std::string_view addon) const {
  auto result = text(title);
  const bool asks = result && words_in(result->content).ends_with('?');
  join(result, asks ? " " : ": ", text(subtitle));
  join(result, ". ", text(addon));
  return result;
}

std::optional<Text> BibFields::list(std::string_view field) const {
  std::optional<Text> result;
  for (const auto& item : items(field)) {
    join(result, ", ", Text{at(field), read(item, at(field))});
  }
  return result;
}

std::vector<std::string> BibFields::items(std::string_view field) const {
  use(field);
  const auto found = entry_.lists.find(field);
  return found == entry_.lists.end() ? std::vector<std::string>() : found->second;
}

std::vector<Words> BibFields::names(std::string_view field) const {
  use(field);
  std::vector<Words> result;
  const auto found = entry_.names.find(field);
  if (found == entry_.names.end()) return result;
  for (const auto& name : found->second.names) {
    result.push_back({at(field), plain(printed(name), at(field))});
  }
  return result;
}

std::optional<Location> BibFields::others(std::string_view field) const {
  const auto found = entry_.names.find(field);
  if (found == entry_.names.end() || !found->second.others) return std::nullopt;
  return at(field);
}

std::optional<Words> BibFields::words(std::string_view field) const {
  return words_of(text(field));
}

std::string BibFields::plain(std::string_view latex, Location location) const {
  return words_in(read(latex, location));
}

std::vector<Inline> BibFields::read(std::string_view latex, Location location) const {
  for (std::size_t i = 0; i < latex.size();) {
    const char32_t c = next_code_point(latex, i);
    if (!has_no_place(c)) continue;
    diagnostics_.error(
        location,
        fmt::format("the character U+{:04X} has no place in a text", static_cast<std::uint32_t>(c)),
        "remove it: it cannot be seen, and it would hide in the PDF");
  }
  auto text = read_bib_text(latex, location);
  for (const auto& command : text.unknown) {
    diagnostics_.error(location,
                       fmt::format("{} in the entry {} is not understood", command, entry_.key),
                       "write what it prints, as text");
  }
  return std::move(text.content);
}

void join(std::optional<Text>& text, std::string_view separator, const std::optional<Text>& more) {
  if (!more) return;
  if (!text) {
    text = more;
    return;
  }
  text->content.push_back({Inline::Kind::text, std::string(separator), {}, more->location});
  std::ranges::copy(more->content, std::back_inserter(text->content));
}

std::optional<Words> words_of(const std::optional<Text>& text) {
  if (!text) return std::nullopt;
  return Words{text->location, words_in(text->content)};
}

Text text_of(std::string_view words, Location location) {
  return {location, {{Inline::Kind::text, std::string(words), {}, location}}};
}

std::string printed(const BibEntry::Name& name) {
  std::string result;
  for (const auto& part : {name.given, name.prefix, name.family, name.suffix}) {
    if (part.empty()) continue;
    if (!result.empty()) result += ' ';
    result += part;
  }
  return result;
}

}  // namespace xmlcv
