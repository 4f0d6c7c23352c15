#pragma once

#include "cv/input_folders.h"
#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// What neither grammar nor schema can say: the order of dates, parts that exclude each other, what
// accounts and telephone numbers lead to, a photo that is there, may be read and is a picture.
// allow_tex: raw LaTeX is no fault.
void check_cv(const Cv& cv, const InputFolders& folders, bool allow_tex, Diagnostics& diagnostics);

}  // namespace xmlcv
