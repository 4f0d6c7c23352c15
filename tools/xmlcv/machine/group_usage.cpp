#include "machine/group_usage.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace xmlcv {
namespace {

// proc(5), fields 3 and 14 to 17 of /proc/PID/stat: the state, and ticks of utime, stime, cutime
// and cstime. The name before them is in brackets and may hold any character.
void add(const std::string& stat, GroupUsage& usage) {
  const auto name_end = stat.rfind(')');
  if (name_end == std::string::npos) return;
  std::istringstream fields(stat.substr(name_end + 1));
  char state = 0;
  fields >> state;
  constexpr int between = 10;
  std::string skipped;
  for (int i = 0; i < between; ++i) fields >> skipped;
  long all = 0;
  for (int i = 0; i < 4; ++i) {
    long ticks = 0;
    if (fields >> ticks) all += ticks;
  }
  constexpr long thousand = 1000;
  usage.cpu += std::chrono::milliseconds(all * thousand / ::sysconf(_SC_CLK_TCK));
  usage.is_active = usage.is_active || state == 'R' || state == 'D';
  ++usage.processes;
}

}  // namespace

std::optional<GroupUsage> usage_of_group(pid_t group) {
  GroupUsage result;
  std::error_code error;
  std::filesystem::directory_iterator it("/proc", error);
  if (error) return std::nullopt;
  for (; it != std::filesystem::directory_iterator(); it.increment(error)) {
    if (error) return std::nullopt;
    const auto process = std::strtol(it->path().filename().c_str(), nullptr, 10);
    if (process <= 0 || ::getpgid(static_cast<pid_t>(process)) != group) continue;
    std::ifstream file(it->path() / "stat");
    std::string stat;
    if (std::getline(file, stat)) add(stat, result);
  }
  return result.processes == 0 ? std::nullopt : std::optional(result);
}

}  // namespace xmlcv
