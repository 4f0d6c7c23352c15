#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace xmlcv {

// Where files of TeX are, by their names without a folder. One run of kpsewhich finds them all;
// what TeX does not have is left out. The answer is kept in the user's cache. Throws Failure
// (machine_failed).
std::map<std::string, std::filesystem::path> find_tex_files(const std::vector<std::string>& names);

// The folders that TeX's files are in: its installation, and the user's trees. Throws likewise.
const std::vector<std::filesystem::path>& find_tex_trees();

// The files that list what TeX's trees hold, whether they are there or not. Throws likewise.
std::set<std::filesystem::path> tex_databases();

// While this text is the same, kpsewhich finds the same files of these names: the
// size, the time of change and the path of each of the files, a line each, an empty line, TeX's
// trees, and where it finds the names in those that no database lists. files: those that were
// found, and the databases. Throws likewise.
std::string search_state(const std::set<std::filesystem::path>& files,
                         std::vector<std::string> names);

// The files that a search_state names, to be looked at again.
std::set<std::filesystem::path> files_in(const std::string& state);

}  // namespace xmlcv
