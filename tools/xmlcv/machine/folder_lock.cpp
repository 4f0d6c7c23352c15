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

[[noreturn]] void cannot_lock(const std::filesystem::path& folder, const std::string& why,
                              const std::string& hint = "") {
  throw Failure(ExitStatus::machine_failed,
                fmt::format("cannot use the folder {}: {}", folder.string(), why), hint);
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, std::chrono::seconds limit,
                       const std::function<void()>& on_wait) {
  make_folder(folder);
  // Without O_CLOEXEC: latexmk and TeX shall inherit it.
  descriptor_ = ::open((folder / "cv.lock").c_str(), O_RDWR | O_CREAT | O_NOFOLLOW, 0666);
  if (descriptor_ < 0) cannot_lock(folder, std::strerror(errno));
  const auto end = std::chrono::steady_clock::now() + limit;
  bool waiting = false;
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      const std::string why = std::strerror(errno);
      ::close(descriptor_);
      cannot_lock(folder, why);
    }
    if (std::chrono::steady_clock::now() > end) {
      ::close(descriptor_);
      cannot_lock(folder, "another build holds it",
                  "wait for it, or stop what is left of it: pkill latexmk");
    }
    if (!waiting) on_wait();
    waiting = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

FolderLock::~FolderLock() { ::close(descriptor_); }

}  // namespace xmlcv
