#pragma once

#include <string>
#include <string_view>

#include "xml/synonym_table.h"
#include "xml/vocabulary.h"

// Words of other formats and languages that people write first, from xml/cv.synonyms.
namespace xmlcv {

// What to write instead of a word that the vocabulary does not have at this place.
struct Answer {
  std::string_view text;   // XML: an element, or attributes; empty if the word is no known synonym
  const ChildRule* child;  // of the parent, where the text is such an element

  std::string hint(Misnomer kind, const ElementRule& parent) const;
  std::string_view attribute() const;  // the name of the first one; empty if it is an element
};

// ATTRIBUTE is empty but for a value. Case, hyphens, underscores and blanks make no difference.
Answer find_answer(Misnomer kind, const ElementRule& parent, std::string_view word,
                   std::string_view attribute = {});

}  // namespace xmlcv
