#pragma once

#include "bibliography/bib_fields.h"
#include "bibliography/bib_source.h"
#include "text/diagnostics.h"

namespace xmlcv {

// Reports what of an entry's fields biber does not give: a field that is there twice, or that it
// leaves out; a macro or an entry that is nowhere, also in the entries that it inherits from.
void check_fields(const BibFields& fields, const BibPlace& place, const Source& source,
                  Diagnostics& diagnostics);

}  // namespace xmlcv
