#include "machine/hash.h"

// All of it is in the header then, so nothing is linked.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace xmlcv {

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace xmlcv
