#pragma once

#include <string>

#include "diagnostics.h"

namespace xmlcv {

// The diagnostics in the order of their places, as a terminal shows them: the GCC form
// (file:line:column: error: …), the line of the XML with a caret under the place, and the hint.
// colour: with ANSI escape sequences.
std::string print(const Diagnostics& diagnostics, bool colour);

}  // namespace xmlcv
