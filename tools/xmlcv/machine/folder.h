#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "machine/descriptor.h"

namespace xmlcv {

// Whether the last part of a path may be a symbolic link.
enum class Links { follow, refuse };

// A folder held open. Its files are reached through it, so that they are in this folder whatever
// its path leads to by then.
class Folder {
 public:
  // Opens a folder that is there. Throws Failure: wrong_usage for a link that is refused, else
  // machine_failed.
  Folder(const std::filesystem::path& path, Links links);

  // The folder of this name in it, made if it is missing; never through a link.
  Folder subfolder(const std::string& name) const;

  // What stands there under a name.
  enum class Kind { nothing, regular, link, directory, other };
  Kind kind(const std::string& name) const;

  // A regular file of one link that is not behind a link itself. Nothing if there is none; throws
  // UnreadableFile if it cannot be read or is larger.
  std::optional<std::string> read(const std::string& name, std::size_t most_bytes) const;

  // Likewise, but of a larger file the last bytes.
  std::optional<std::string> read_end(const std::string& name, std::size_t most_bytes) const;

  void remove(const std::string& name) const;

  const std::filesystem::path& path() const { return path_; }  // as it was opened, for messages
  int number() const { return descriptor_.number(); }

 private:
  Folder(Descriptor descriptor, std::filesystem::path path)
      : descriptor_(std::move(descriptor)), path_(std::move(path)) {}

  std::optional<Descriptor> open_file(const std::string& name) const;

  Descriptor descriptor_;
  std::filesystem::path path_;
};

// A file to be written into a folder: its name there, and its bytes.
struct NewFile {
  std::string name;
  std::string bytes;
};

// Writes a file beside its place under a name that cannot be guessed, and renames it, so that it is
// whole or untouched; a link of its name is replaced, not followed. Leaves a file alone that has
// these bytes already. Throws Failure (machine_failed).
void write_file(const Folder& folder, const NewFile& file);

// Puts files that belong together in the places of the old ones, with a time stamp of now: each is
// whole, and where one cannot be written none is replaced. Throws Failure (machine_failed).
struct Replacement {
  const Folder& folder;
  NewFile file;
};
void replace_files(const std::vector<Replacement>& files);

}  // namespace xmlcv
