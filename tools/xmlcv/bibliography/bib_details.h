#pragma once

#include "bibliography/bib_context.h"
#include "cv/model.h"

namespace xmlcv {

// The parts of the line behind the pages: edition, version, the meeting and so on. publication:
// what is known of it so far.
void add_details(const BibContext& context, Publication& publication);

// All that is to be printed and has found no place: what a type of entry should not have.
void add_rest(const BibContext& context, Publication& publication);

}  // namespace xmlcv
