#include "hash.h"

#include <algorithm>
#include <cstring>

namespace xmlcv {

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ bytes.size();
  while (!bytes.empty()) {
    std::uint64_t step = 0;
    const auto count = std::min(bytes.size(), sizeof step);
    std::memcpy(&step, bytes.data(), count);
    hash = (hash ^ step) * 0x100000001b3U;
    bytes.remove_prefix(count);
  }
  return hash;
}

}  // namespace xmlcv
