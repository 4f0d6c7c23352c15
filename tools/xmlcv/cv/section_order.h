#pragma once

#include "cv/model.h"

namespace xmlcv {

// Puts the sections of the kinds that the layout names in front, in its order. The others follow in
// theirs.
void order_sections(Cv& cv);

}  // namespace xmlcv
