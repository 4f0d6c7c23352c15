#pragma once

#include <cstddef>
#include <map>
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
  };
  std::size_t offset;  // of the "@"
  std::string type;
  std::string key;
  std::map<std::string, Field, std::less<>> fields;
};

// All entries in their order, without @string, @preamble and @comment. What is not well-formed
// ends an entry (biber tells of it), and the search goes on at the next "@" that begins a line.
std::vector<BibPlace> find_entries(const Source& source);

}  // namespace xmlcv
