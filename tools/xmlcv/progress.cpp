#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include "console.h"

namespace xmlcv {

Progress::Progress() : on_terminal_(::isatty(STDERR_FILENO) == 1) {}

void Progress::step(std::string_view what) {
  if (!on_terminal_) return;
  say(fmt::format("\r\x1b[K{} …", what));
  shown_ = true;
}

void Progress::wipe() {
  if (!shown_) return;
  say("\r\x1b[K");
  shown_ = false;
}

}  // namespace xmlcv
