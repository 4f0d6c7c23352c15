#include "console.h"

#include <cstdio>

namespace xmlcv {

void say(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace xmlcv
