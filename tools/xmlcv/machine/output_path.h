#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "machine/folder.h"

namespace xmlcv {

// A file to be written: a name in a folder that is held open.
struct OutputFile {
  Folder folder;
  std::string name;

  std::filesystem::path path() const { return folder.path() / name; }
};

// The file that an output will replace, whether it is there or not. A name that the user typed may
// be a link, and is followed; one that this program derived never is: the link itself is replaced.
// inputs: files that must not be overwritten. Makes the folder. Throws Failure: wrong_usage for an
// input, an empty path or a folder, machine_failed for a device and the like.
OutputFile find_output(const std::filesystem::path& path, Links links,
                       const std::vector<std::filesystem::path>& inputs);

// Whether two paths are or would be one file.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace xmlcv
