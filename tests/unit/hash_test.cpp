#include "machine/hash.h"

#include <set>
#include <string>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

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

TEST_CASE("each part of a file changes its hash") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "large";
  std::string bytes(300000, 'x');
  std::set<std::uint64_t> hashes;
  for (const std::size_t place : {0U, 65535U, 65536U, 131072U, 299999U}) {
    ++bytes[place];
    write_file(path, bytes);
    hashes.insert(hash_of_file(path));
  }
  write_file(path, bytes + 'x');
  hashes.insert(hash_of_file(path));
  CHECK(hashes.size() == 6);
  write_file(path, bytes);
  CHECK(hashes.contains(hash_of_file(path)));
}
