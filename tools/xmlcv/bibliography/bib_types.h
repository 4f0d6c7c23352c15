#pragma once

#include <string_view>

#include "bibliography/biblatexml.h"
#include "cv/vocabulary_values.h"

namespace xmlcv {

// The type of publication that a type of entry in biblatex's data model becomes.
PublicationType publication_type(const BibEntry& entry);

// Whether an entry is only there for others to refer to.
bool is_auxiliary(std::string_view entry_type);

}  // namespace xmlcv
