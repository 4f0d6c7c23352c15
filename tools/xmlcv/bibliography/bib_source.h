#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace xmlcv {

// An entry as it stands in a .bib file: where it and its fields are, which biber does not tell.
// Type and names of fields are in lower case; texts are views of the source, macros and LaTeX as
// they are written.
struct BibPlace {
  struct Field {
    std::size_t offset;  // of the value's first byte, behind the brace or quote
    std::string_view text;
    std::string joined;  // where the value is macros or several pieces: what they are together
    std::string_view value() const { return joined.empty() ? text : joined; }
  };
  struct Named {
    std::size_t offset;
    std::string name;
  };
  std::size_t offset;  // of the "@"
  std::string type;
  std::string key;
  std::map<std::string, Field, std::less<>> fields;
  std::vector<Named> undefined;  // macros that no @string defines
  std::vector<Named> repeated;   // fields that are there already, with another value
  // Filled by the library: the entries that it inherits from (crossref, xdata), and theirs; and
  // those that it names and that are nowhere.
  std::vector<const BibPlace*> ancestors;
  std::vector<Named> missing;
};

struct BibFile {
  std::vector<BibPlace> entries;
  std::optional<std::size_t> too_long;  // where macros have made more than 5 MB of the file
};

// All entries in their order, without @string, @preamble and @comment. What is not well-formed
// ends an entry (biber tells of it), and the search goes on at the next "@" that begins a line.
BibFile find_entries(const Source& source);

}  // namespace xmlcv
