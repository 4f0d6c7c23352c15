#include "machine/file.h"

#include <signal.h>
#include <sys/resource.h>

#include <chrono>
#include <vector>

#include "catch.h"
#include "machine/failure.h"
#include "machine/folder.h"
#include "program.h"

using namespace xmlcv;
namespace fs = std::filesystem;

namespace {

using namespace std::chrono_literals;

// A file that was written yesterday.
fs::file_time_type make_old(const fs::path& path, const std::string& bytes) {
  write_file(path, bytes);
  fs::last_write_time(path, fs::file_time_type::clock::now() - 24h);
  return fs::last_write_time(path);
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(folder)) names.push_back(file.path().filename());
  return names;
}

std::string reason_for(const fs::path& path) {
  try {
    read_file(path);
  } catch (const UnreadableFile& error) {
    return error.what();
  }
  return "";
}

template <class Write>
void check_machine_failed(const fs::path& path, Write write) {
  try {
    write();
    FAIL("no failure");
  } catch (const Failure& failure) {
    CHECK(failure.status() == ExitStatus::machine_failed);
    CHECK(std::string(failure.what()).find(path.string()) != std::string::npos);
  }
}

// While it lives, a file may not grow beyond a size, like on a full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t size) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{size, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a file has the bytes that were written") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "file";
  for (const std::string& bytes :
       {std::string(), std::string("a\0\r\n\xFF", 5), std::string(1 << 18, 'x')}) {
    write_file(file, bytes);
    CHECK(read_file(file) == bytes);
  }
  CHECK(names_in(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("a file that has the bytes already is left alone") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "file";
  const auto old = make_old(file, "same");
  write_file(file, "same");
  CHECK(fs::last_write_time(file) == old);
}

TEST_CASE("a file with other bytes is written anew, also if they are as many") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "file";
  const auto old = make_old(file, "this");
  write_file(file, "that");
  CHECK(read_file(file) == "that");
  CHECK(fs::last_write_time(file) > old);
}

TEST_CASE("a file that cannot be written whole stays as it was") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "file";
  write_file(file, "old");
  {
    const SmallDisk disk(1000);
    check_machine_failed(file, [&file] { write_file(file, std::string(5000, 'x')); });
  }
  CHECK(read_file(file) == "old");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("where no file can be, the failure names it") {
  const TemporaryFolder folder;
  const fs::path nowhere = folder.path() / "gone" / "file";
  check_machine_failed(nowhere, [&nowhere] { write_file(nowhere, "x"); });
  fs::create_directories(folder.path() / "full" / "folder");
  const fs::path taken = folder.path() / "full";
  check_machine_failed(taken, [&taken] { write_file(taken, "x"); });
  CHECK(names_in(folder.path()) == std::vector<std::string>{"full"});
}

TEST_CASE("why a file cannot be read is told in plain words") {
  const TemporaryFolder folder;
  write_file(folder.path() / "file", "x");
  fs::create_symlink("loop", folder.path() / "loop");
  CHECK(reason_for(folder.path() / "gone") == "No such file or directory");
  CHECK(reason_for(folder.path()) == "it is a folder");
  CHECK(reason_for(folder.path() / "file" / "x") == "Not a directory");
  CHECK(reason_for(folder.path() / "loop") == "Too many levels of symbolic links");
  CHECK(reason_for(folder.path() / "file").empty());
}

TEST_CASE("a file is replaced by a whole copy with a time stamp of now") {
  const TemporaryFolder folder;
  const fs::path from = folder.path() / "new.pdf";
  const fs::path to = folder.path() / "cv.pdf";
  const Folder here(folder.path(), Links::refuse);
  const auto old = make_old(from, "same");
  make_old(to, "same");
  replace_files({{here, {"cv.pdf", read_file(from)}}});
  CHECK(fs::last_write_time(to) > old);
  CHECK(fs::last_write_time(from) == old);
  write_file(from, "other");
  replace_files({{here, {"cv.pdf", read_file(from)}}});
  CHECK(read_file(to) == "other");
  CHECK(read_file(from) == "other");
}

TEST_CASE("files that belong together are replaced together or not at all") {
  const TemporaryFolder folder;
  const fs::path pdf = folder.path() / "cv.pdf";
  write_file(pdf, "old");
  const Folder here(folder.path(), Links::refuse);
  fs::create_directory(folder.path() / "gone");
  const Folder gone(folder.path() / "gone", Links::refuse);
  fs::remove(folder.path() / "gone");
  check_machine_failed(folder.path() / "gone/cv.synctex", [&] {
    replace_files({{here, {"cv.pdf", "new"}}, {gone, {"cv.synctex", "new"}}});
  });
  CHECK(read_file(pdf) == "old");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a folder is made with its parents, and may be there already") {
  const TemporaryFolder folder;
  const fs::path deep = folder.path() / "a" / "b";
  make_folder(deep);
  make_folder(deep);
  make_folder("");
  CHECK(fs::is_directory(deep));
  write_file(deep / "file", "x");
  check_machine_failed(deep / "file" / "c", [&deep] { make_folder(deep / "file" / "c"); });
}

TEST_CASE("the end of a file is read, of a short one all, of none nothing") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "log";
  write_file(path, "0123456789");
  CHECK(read_end(path, 4) == "6789");
  CHECK(read_end(path, 99) == "0123456789");
  CHECK(read_end(folder.path() / "gone", 4) == "");
}
