#include "machine/gzip.h"

#include <string>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

using namespace xmlcv;

TEST_CASE(
    "a compressed file is read as what it holds, another as it is, a damaged one not at all") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 100000; ++i) text += std::to_string(i);
  write_file(folder.path() / "plain", text);
  REQUIRE(run_program("gzip", {"--keep", "plain"}, folder.path()).status == 0);
  const auto compressed = read_file(folder.path() / "plain.gz");
  REQUIRE(compressed.size() < text.size());
  CHECK(read_gzip(folder.path() / "plain.gz") == text);
  CHECK(read_gzip(folder.path() / "plain") == text);
  write_file(folder.path() / "cut.gz", compressed.substr(0, compressed.size() / 2));
  CHECK_THROWS_AS(read_gzip(folder.path() / "cut.gz"), UnreadableFile);
  CHECK_THROWS_AS(read_gzip(folder.path() / "none"), UnreadableFile);
}
