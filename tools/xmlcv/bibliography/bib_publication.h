#pragma once

#include <string>

#include "bibliography/bib_source.h"
#include "bibliography/biblatexml.h"
#include "cv/cv_words.h"
#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// The entry as a publication of the CV. Every part has the place of its field in the .bib; what
// is inherited has that of the entry. words: those that the entry does not have. Reports LaTeX that
// is not understood, and what the type of entry needs and is not there.
Publication to_publication(const BibEntry& entry, const BibPlace& place, const Source& source,
                           CvWords& words, Diagnostics& diagnostics);

}  // namespace xmlcv
