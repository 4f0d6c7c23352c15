#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace xmlcv {

// What becomes of a field of a .bib file. A field of biblatex's default data model is printed, is
// understood (it selects, links, or orders), is left out by design, or is refused: biber reads none
// of these last ones. What is not in the table is a field of some other program.
enum class BibUse { printed, understood, left_out, refused };

struct BibFieldRule {
  std::string_view name;  // in lower case; a "*" at one of its ends stands for anything
  BibUse use;
  std::string_view how;
  std::string_view same_as;  // biblatex's name for it, where it has another one
};

std::span<const BibFieldRule> bib_field_rules();

// The rule for a field; null if there is none.
const BibFieldRule* find_bib_field(std::string_view name);

// biblatex's name for a field: journaltitle for journal.
std::string_view biblatex_name(std::string_view name);

// The names under which a field may stand in a .bib, biblatex's first.
const std::vector<std::string_view>& names_of(std::string_view field);

}  // namespace xmlcv
