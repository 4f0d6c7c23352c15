#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

#include "machine/descriptor.h"
#include "machine/failure.h"

namespace xmlcv {

// Another process holds the folder longer than the limit.
class LockedFolder : public Failure {
  using Failure::Failure;
};

// Keeps a folder of the cache for one process.
class FolderLock {
 public:
  // Waits for another build, at most until the limit. on_wait: called once if there is one.
  // Throws LockedFolder and Failure (machine_failed).
  FolderLock(const std::filesystem::path& folder, std::chrono::seconds limit,
             const std::function<void()>& on_wait);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  Descriptor descriptor_;
};

}  // namespace xmlcv
