#include "bibliography/bib_requirements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {
namespace {

struct Requirement {
  std::string_view type;
  std::string_view fields;  // with blanks between; of a|b one will do
};

// biblatex 3.18, section 2.1.1 of its manual. A report or thesis may do without its type: the
// heading or the title says it.
constexpr auto requirements = std::to_array<Requirement>({
    {"article", "author title journaltitle date"},
    {"book", "author|editor title date"},
    {"bookinbook", "author title booktitle date"},
    {"booklet", "author|editor title date"},
    {"collection", "editor title date"},
    {"dataset", "author|editor title date"},
    {"inbook", "author title booktitle date"},
    {"incollection", "author title booktitle date"},
    {"inproceedings", "author title booktitle date"},
    {"inreference", "author title booktitle date"},
    {"manual", "author|editor title date"},
    {"misc", "author|editor title date"},
    {"mvbook", "author|editor title date"},
    {"mvcollection", "editor title date"},
    {"mvproceedings", "title date"},
    {"mvreference", "editor title date"},
    {"online", "author|editor title date doi|eprint|url"},
    {"patent", "author title number date"},
    {"periodical", "editor title date"},
    {"proceedings", "title date"},
    {"reference", "editor title date"},
    {"report", "author title institution date"},
    {"software", "author|editor title date"},
    {"suppbook", "author title booktitle date"},
    {"suppcollection", "author title booktitle date"},
    {"suppperiodical", "author title journaltitle date"},
    {"thesis", "author title institution date"},
    {"unpublished", "author title date"},
});

// Types that biblatex knows and its standard styles print as @misc.
constexpr auto other_types = std::to_array<std::string_view>(
    {"artwork", "audio", "bibnote", "commentary", "image", "jurisdiction", "legal", "legislation",
     "letter", "movie", "music", "performance", "review", "standard", "video"});

bool has(const BibEntry& entry, std::string_view field) {
  if (field == "author" && entry.fields.contains("collaboration")) return true;
  return entry.fields.contains(field) || entry.lists.contains(field) || entry.names.contains(field);
}

// Calls with each part of a text between separators.
template <class Function>
void for_each_part(std::string_view text, char separator, Function function) {
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    function(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string either(std::string_view fields) {
  std::vector<std::string_view> names;
  for_each_part(fields, '|', [&names](std::string_view name) { names.push_back(name); });
  return fmt::format("{}", fmt::join(names, " or "));
}

}  // namespace

void check_requirements(const BibEntry& entry, bool has_date, Location place,
                        Diagnostics& diagnostics) {
  const auto found = std::ranges::find(requirements, entry.type, &Requirement::type);
  if (found == requirements.end()) {
    if (std::ranges::find(other_types, entry.type) != other_types.end()) return;
    diagnostics.warning(place, fmt::format("unknown type of entry @{}", entry.type),
                        "it is printed as @misc would be");
    return;
  }
  // What is in press has no date yet.
  const bool dated = has_date || has(entry, "pubstate");
  std::vector<std::string> missing;
  for_each_part(found->fields, ' ', [&](std::string_view fields) {
    bool satisfied = false;
    for_each_part(fields, '|', [&](std::string_view field) {
      satisfied = satisfied || (field == "date" ? dated : has(entry, field));
    });
    if (!satisfied) missing.push_back(either(fields));
  });
  if (missing.empty()) return;
  diagnostics.warning(place,
                      fmt::format("the entry {} has no {}", entry.key, fmt::join(missing, ", no ")),
                      fmt::format("an @{} should have it", entry.type));
}

}  // namespace xmlcv
