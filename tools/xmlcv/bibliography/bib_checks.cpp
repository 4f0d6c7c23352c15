#include "bibliography/bib_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "bibliography/bib_field_table.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

// Dates are read from the .bib itself, and what is wrong with them is told then.
bool is_part_of_date(std::string_view field) {
  constexpr auto ends =
      std::to_array<std::string_view>({"date", "year", "month", "day", "division"});
  return std::ranges::any_of(ends, [field](std::string_view end) { return field.ends_with(end); });
}

void check_links(const BibPlace& place, const Source& source, Diagnostics& diagnostics) {
  for (const auto& macro : place.undefined) {
    diagnostics.error(source.at(macro.offset), fmt::format("no @string defines {}", macro.name),
                      "write @string{" + macro.name +
                          " = \"...\"} before it, or braces around "
                          "what is a text");
  }
  for (const auto& key : place.missing) {
    diagnostics.error(
        source.at(key.offset),
        fmt::format("the entry {} inherits from {}, which is no entry", place.key, key.name));
  }
}

}  // namespace

void check_fields(const BibFields& fields, const BibPlace& place, const Source& source,
                  Diagnostics& diagnostics) {
  check_links(place, source, diagnostics);
  for (const auto* ancestor : place.ancestors) check_links(*ancestor, source, diagnostics);
  for (const auto& field : place.repeated) {
    const auto* rule = find_bib_field(field.name);
    if (rule == nullptr || rule->use == BibUse::left_out) continue;
    diagnostics.error(source.at(field.offset),
                      fmt::format("the entry {} has the field {} twice", place.key, field.name));
  }
  std::map<std::string_view, std::string_view> names;
  for (const auto& [name, field] : place.fields) {
    const auto* rule = find_bib_field(name);
    const auto value = collapse(field.value());
    if (rule == nullptr || value.empty()) continue;
    const auto complain = [&, offset = field.offset](const std::string& message,
                                                     const std::string& hint) {
      diagnostics.error(source.at(offset), message, hint);
    };
    if (rule->use == BibUse::refused) {
      complain(fmt::format("the field {} is not read", name), std::string(rule->how));
    }
    if (rule->use != BibUse::printed) continue;
    const auto biblatex = biblatex_name(name);
    const auto [other, is_new] = names.try_emplace(biblatex, name);
    if (!is_new && collapse(place.fields.find(other->second)->second.value()) != value) {
      complain(fmt::format("{} and {} are the same field of the entry {}, with two values",
                           other->second, name, place.key),
               "leave out one of them");
    } else if (!is_part_of_date(biblatex) && !fields.has(biblatex)) {
      complain(fmt::format("biber leaves out the field {} of the entry {}", name, place.key), "");
    }
  }
}

}  // namespace xmlcv
