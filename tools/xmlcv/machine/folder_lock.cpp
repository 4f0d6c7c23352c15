#include "machine/folder_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

#include "machine/failure.h"
#include "machine/file.h"

namespace xmlcv {
namespace {

[[noreturn]] void cannot_lock(const std::filesystem::path& folder) {
  throw Failure(ExitStatus::machine_failed,
                fmt::format("cannot use the folder {}: {}", folder.string(), std::strerror(errno)));
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, std::chrono::seconds limit,
                       const std::function<void()>& on_wait) {
  make_folder(folder);
  descriptor_ = Descriptor(
      ::open((folder / "cv.lock").c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (descriptor_.number() < 0) cannot_lock(folder);
  const auto end = std::chrono::steady_clock::now() + limit;
  bool waiting = false;
  while (::flock(descriptor_.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) cannot_lock(folder);
    if (std::chrono::steady_clock::now() > end) {
      throw LockedFolder(ExitStatus::machine_failed,
                         fmt::format("another build holds {}", folder.string()),
                         "wait for it, or give this one more time: --timeout");
    }
    if (!waiting) on_wait();
    waiting = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace xmlcv
