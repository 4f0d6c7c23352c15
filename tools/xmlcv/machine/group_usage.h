#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <optional>

namespace xmlcv {

// What the processes of a group are doing, by /proc.
struct GroupUsage {
  std::size_t processes = 0;
  std::chrono::milliseconds cpu{0};  // that they, and their children that ended, have had
  bool is_active = false;            // one of them has work, or waits for a disk
};

// Nothing where there is no /proc.
std::optional<GroupUsage> usage_of_group(pid_t group);

}  // namespace xmlcv
