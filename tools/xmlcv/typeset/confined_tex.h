#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "machine/confinement.h"

namespace xmlcv {

// LuaTeX takes 1 GB of address space with large fonts (TeX Live 2022). In bytes, for each process.
constexpr std::uint64_t most_memory_of_tex = 4ULL << 30U;

// What a run of TeX in its own folder may touch: it reads TeX's trees, the user's among them, the
// fonts, and what else is named; it writes its folder. LuaTeX 1.15 asks neither openin_any nor
// openout_any for Lua's io.open: this stops it.
Confinement confinement_of_tex(const std::filesystem::path& folder,
                               const std::vector<std::filesystem::path>& readable);

// The environment of such a run, beside that of this process. paranoid: TeX opens no file by an
// absolute path or one with "..", but in its trees.
std::map<std::string, std::string> environment_of_tex(const std::filesystem::path& folder,
                                                      bool paranoid);

}  // namespace xmlcv
