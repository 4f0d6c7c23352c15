#include "bibliography/bib_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "bibliography/bib_text.h"
#include "cv/plain_text.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

// The names of a field in BibTeX, where biblatex has another.
struct Alias {
  std::string_view biblatex;
  std::string_view bibtex;
};
constexpr auto aliases = std::to_array<Alias>({{"date", "year"},
                                               {"eprinttype", "archiveprefix"},
                                               {"institution", "school"},
                                               {"journaltitle", "journal"},
                                               {"location", "address"}});

}  // namespace

Location BibFields::at(std::string_view field) const {
  const auto place_of = [this](std::string_view name) { return place_.fields.find(name); };
  auto found = place_of(field);
  const auto alias = std::ranges::find(aliases, field, &Alias::biblatex);
  if (found == place_.fields.end() && alias != aliases.end()) found = place_of(alias->bibtex);
  return source_.at(found != place_.fields.end() ? found->second.offset : place_.offset);
}

const std::string& BibFields::raw(std::string_view field) const {
  static const std::string nothing;
  const auto found = entry_.fields.find(field);
  return found == entry_.fields.end() ? nothing : found->second;
}

std::string BibFields::verbatim(std::string_view field) const {
  std::string result;
  for (const char c : raw(field)) {
    if (c != '\\' && c != '{' && c != '}') result += c;
  }
  return collapse(result);
}

std::optional<Text> BibFields::text(std::string_view field) const {
  const auto& latex = raw(field);
  if (latex.empty()) return std::nullopt;
  Text result{at(field), read(latex, at(field))};
  if (result.content.empty()) return std::nullopt;
  return result;
}

std::optional<Text> BibFields::title(std::string_view title, std::string_view subtitle) const {
  auto result = text(title);
  const bool asks = result && words_in(result->content).ends_with('?');
  join(result, asks ? " " : ": ", text(subtitle));
  return result;
}

std::optional<Text> BibFields::list(std::string_view field) const {
  const auto found = entry_.lists.find(field);
  if (found == entry_.lists.end()) return std::nullopt;
  std::optional<Text> result;
  for (const auto& item : found->second) {
    join(result, ", ", Text{at(field), read(item, at(field))});
  }
  return result;
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

}  // namespace xmlcv
