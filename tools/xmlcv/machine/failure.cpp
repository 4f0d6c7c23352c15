#include "machine/failure.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace xmlcv {

std::string reason() { return std::strerror(errno); }

void cannot_write(const std::filesystem::path& path, const std::string& why) {
  throw Failure(ExitStatus::machine_failed, fmt::format("cannot write {}: {}", path.string(), why));
}

}  // namespace xmlcv
