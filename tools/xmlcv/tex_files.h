#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace xmlcv {

// Where files of TeX are, by their names without a folder. One run of kpsewhich finds them all;
// what TeX does not have is left out. Throws Failure (machine_failed).
std::map<std::string, std::filesystem::path> find_tex_files(const std::vector<std::string>& names);

// The folders that TeX's files are in: its installation, and the user's trees. Throws likewise.
std::vector<std::filesystem::path> find_tex_trees();

}  // namespace xmlcv
