// The patterns of xml/editors/tasks.json, by which VS Code reads messages, against the messages.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

nlohmann::json tasks() {
  const auto text = read_file(fs::path(XMLCV_SOURCE_DIR) / "xml/editors/tasks.json");
  return nlohmann::json::parse(text, nullptr, true, true).at("tasks");
}

}  // namespace

TEST_CASE("VS Code's pattern reads each message of each bad CV, and nothing else") {
  const fs::path folder = fs::path(XMLCV_SOURCE_DIR) / "tests/golden/cases/bad";
  std::set<std::string> patterns;
  for (const auto& task : tasks()) {
    patterns.insert(task.at("problemMatcher").at("pattern").at("regexp").get<std::string>());
  }
  REQUIRE(patterns.size() == 1);
  const std::regex pattern(*patterns.begin(), std::regex::ECMAScript);
  const std::regex message("([^:]+):([0-9]+):([0-9]+): (error|warning|note): .+");
  std::size_t messages = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() != ".xml") continue;
    const auto name = file.path().filename().string();
    const auto outcome =
        run_program(XMLCV_PROGRAM, {"check", "--message-format=short", name}, folder);
    std::istringstream lines(outcome.output);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      std::smatch read;
      std::smatch expected;
      const bool is_message = std::regex_match(line, expected, message);
      REQUIRE(std::regex_match(line, read, pattern) == is_message);
      if (!is_message) continue;
      ++messages;
      for (std::size_t i = 1; i <= 4; ++i) CHECK(read[i] == expected[i]);
      CHECK(fs::exists(folder / read[1].str()));
    }
  }
  CHECK(messages > 100);
}

TEST_CASE("VS Code knows when a build of watch begins and when it ends") {
  std::size_t found = 0;
  for (const auto& task : tasks()) {
    if (task.at("label") != "xmlcv: watch") continue;
    const auto& background = task.at("problemMatcher").at("background");
    const std::regex begins(background.at("beginsPattern").get<std::string>());
    const std::regex ends(background.at("endsPattern").get<std::string>());
    const TemporaryFolder folder;
    write_file(folder.path() / "cv.xml", "<cv/>");
    const auto outcome = run_program(
        "timeout",
        {"--signal=INT", "2", XMLCV_PROGRAM, "watch", "--message-format=short", "cv.xml"},
        folder.path());
    std::istringstream lines(outcome.output);
    std::string order;
    for (std::string line; std::getline(lines, line);) {
      const bool begin = std::regex_search(line, begins);
      const bool end = std::regex_search(line, ends);
      order += begin ? "b" : end ? "e" : line.find("cv.xml:1:") == 0 ? "m" : "?";
    }
    INFO(outcome.output);
    CHECK(std::regex_match(order, std::regex("bm+e")));
    ++found;
  }
  CHECK(found == 1);
}
