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
#include "machine/folder.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// Of a FIFO or a device nobody knows when it ends.
Descriptor open_regular(const fs::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0) throw UnreadableFile(reason());
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw UnreadableFile(reason());
  if (S_ISDIR(status.st_mode)) throw UnreadableFile("it is a folder");
  if (!S_ISREG(status.st_mode)) throw UnreadableFile("it is no ordinary file");
  return file;
}

void read_all(const Descriptor& file, const std::function<void(std::string_view)>& on_chunk) {
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(file.number(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw UnreadableFile(reason());
    if (count == 0) return;
    on_chunk({buffer, static_cast<std::size_t>(count)});
  }
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

}  // namespace

InputFile::InputFile(const fs::path& path) : path_(path), descriptor_(open_regular(path)) {}

fs::path InputFile::real_path() const {
  std::error_code error;
  auto path = fs::canonical(path_, error);
  struct stat opened {};
  struct stat found {};
  if (error || ::fstat(descriptor_.number(), &opened) != 0 || ::lstat(path.c_str(), &found) != 0 ||
      opened.st_dev != found.st_dev || opened.st_ino != found.st_ino) {
    throw UnreadableFile("it was exchanged while it was opened");
  }
  return path;
}

std::string InputFile::bytes(std::size_t most_megabytes) const {
  return read_descriptor(descriptor_, most_megabytes << 20U);
}

void read_chunks(const fs::path& path, const std::function<void(std::string_view)>& on_chunk) {
  read_all(open_regular(path), on_chunk);
}

std::string read_descriptor(const Descriptor& file, std::size_t most_bytes) {
  std::string bytes;
  struct stat status {};
  if (::fstat(file.number(), &status) == 0) {
    bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), most_bytes));
  }
  read_all(file, [&](std::string_view chunk) {
    bytes += chunk;
    if (bytes.size() <= most_bytes) return;
    throw UnreadableFile(fmt::format("it is larger than {} MB", most_bytes >> 20U));
  });
  return bytes;
}

std::string read_file(const fs::path& path, std::size_t most_megabytes) {
  return InputFile(path).bytes(most_megabytes);
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

void write_file(const fs::path& path, std::string_view bytes) {
  if (holds(path, bytes)) return;
  std::error_code error;
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, error)) {
    cannot_write(path, error ? error.message() : "its folder is missing");
  }
  write_file(Folder(path.parent_path(), Links::follow),
             {path.filename().string(), std::string(bytes)});
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
