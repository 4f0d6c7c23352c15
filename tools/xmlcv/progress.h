#pragma once

#include <string_view>

namespace xmlcv {

// Tells on a terminal which step is under way, on one line of standard error that is wiped at
// the end. Silent in a pipe.
class Progress {
 public:
  Progress();
  ~Progress() { wipe(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(std::string_view what);
  void wipe();

 private:
  bool on_terminal_;
  bool shown_ = false;
};

}  // namespace xmlcv
