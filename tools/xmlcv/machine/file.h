#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "machine/descriptor.h"

namespace xmlcv {

// A file that cannot be read, with the system's reason in plain words.
class UnreadableFile : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A regular file, opened once: no FIFO and no device. Throws UnreadableFile.
class InputFile {
 public:
  explicit InputFile(const std::filesystem::path& path);

  // Where it lies, with all links followed. Throws UnreadableFile if another file is there by now.
  std::filesystem::path real_path() const;

  // Throws UnreadableFile, also if there are more than `most_megabytes`.
  std::string bytes(std::size_t most_megabytes) const;

 private:
  std::filesystem::path path_;
  Descriptor descriptor_;
};

// Hands out the file's bytes, 64 KiB at a time. Throws UnreadableFile.
void read_chunks(const std::filesystem::path& path,
                 const std::function<void(std::string_view)>& on_chunk);

// The bytes of a regular file. Throws UnreadableFile, also for a file that has more than
// `most_megabytes`, a FIFO and a device.
std::string read_file(const std::filesystem::path& path, std::size_t most_megabytes = 1024);

// The same of an open file.
std::string read_descriptor(const Descriptor& file, std::size_t most_bytes);

// The last bytes of a file; all if it is shorter, none if it cannot be read.
std::string read_end(const std::filesystem::path& path, std::size_t most_bytes);

// Writes beside the file and renames, so that the file is whole or untouched. Leaves a file
// alone that has these bytes already. Throws Failure (machine_failed).
void write_file(const std::filesystem::path& path, std::string_view bytes);

// Size, time of change and path of a file, in a line: what changes with its content.
std::string file_stamp(const std::filesystem::path& path);

// Makes a folder and its parents. Throws Failure (machine_failed).
void make_folder(const std::filesystem::path& path);

}  // namespace xmlcv
