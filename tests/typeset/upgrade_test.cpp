// A CV that was written for version 0.1 is a CV for ever: the files of tests/upgrade are never
// edited.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

// The words of letters and digits alone: addresses may end a line anywhere.
std::set<std::string> plain_words(const std::string& text) {
  static const std::regex plain("[A-Za-z0-9\x80-\xFF]{3,}");
  std::set<std::string> result;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (std::regex_match(word, plain)) result.insert(word);
  }
  return result;
}

}  // namespace

TEST_CASE("the CVs of version 0.1 are built with the same words") {
  const fs::path old = fs::path(XMLCV_SOURCE_DIR) / "tests/upgrade/0.1";
  const TemporaryFolder folder;
  std::size_t documents = 0;
  for (const auto& file : fs::directory_iterator(old)) {
    if (file.path().extension() != ".xml") continue;
    CAPTURE(file.path().filename().string());
    const auto outcome = run_xmlcv({"build", "--allow-tex", "--quiet", file.path().string(), "-o",
                                    (folder.path() / "cv.pdf").string()},
                                   folder.path());
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    const auto words =
        plain_words(run_program("pdftotext", {"-raw", "cv.pdf", "-"}, folder.path()).output);
    const auto recorded = fs::path(file.path()).replace_extension(".words");
    if (std::getenv("XMLCV_RECORD") != nullptr && !fs::exists(recorded)) {
      write_file(recorded, fmt::format("{}\n", fmt::join(words, "\n")));
    }
    REQUIRE(fs::exists(recorded));
    std::vector<std::string> lost;
    std::ranges::set_difference(plain_words(read_file(recorded)), words, std::back_inserter(lost));
    CHECK(lost == std::vector<std::string>{});
    ++documents;
  }
  CHECK(documents == 17);
}
