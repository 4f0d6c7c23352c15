#pragma once

#include <cstddef>

namespace xmlcv {

class Source;

// A place in an input file: a byte offset from the file's first byte (a byte-order mark
// not counted). Without a source it says "nowhere in particular".
struct Location {
  const Source* source = nullptr;
  std::size_t offset = 0;
};

}  // namespace xmlcv
