#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path cases = fs::path(XMLCV_SOURCE_DIR) / "tests/golden/cases";

// The files of a folder with this extension, by name.
std::vector<fs::path> cases_in(const fs::path& folder, const char* extension = ".xml") {
  std::vector<fs::path> result;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() == extension) result.push_back(file.path().filename());
  }
  std::ranges::sort(result);
  return result;
}

// Compares with the file beside the case; XMLCV_RECORD=1 writes that file anew instead.
void check_recorded(const fs::path& recorded, const std::string& now) {
  if (std::getenv("XMLCV_RECORD") != nullptr) write_file(recorded, now);
  REQUIRE(fs::exists(recorded));
  CHECK(now == read_file(recorded));
}

}  // namespace

TEST_CASE("an error is shown at its place, with its reason") {
  const fs::path folder = cases / "bad";
  for (const auto& file : cases_in(folder)) {
    DYNAMIC_SECTION(file.string()) {
      const auto outcome = run_xmlcv({"check", file.string()}, folder);
      check_recorded((folder / file).replace_extension(".txt"),
                     fmt::format("exit status {}\n{}", outcome.status, outcome.output));
      CHECK(outcome.status == 1);
    }
  }
}

TEST_CASE("a CV becomes the LaTeX that a person would write") {
  const fs::path folder = cases / "good";
  const TemporaryFolder temporary;
  for (const auto& file : cases_in(folder)) {
    DYNAMIC_SECTION(file.string()) {
      const auto outcome =
          run_xmlcv({"tex", file.string(), "-o", temporary.path().string()}, folder);
      CHECK(outcome.output == "");
      REQUIRE(outcome.status == 0);
      check_recorded((folder / file).replace_extension(".tex"),
                     read_file(temporary.path() / "cv-body.tex"));
    }
  }
}

// A case is the command line of `xmlcv tex`; its messages are recorded with the LaTeX.
TEST_CASE("languages, audiences and looks select what is in the LaTeX") {
  const fs::path folder = cases / "selected";
  const TemporaryFolder temporary;
  for (const auto& file : cases_in(folder, ".case")) {
    DYNAMIC_SECTION(file.string()) {
      std::istringstream words(read_file(folder / file));
      std::vector<std::string> arguments = {"tex", "-o", temporary.path().string()};
      arguments.insert(arguments.end(), std::istream_iterator<std::string>(words), {});
      auto outcome = run_xmlcv(arguments, folder);
      REQUIRE(outcome.status == 0);
      // Only where biber has not read the file before, on this machine.
      const std::string biber = "xmlcv: publication-lists.bib: biber reads it\n";
      if (outcome.output.starts_with(biber)) outcome.output.erase(0, biber.size());
      check_recorded((folder / file).replace_extension(".tex"),
                     outcome.output + read_file(temporary.path() / "cv.tex") +
                         read_file(temporary.path() / "cv-body.tex"));
    }
  }
}

TEST_CASE("what is wrong in a part for other readers is told at its place") {
  const TemporaryFolder folder;
  for (const auto* part : {"<list audience=\"b\"/>", "<entry audience=\"b\"/>",
                           "<list xml:lang=\"de\"/><list xml:lang=\"en\"><li>x</li></list>"}) {
    INFO(part);
    write_file(
        folder.path() / "cv.xml",
        fmt::format("<cv xmlns=\"urn:xmlcv:1\" audiences=\"a b\"><person><name><family>B</family>"
                    "</name></person><section kind=\"work\"><p>y</p>\n{}</section></cv>",
                    part));
    const auto outcome =
        run_xmlcv({"check", "cv.xml", "--audience", "a", "--lang", "en"}, folder.path());
    CHECK(outcome.status == 1);
    CHECK(outcome.output.find("cv.xml:2:1: error: <") == 0);
    CHECK(outcome.output.find("report it") == std::string::npos);
  }
}
