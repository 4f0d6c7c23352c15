#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace xmlcv {

// LuaTeX keeps what it read of each font as a Lua program, which later runs trust. A run that sees
// a CV reads the shared cache of this user, and writes into one of its own; the shared one is
// filled by a run of its own whose whole input is a list of font files.

// Names both caches to a run of LuaLaTeX in this folder; readable gets the shared one. Makes its
// own.
void use_font_caches(const std::filesystem::path& run,
                     std::map<std::string, std::string>& environment,
                     std::vector<std::filesystem::path>& readable);

// Before a run: fills the shared cache with the fonts that its declarations name by file and
// number, if it has not been filled with them. font_folders: of OSFONTDIR.
void prepare_fonts(const std::string& declarations, const std::string& font_folders);

// After a run: if it had to read fonts of the class for itself, the shared cache is filled with
// them.
void share_fonts(const std::filesystem::path& run, const std::string& font_folders);

}  // namespace xmlcv
