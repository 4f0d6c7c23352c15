#pragma once

#include <string>

#include "text/diagnostics.h"

namespace xmlcv {

// As people read them, UTF-8. What has no place is said of xmlcv.

// For a terminal: "cv.xml:42:7: error: …", the line with a caret, and the hint.
std::string print_long(const Diagnostics& diagnostics, bool colour);

// For a pipe, in the form of GCC, which editors make clickable: a line for the message, and one
// for the hint as a note.
std::string print_short(const Diagnostics& diagnostics);

}  // namespace xmlcv
