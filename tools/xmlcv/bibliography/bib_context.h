#pragma once

#include <string>
#include <string_view>

#include "bibliography/bib_fields.h"
#include "bibliography/biblatexml.h"
#include "cv/phrases.h"
#include "text/diagnostics.h"

namespace xmlcv {

// What the parts of an entry become is made of.
struct BibContext {
  const BibEntry& entry;
  const BibFields& fields;
  const std::string& language;  // in which the words stand that the entry does not have
  Diagnostics& diagnostics;

  std::string_view phrase(std::string_view key) const { return bibliography_words(key, language); }
};

}  // namespace xmlcv
