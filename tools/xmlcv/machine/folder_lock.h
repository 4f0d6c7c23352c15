#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

namespace xmlcv {

// Keeps a generated folder for one build. The programs that this one starts inherit the lock: if
// this one is killed, the next build waits until what it left running has ended.
class FolderLock {
 public:
  // Waits for another build, at most until the limit. on_wait: called once if there is one.
  // Throws Failure (machine_failed).
  FolderLock(const std::filesystem::path& folder, std::chrono::seconds limit,
             const std::function<void()>& on_wait);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace xmlcv
