#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// An entry as biber gives it: crossrefs, string macros and accents resolved, texts in UTF-8 with
// what LaTeX they have left. Fields have biblatex's names.
struct BibEntry {
  struct Name {
    std::string prefix;  // van der
    std::string family;
    std::string suffix;  // Jr.
    std::string given;
  };
  struct Names {
    std::vector<Name> names;
    bool others = false;  // et al.
  };
  // EDTF, as biber writes it: 2019, 2019-04, 2019-21, 2019?, 199X; a range with an end, which is
  // empty if it is open.
  struct Date {
    std::string start;
    std::string end;
    bool is_range = false;
  };
  template <class T>
  using By = std::map<std::string, T, std::less<>>;

  std::string key;
  std::string type;
  By<std::string> fields;
  By<std::vector<std::string>> lists;  // publisher, location, pages ...; ranges as 1–20
  By<Names> names;
  By<Date> dates;  // date, eventdate ...
  // What is said of the persons of a field, by their numbers from 1: equal,corresponding.
  By<std::map<std::size_t, std::string>> annotations;
};

// Reads what `biber --tool --output-format=biblatexml` wrote (2.18 and 2.20 are known). A text
// that is not biblatexml has no entries.
std::vector<BibEntry> parse_biblatexml(std::string_view xml);

}  // namespace xmlcv
