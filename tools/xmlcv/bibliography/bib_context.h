#pragma once

#include <string>
#include <string_view>

#include "bibliography/bib_fields.h"
#include "bibliography/biblatexml.h"
#include "cv/cv_words.h"
#include "text/diagnostics.h"

namespace xmlcv {

// What the parts of an entry become is made of.
struct BibContext {
  const BibEntry& entry;
  const BibFields& fields;
  CvWords& words;  // that the entry does not have
  Diagnostics& diagnostics;

  const std::string& language() const { return words.language(); }
  // Empty for what is no key. The words are printed where the field stands.
  std::string_view phrase(std::string_view key, Location field) const {
    return words.of_publications(key, field);
  }
};

}  // namespace xmlcv
