#include "machine/second_core.h"

#include <sys/resource.h>

namespace xmlcv {

// glibc 2.36 takes 8 MB of addresses for the stack of a thread, and 64 MB for what it allocates.
std::launch beside() {
  rlimit addresses{};
  const bool is_limited =
      ::getrlimit(RLIMIT_AS, &addresses) == 0 && addresses.rlim_cur != RLIM_INFINITY;
  return is_limited ? std::launch::deferred : std::launch::async;
}

}  // namespace xmlcv
