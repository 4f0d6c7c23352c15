#pragma once

#include <cstdint>
#include <string_view>

namespace xmlcv {

// XXH3 of xxHash 0.8, the same on every machine. For names in the cache, which prove nothing: who
// wants to can make two texts of one hash.
std::uint64_t hash_of(std::string_view bytes);

}  // namespace xmlcv
