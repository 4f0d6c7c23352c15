#include "machine/hash.h"

#include <set>
#include <string>

#include "catch.h"

using namespace xmlcv;

TEST_CASE("each byte of a text, its order and its length change the hash") {
  std::string text;
  for (char c = ' '; c <= '~'; ++c) text += c;
  std::set<std::uint64_t> hashes = {hash_of(text), hash_of(""), hash_of(text + '\0')};
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto other = text;
    ++other[i];
    hashes.insert(hash_of(other));
    hashes.insert(hash_of(text.substr(i + 1) + text.substr(0, i + 1) + '\n'));
  }
  CHECK(hashes.size() == 3 + 2 * text.size());
}
