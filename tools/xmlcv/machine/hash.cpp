#include "machine/hash.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "machine/file.h"

namespace xmlcv {
namespace {

std::uint64_t step(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ value) * 0x100000001b3U;
}

std::uint64_t read_word(std::string_view bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
  return word;
}

}  // namespace

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ bytes.size();
  constexpr std::size_t word = sizeof(std::uint64_t);
  // A step waits for the one before it in its lane alone.
  std::array<std::uint64_t, 4> lanes = {hash, hash, hash, hash};
  while (bytes.size() >= lanes.size() * word) {
    for (auto& lane : lanes) {
      lane = step(lane, read_word(bytes.substr(0, word)));
      bytes.remove_prefix(word);
    }
  }
  for (const auto lane : lanes) hash = step(hash, lane);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), word))) {
    hash = step(hash, read_word(bytes));
  }
  return hash;
}

std::uint64_t hash_of_file(const std::filesystem::path& path) {
  std::uint64_t hash = 0;
  read_chunks(path, [&hash](std::string_view chunk) { hash = step(hash, hash_of(chunk)); });
  return hash;
}

}  // namespace xmlcv
