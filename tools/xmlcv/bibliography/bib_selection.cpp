#include "bibliography/bib_selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "bibliography/bib_date.h"
#include "bibliography/bib_fields.h"
#include "bibliography/bib_text.h"
#include "bibliography/bib_types.h"
#include "cv/dates.h"
#include "cv/plain_text.h"
#include "text/suggestion.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

using Names = std::set<std::string>;

Names types_of(const Library::Entry& entry) { return {entry.content.type, entry.place.type}; }

Names keys_of(const Library::Entry& entry) {
  Names result = {entry.content.key};
  const auto ids = entry.content.lists.find("ids");
  if (ids != entry.content.lists.end()) result.insert(ids->second.begin(), ids->second.end());
  return result;
}

// biber's configuration puts them there.
Names keywords_of(const Library::Entry& entry) {
  const auto found = entry.content.fields.find("xmlcvkeywords");
  if (found == entry.content.fields.end()) return {};
  Names result;
  const std::string& all = found->second;
  for (std::size_t begin = 0; begin < all.size();) {
    const auto end = std::min(all.find(',', begin), all.size());
    result.insert(collapse(std::string_view(all).substr(begin, end - begin)));
    begin = end + 1;
  }
  return result;
}

bool meets(const std::vector<Words>& wanted, const Names& names) {
  return wanted.empty() || std::ranges::any_of(wanted, [&names](const Words& word) {
           return names.contains(word.value);
         });
}

// Of an edited book the owner may be the editor.
bool is_of(const OwnerName& owner, const BibEntry& entry) {
  auto names = entry.names.find("author");
  if (names == entry.names.end()) names = entry.names.find("editor");
  if (names == entry.names.end()) return false;
  return std::ranges::any_of(names->second.names, [&owner](const BibEntry::Name& name) {
    return owner.matches(words_in(read_bib_text(printed(name), {}).content));
  });
}

// What has no date yet is the newest of all.
bool is_within(const Bibliography& bibliography, const Library::Entry& entry,
               const Source& source) {
  if (!bibliography.from && !bibliography.to) return true;
  Diagnostics told_later;
  const BibFields fields(entry.content, entry.place, source, told_later);
  CvWords words("en", told_later);
  const auto period = read_bib_date(fields, words, told_later).period;
  Date date;
  if (period.date) date = *period.date;
  if (!period.date) date.year = year_of(period);
  if (date.year == 0) return !bibliography.to;
  return (!bibliography.from || !before(date, *bibliography.from)) &&
         (!bibliography.to || !before(*bibliography.to, date));
}

template <class NamesOf>
void check(const std::vector<Words>& wanted, const Library& library, NamesOf names_of,
           std::string_view what, Severity severity, Diagnostics& diagnostics) {
  if (wanted.empty()) return;
  Names all;
  for (const auto& entry : library.entries()) all.merge(names_of(entry));
  for (const auto& word : wanted) {
    if (all.contains(word.value)) continue;
    const auto near = nearest(word.value, std::vector<std::string_view>(all.begin(), all.end()));
    diagnostics.add(
        {severity, word.location,
         fmt::format("no entry of {} has the {} {}", library.source().path(), what, word.value),
         near.empty() ? "" : fmt::format("did you mean {}?", near)});
  }
}

}  // namespace

std::vector<const Library::Entry*> select_entries(const Library& library,
                                                  const Bibliography& bibliography,
                                                  const OwnerName& owner,
                                                  Diagnostics& diagnostics) {
  check(bibliography.keys, library, keys_of, "key", Severity::error, diagnostics);
  check(bibliography.types, library, types_of, "type", Severity::warning, diagnostics);
  check(bibliography.keywords, library, keywords_of, "keyword", Severity::warning, diagnostics);
  std::vector<const Library::Entry*> result;
  for (const auto& entry : library.entries()) {
    const auto& content = entry.content;
    const bool wanted = !is_auxiliary(content.type) && meets(bibliography.types, types_of(entry)) &&
                        meets(bibliography.keys, keys_of(entry)) &&
                        meets(bibliography.keywords, keywords_of(entry)) &&
                        is_within(bibliography, entry, library.source()) &&
                        (!bibliography.by_owner || is_of(owner, content));
    if (!wanted) continue;
    const bool asked_for = !bibliography.keys.empty() || is_of(owner, content);
    if (asked_for || !is_parent(library, content.key)) result.push_back(&entry);
  }
  return result;
}

bool may_be_selected(const BibPlace& place, const Bibliography& bibliography, const Name& owner) {
  // Of these biber makes others: thesis of phdthesis.
  static const Names renamed = {"conference", "electronic", "mastersthesis",
                                "phdthesis",  "techreport", "www"};
  if (!meets(bibliography.keys, {place.key})) return false;
  if (!renamed.contains(place.type) && !meets(bibliography.types, {place.type})) return false;
  if (!bibliography.by_owner) return true;
  std::string persons;
  for (const auto* field : {"author", "editor"}) {
    const auto found = place.fields.find(field);
    if (found != place.fields.end()) persons += found->second.value();
  }
  persons = words_in(read_bib_text(persons, {}).content);
  const OwnerName known(owner);
  const auto names_owner = [&](const Words& name) {
    return persons.find(name.value) != std::string::npos;
  };
  constexpr std::string_view separator = " and ";
  for (std::size_t begin = 0; begin < persons.size();) {
    const auto end = std::min(persons.find(separator, begin), persons.size());
    if (known.matches(std::string_view(persons).substr(begin, end - begin))) return true;
    begin = end + separator.size();
  }
  return persons.empty() || names_owner(owner.family) ||
         std::ranges::any_of(owner.variants, names_owner);
}

}  // namespace xmlcv
