#pragma once

#include <cstdint>
#include <string_view>

namespace xmlcv {

// FNV-1a, eight bytes at a step: http://www.isthe.com/chongo/tech/comp/fnv/. Each step is a
// bijection, so a changed byte always changes it. Not for secrets.
std::uint64_t hash_of(std::string_view bytes);

}  // namespace xmlcv
