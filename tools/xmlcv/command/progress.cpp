#include "command/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include "command/console.h"

namespace xmlcv {

Progress::Progress(Options::Verbosity verbosity)
    : way_(verbosity == Options::Verbosity::verbose ? Way::lines
           : verbosity == Options::Verbosity::normal && ::isatty(STDERR_FILENO) == 1
               ? Way::one_line
               : Way::silent) {}

void Progress::step(std::string_view what) {
  if (way_ == Way::lines) say(fmt::format("xmlcv: {}\n", what));
  if (way_ != Way::one_line) return;
  say(fmt::format("\r\x1b[K{} …", what));
  shown_ = true;
}

void Progress::wipe() {
  if (!shown_) return;
  say("\r\x1b[K");
  shown_ = false;
}

}  // namespace xmlcv
