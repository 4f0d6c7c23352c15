#include "machine/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <utility>

#include "machine/failure.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

std::string reason() { return std::strerror(errno); }

[[noreturn]] void cannot_write(const fs::path& path, const std::string& why) {
  throw Failure(ExitStatus::machine_failed, fmt::format("cannot write {}: {}", path.string(), why));
}

bool holds(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (fs::file_size(path, error) != bytes.size() || error) return false;
  bool same = true;
  try {
    read_chunks(path, [&](std::string_view chunk) {
      same = same && bytes.starts_with(chunk);
      if (same) bytes.remove_prefix(chunk.size());
    });
  } catch (const UnreadableFile&) {
    return false;
  }
  return same && bytes.empty();
}

void write_all(const Descriptor& file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) cannot_write(path, reason());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Written beside its place, and gone unless it is put there.
class Beside {
 public:
  Beside(const fs::path& path, std::string_view bytes)
      : path_(path), beside_(path.string() + fmt::format(".{}.new", ::getpid())) {
    try {
      Descriptor file(::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
      if (file.number() < 0) cannot_write(path_, reason());
      write_all(file, bytes, path_);
      if (!file.close()) cannot_write(path_, reason());
    } catch (const Failure&) {
      ::unlink(beside_.c_str());
      throw;
    }
  }
  ~Beside() {
    if (!beside_.empty()) ::unlink(beside_.c_str());
  }
  Beside(Beside&& other) noexcept
      : path_(std::move(other.path_)), beside_(std::exchange(other.beside_, {})) {}
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  void put() {
    if (::rename(beside_.c_str(), path_.c_str()) != 0) cannot_write(path_, reason());
    beside_.clear();
  }

 private:
  fs::path path_;
  fs::path beside_;
};

}  // namespace

void read_chunks(const fs::path& path, const std::function<void(std::string_view)>& on_chunk) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) throw UnreadableFile(reason());
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw UnreadableFile(reason());
  if (S_ISDIR(status.st_mode)) throw UnreadableFile("it is a folder");
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(file.number(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw UnreadableFile(reason());
    if (count == 0) return;
    on_chunk({buffer, static_cast<std::size_t>(count)});
  }
}

std::string read_file(const fs::path& path, std::size_t most_megabytes) {
  std::string bytes;
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (!error) bytes.reserve(std::min<std::uintmax_t>(size, most_megabytes << 20U));
  read_chunks(path, [&](std::string_view chunk) {
    if (bytes.size() >> 20U >= most_megabytes) {
      throw UnreadableFile(fmt::format("it is larger than {} MB", most_megabytes));
    }
    bytes += chunk;
  });
  return bytes;
}

std::string read_end(const fs::path& path, std::size_t most_bytes) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return "";
  const auto count = std::min<std::uintmax_t>(size, most_bytes);
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(size - count));
  std::string bytes(count, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

// latexmk (4.79) takes a file of the same size and the same second for unchanged, so what is
// changed gets a later second.
void write_file(const fs::path& path, std::string_view bytes) {
  if (holds(path, bytes)) return;
  std::error_code is_new;
  const auto before = fs::last_write_time(path, is_new);
  Beside(path, bytes).put();
  std::error_code ignored;
  if (is_new) return;
  const auto now = fs::last_write_time(path, ignored);
  fs::last_write_time(path, std::max(now, before + std::chrono::seconds(1)), ignored);
}

void replace_files(const std::vector<NewFile>& files) {
  std::vector<Beside> written;
  written.reserve(files.size());
  for (const auto& file : files) written.emplace_back(file.path, file.bytes);
  for (auto& file : written) file.put();
}

void make_folder(const fs::path& path) {
  if (path.empty()) return;
  std::error_code error;
  fs::create_directories(path, error);
  if (error) cannot_write(path, error.message());
}

std::string file_stamp(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  const auto time = fs::last_write_time(path, error);
  if (error) return fmt::format("gone {}\n", path.string());
  return fmt::format("{} {} {}\n", size, time.time_since_epoch().count(), path.string());
}

}  // namespace xmlcv
