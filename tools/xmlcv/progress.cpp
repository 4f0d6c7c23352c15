#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace xmlcv {

Progress::Progress() : on_terminal_(::isatty(STDERR_FILENO) == 1) {}

void Progress::step(std::string_view what) {
  if (!on_terminal_) return;
  fmt::print(stderr, "\r\x1b[K{} …", what);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::wipe() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace xmlcv
