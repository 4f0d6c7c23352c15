#pragma once

#include <cstddef>
#include <string_view>

#include "command/options.h"
#include "text/diagnostics.h"

namespace xmlcv {

// Writes to standard error. Where nobody can read it (closed, a full disk), it is lost: the exit
// status still tells.
void say(std::string_view text);

// Whether people read standard error on a terminal.
bool is_terminal();

// The columns of the terminal that a file descriptor leads to; 0 if that is none.
std::size_t terminal_width(int file);

// Wipes a terminal, so that what is shown next stands alone; elsewhere nothing.
void begin_report();

// Shows what was found, in the form that was asked for: to people on standard error, to programs
// on standard output. Without one, in the long form on a terminal, in colour unless NO_COLOR is
// set, and in the short form elsewhere.
void show(const Diagnostics& diagnostics, const Options& options);

}  // namespace xmlcv
