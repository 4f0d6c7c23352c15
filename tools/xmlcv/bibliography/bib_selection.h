#pragma once

#include <vector>

#include "bibliography/library.h"
#include "cv/model.h"
#include "cv/names.h"
#include "text/diagnostics.h"

namespace xmlcv {

// The entries that a bibliography asks for, in the order of the file. Without keys these are never
// the ones that others only inherit from. Reports keys, types and keywords that no entry has.
std::vector<const Library::Entry*> select_entries(const Library& library,
                                                  const Bibliography& bibliography,
                                                  const OwnerName& owner, Diagnostics& diagnostics);

// Whether an entry that biber has left out may be one of them, as far as its source tells.
bool may_be_selected(const BibPlace& place, const Bibliography& bibliography, const Name& owner);

}  // namespace xmlcv
