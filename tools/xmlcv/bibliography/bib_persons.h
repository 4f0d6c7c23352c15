#pragma once

#include "bibliography/bib_context.h"
#include "cv/model.h"

namespace xmlcv {

// Authors, editors, and who else had a part in the work.
void add_persons(const BibContext& context, Publication& publication);

}  // namespace xmlcv
