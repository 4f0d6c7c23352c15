#pragma once

#include "bibliography/biblatexml.h"
#include "text/diagnostics.h"

namespace xmlcv {

// Warns of what biblatex's data model demands of a type of entry and is not there, and of types
// that it does not have. place: that of the entry.
void check_requirements(const BibEntry& entry, bool has_date, Location place,
                        Diagnostics& diagnostics);

}  // namespace xmlcv
