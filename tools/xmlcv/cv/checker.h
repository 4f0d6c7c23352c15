#pragma once

#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// What neither grammar nor schema can say: the order of dates, parts that exclude each other, what
// accounts and telephone numbers lead to. allow_tex: raw LaTeX is no error.
void check_cv(const Cv& cv, bool allow_tex, Diagnostics& diagnostics);

}  // namespace xmlcv
