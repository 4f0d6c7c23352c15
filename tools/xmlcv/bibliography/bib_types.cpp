#include "bibliography/bib_types.h"

#include <algorithm>
#include <array>

namespace xmlcv {
namespace {

struct Type {
  std::string_view entry;
  PublicationType publication;
};

// biblatex 3.18's data model; what is not here is something else.
using enum PublicationType;
constexpr auto types = std::to_array<Type>({
    {"article", article},        {"book", book},           {"bookinbook", inbook},
    {"booklet", book},           {"collection", book},     {"dataset", dataset},
    {"inbook", inbook},          {"incollection", inbook}, {"inproceedings", inproceedings},
    {"inreference", inbook},     {"manual", book},         {"mvbook", book},
    {"mvcollection", book},      {"mvproceedings", book},  {"mvreference", book},
    {"patent", patent},          {"periodical", book},     {"proceedings", book},
    {"reference", book},         {"report", report},       {"review", article},
    {"software", software},      {"suppbook", inbook},     {"suppcollection", inbook},
    {"suppperiodical", article}, {"thesis", thesis},       {"unpublished", preprint},
});

}  // namespace

PublicationType publication_type(const BibEntry& entry) {
  const auto found = std::ranges::find(types, entry.type, &Type::entry);
  if (found != types.end()) return found->publication;
  const bool is_eprint = entry.fields.contains("eprint");
  return is_eprint && (entry.type == "misc" || entry.type == "online") ? preprint : misc;
}

bool is_auxiliary(std::string_view entry_type) {
  return entry_type == "xdata" || entry_type == "set" || entry_type == "bibnote";
}

}  // namespace xmlcv
