#include "machine/folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

#include "machine/failure.h"
#include "machine/file.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void cannot_open(const fs::path& path) {
  if (errno == ELOOP || errno == ENOTDIR) {
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("{} is a link or a file, not a folder", path.string()),
                  "remove it, or write somewhere else");
  }
  cannot_write(path, reason());
}

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

std::string name_that_cannot_be_guessed() {
  std::uint64_t number[2];
  if (::getrandom(number, sizeof number, 0) != sizeof number) {
    throw Failure(ExitStatus::machine_failed, "the system has no random numbers");
  }
  return fmt::format(".xmlcv-{:016x}{:016x}", number[0], number[1]);
}

// Written beside its place, and gone unless it is put there.
class Beside {
 public:
  Beside(const Folder& folder, const NewFile& file)
      : folder_(&folder), name_(file.name), beside_(name_that_cannot_be_guessed()) {
    try {
      Descriptor to(::openat(folder.number(), beside_.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
      if (to.number() < 0) cannot_write(path(), reason());
      write_all(to, file.bytes);
      if (!to.close()) cannot_write(path(), reason());
    } catch (const Failure&) {
      ::unlinkat(folder.number(), beside_.c_str(), 0);
      throw;
    }
  }
  ~Beside() {
    if (!beside_.empty()) ::unlinkat(folder_->number(), beside_.c_str(), 0);
  }
  Beside(Beside&& other) noexcept
      : folder_(other.folder_),
        name_(std::move(other.name_)),
        beside_(std::exchange(other.beside_, {})) {}
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  void put() {
    if (::renameat(folder_->number(), beside_.c_str(), folder_->number(), name_.c_str()) != 0) {
      cannot_write(path(), reason());
    }
    beside_.clear();
  }

 private:
  fs::path path() const { return folder_->path() / name_; }

  void write_all(const Descriptor& to, std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(to.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) cannot_write(path(), reason());
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  const Folder* folder_;
  std::string name_;
  std::string beside_;
};

}  // namespace

Folder::Folder(const fs::path& path, Links links) : path_(path) {
  const fs::path place = path.empty() ? fs::path(".") : path;
  const int no_link = links == Links::refuse ? O_NOFOLLOW : 0;
  descriptor_ = Descriptor(::open(place.c_str(), folder_flags | no_link));
  if (descriptor_.number() < 0) cannot_open(path_);
}

Folder Folder::subfolder(const std::string& name) const {
  const auto path = path_ / name;
  if (::mkdirat(number(), name.c_str(), 0777) != 0 && errno != EEXIST) cannot_write(path, reason());
  Descriptor found(::openat(number(), name.c_str(), folder_flags | O_NOFOLLOW));
  if (found.number() < 0) cannot_open(path);
  return {std::move(found), path};
}

Folder::Kind Folder::kind(const std::string& name) const {
  struct stat status {};
  if (::fstatat(number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return Kind::nothing;
  if (S_ISREG(status.st_mode)) return Kind::regular;
  if (S_ISLNK(status.st_mode)) return Kind::link;
  return S_ISDIR(status.st_mode) ? Kind::directory : Kind::other;
}

std::optional<Descriptor> Folder::open_file(const std::string& name) const {
  // O_NONBLOCK: a FIFO would wait for somebody to write into it.
  Descriptor file(::openat(number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0 && errno == ENOENT) return std::nullopt;
  if (file.number() < 0) throw UnreadableFile(reason());
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw UnreadableFile(reason());
  if (!S_ISREG(status.st_mode)) throw UnreadableFile("it is no ordinary file");
  if (status.st_nlink != 1) throw UnreadableFile("it has several names");
  return file;
}

std::optional<std::string> Folder::read(const std::string& name, std::size_t most_bytes) const {
  const auto file = open_file(name);
  return file ? std::optional(read_descriptor(*file, most_bytes)) : std::nullopt;
}

std::optional<std::string> Folder::read_end(const std::string& name, std::size_t most_bytes) const {
  const auto file = open_file(name);
  if (!file) return std::nullopt;
  const auto size = ::lseek(file->number(), 0, SEEK_END);
  const auto most = static_cast<off_t>(most_bytes);
  ::lseek(file->number(), size > most ? size - most : 0, SEEK_SET);
  return read_descriptor(*file, most_bytes);
}

void Folder::remove(const std::string& name) const { ::unlinkat(number(), name.c_str(), 0); }

// latexmk (4.79) takes a file of the same size and the same second for unchanged, so what is
// changed gets a later second.
void write_file(const Folder& folder, const NewFile& file) {
  try {
    if (folder.read(file.name, file.bytes.size()) == file.bytes) return;
  } catch (const UnreadableFile&) {
    // It is replaced.
  }
  struct stat before {};
  const bool is_new =
      ::fstatat(folder.number(), file.name.c_str(), &before, AT_SYMLINK_NOFOLLOW) != 0;
  Beside(folder, file).put();
  struct stat after {};
  if (is_new || ::fstatat(folder.number(), file.name.c_str(), &after, AT_SYMLINK_NOFOLLOW) != 0 ||
      after.st_mtim.tv_sec > before.st_mtim.tv_sec) {
    return;
  }
  const timespec times[] = {{0, UTIME_OMIT}, {before.st_mtim.tv_sec + 1, 0}};
  ::utimensat(folder.number(), file.name.c_str(), times, AT_SYMLINK_NOFOLLOW);
}

void replace_files(const std::vector<Replacement>& files) {
  std::vector<Beside> written;
  written.reserve(files.size());
  for (const auto& [folder, file] : files) written.emplace_back(folder, file);
  for (auto& file : written) file.put();
}

}  // namespace xmlcv
