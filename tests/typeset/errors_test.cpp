#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

// Each CV has one error that only TeX finds. Beside it stands what its owner is told.
const fs::path errors = fs::path(XMLCV_SOURCE_DIR) / "tests/typeset/errors";

// All, or the one that XMLCV_ERROR_CASE names: ctest runs each by itself.
std::vector<fs::path> cases() {
  if (const auto* name = std::getenv("XMLCV_ERROR_CASE")) return {name};
  std::vector<fs::path> result;
  for (const auto& file : fs::directory_iterator(errors)) {
    if (file.path().extension() == ".xml") result.push_back(file.path().filename());
  }
  std::ranges::sort(result);
  return result;
}

// What runs without end is stopped soon; the others have the time that they need.
std::string timeout_for(const std::string& name) {
  const bool runs_out =
      name.find("endless-loop") != std::string::npos || name == "endless-pages.xml";
  return runs_out ? "--timeout=5" : "--timeout=250";
}

}  // namespace

TEST_CASE("an error that TeX finds is told at its place in the XML", "[errors]") {
  for (const auto& file : cases()) {
    DYNAMIC_SECTION(file.string()) {
      const TemporaryFolder folder;
      for (const auto* extension : {".xml", ".png"}) {
        const auto from = fs::path(errors / file).replace_extension(extension);
        if (fs::exists(from)) fs::copy(from, folder.path() / from.filename());
      }
      const auto pdf = folder.path() / "cv.pdf";
      write_file(pdf, "the old one");
      const auto outcome = run_xmlcv(
          {"build", file.string(), "-o", "cv.pdf", "--allow-tex", timeout_for(file.string())},
          folder.path());
      const auto now = fmt::format("exit status {}\n{}", outcome.status, outcome.output);
      const auto recorded = fs::path(errors / file).replace_extension(".txt");
      if (std::getenv("XMLCV_RECORD") != nullptr) write_file(recorded, now);
      REQUIRE(fs::exists(recorded));
      CHECK(now == read_file(recorded));
      CHECK((read_file(pdf) == "the old one") == (outcome.status != 0));
    }
  }
}

TEST_CASE("an error in the user's own package is told at its line") {
  const TemporaryFolder folder;
  fs::copy_file(fs::path(XMLCV_SOURCE_DIR) / "xml/examples/minimal.xml", folder.path() / "cv.xml");
  write_file(folder.path() / "look.sty", "% ok\n\\nosuchthing\n");
  const auto outcome =
      run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--preamble", "look.sty"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("look.sty:2:1: error: there is no command \\nosuchthing\n") == 0);
  const auto missing =
      run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--preamble", "no.sty"}, folder.path());
  CHECK(missing.status == 2);
}
