#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "machine/folder.h"
#include "machine/folder_lock.h"

namespace xmlcv {

// What a good run of TeX left, as bytes.
struct RunResults {
  std::string pdf;
  std::string log;
  std::string positions;  // cv.pos
  std::string synctex;    // uncompressed
};

// What a run of TeX is made of: our files, the way in which TeX is called, and the stamp of the
// format that it starts from.
struct RunInputs {
  std::vector<NewFile> files;
  std::string call;
  std::string format;
};

// What is kept of the last good run of one document, for speed, in the user's cache: no run of TeX
// can write there. Our files prove by their bytes that it belongs to the document, and TeX's own,
// which are the system's or this user's, by size and time. Where there is no cache, nothing is
// kept.
class KeptRun {
 public:
  // pdf: the document's output. Holds a lock: a second build of it waits, at most until the limit.
  // on_wait: called once if there is one. Throws Failure (machine_failed).
  KeptRun(const std::filesystem::path& pdf, std::chrono::seconds limit,
          const std::function<void()>& on_wait);

  // The results, if TeX need not run: nothing that they were made of has changed.
  std::optional<RunResults> results(const RunInputs& inputs) const;

  // Puts TeX's own files of the last run, such as the .aux, into a folder where it will run again,
  // if that was called in the same way.
  void restore(const RunInputs& inputs, const Folder& run) const;

  // Keeps a good run instead, with TeX's own files as they are in its folder.
  void keep(const RunInputs& inputs, const RunResults& results, const Folder& run) const;

 private:
  std::optional<std::filesystem::path> path_;
  std::optional<FolderLock> lock_;
  std::optional<Folder> folder_;
};

}  // namespace xmlcv
