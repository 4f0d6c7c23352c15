#pragma once

#include <string_view>

#include "command/options.h"

namespace xmlcv {

// Tells which step is under way: on a terminal on one line of standard error that is wiped at
// the end; nothing in a pipe or if quiet; if verbose, each step on a line that stays.
class Progress {
 public:
  explicit Progress(Options::Verbosity verbosity);
  ~Progress() { wipe(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(std::string_view what);
  void wipe();

 private:
  enum class Way { silent, one_line, lines };
  Way way_;
  bool shown_ = false;
};

}  // namespace xmlcv
