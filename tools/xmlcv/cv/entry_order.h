#pragma once

#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// Notes each entry that ended before the one behind it began: the newest usually comes first.
void note_order_of_entries(const Cv& cv, Diagnostics& diagnostics);

}  // namespace xmlcv
