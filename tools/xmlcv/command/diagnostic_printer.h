#pragma once

#include <string>

#include "text/diagnostics.h"

namespace xmlcv {

// As people read them, UTF-8. What has no place is said of xmlcv.

// For a terminal: "cv.xml:42:7: error: …", the line with a caret, and the hint. width: of the
// terminal, in cells; 0 if it is not known, and then no message is divided.
std::string print_long(const Diagnostics& diagnostics, bool colour, std::size_t width = 0);

// For a pipe, in the form of GCC, which editors make clickable: a line for the message, and one
// for the hint as a note.
std::string print_short(const Diagnostics& diagnostics);

}  // namespace xmlcv
