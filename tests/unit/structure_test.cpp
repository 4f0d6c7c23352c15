#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "machine/file.h"

namespace fs = std::filesystem;

namespace {

const fs::path program = XMLCV_SOURCE_DIR "/tools/xmlcv";

// The stages, and which others each may include: what an arrow of the picture in ARCHITECTURE.md
// allows. Every stage includes itself.
using Stages = std::map<std::string, std::set<std::string>>;
const Stages allowed = {
    {"machine", {}},
    {"text", {"machine"}},
    {"cv", {"machine", "text"}},
    {"xml", {"machine", "text", "cv"}},
    {"bibliography", {"machine", "text", "cv"}},
    {"latex", {"machine", "text", "cv"}},
    {"typeset", {"machine", "text", "cv", "latex"}},
    {"feedback", {"machine", "text", "cv", "latex", "typeset"}},
    {"command", {"machine", "text", "cv", "xml", "bibliography", "latex", "typeset", "feedback"}}};

// The sources by their names: cv/dates.h, cv/dates.cpp, ...
const std::map<std::string, std::string>& sources() {
  static const auto all = [] {
    std::map<std::string, std::string> result;
    for (const auto& file : fs::recursive_directory_iterator(program)) {
      const auto extension = file.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      result[fs::relative(file.path(), program).string()] = xmlcv::read_file(file.path());
    }
    return result;
  }();
  return all;
}

std::vector<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> result;
  for (auto i = std::sregex_iterator(text.begin(), text.end(), regex); i != std::sregex_iterator();
       ++i) {
    result.push_back((*i)[1]);
  }
  return result;
}

std::vector<std::string> includes(const std::string& text) {
  return matches(text, "(?:^|\\n)[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"\\n]+)[>\"]");
}

std::vector<std::string> string_literals(const std::string& text) {
  return matches(text, "\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
}

// The rooms (names without folder and extension) whose sources include a header that begins so.
std::set<std::string> rooms_that_include(const std::string& begin) {
  std::set<std::string> result;
  for (const auto& [name, text] : sources()) {
    for (const auto& header : includes(text)) {
      if (header.starts_with(begin)) result.insert(fs::path(name).stem().string());
    }
  }
  return result;
}

std::string stage_of(const std::string& name) { return fs::path(name).begin()->string(); }

bool is_header(const std::string& name) { return name.ends_with(".h"); }

std::vector<std::string> project_headers(const std::string& text) {
  auto result = includes(text);
  std::erase_if(result, [](const std::string& header) { return !sources().contains(header); });
  return result;
}

}  // namespace

TEST_CASE("the sources are found") {
  REQUIRE(sources().contains("command/main.cpp"));
  REQUIRE(sources().contains("cv/model.h"));
  CHECK(includes(sources().at("text/diagnostics.h")) ==
        std::vector<std::string>{"string", "string_view", "utility", "vector", "text/location.h"});
}

TEST_CASE("a stage includes only those that its row allows") {
  for (const auto& [name, text] : sources()) {
    CAPTURE(name);
    const auto stage = stage_of(name);
    REQUIRE(allowed.contains(stage));
    for (const auto& header : project_headers(text)) {
      CAPTURE(header);
      const auto other = stage_of(header);
      CHECK((other == stage || allowed.at(stage).contains(other)));
    }
  }
}

TEST_CASE("an include names the folder") {
  for (const auto& [name, text] : sources()) {
    CAPTURE(name);
    for (const auto& header : matches(text, "#[ \\t]*include[ \\t]*\"([^\"\\n]+)\"")) {
      CAPTURE(header);
      const bool is_made = header == "machine/version.h" || header == "cv/languages.h";
      CHECK((sources().contains(header) || is_made));
    }
  }
}

TEST_CASE("the stages include no other in a circle") {
  std::set<std::string> known;
  for (const auto& [stage, others] : allowed) known.insert(stage);
  for (std::set<std::string> done; done.size() < known.size();) {
    const auto before = done.size();
    for (const auto& [stage, others] : allowed) {
      if (std::ranges::includes(done, others)) done.insert(stage);
    }
    CAPTURE(done);
    REQUIRE(done.size() > before);
  }
}

TEST_CASE("ARCHITECTURE.md has the table of the stages") {
  const auto text = xmlcv::read_file(XMLCV_SOURCE_DIR "/ARCHITECTURE.md");
  Stages found;
  const std::regex row("\n\\| `([a-z]+)/` \\|[^|\n]*\\| ([^|\n]*) \\|");
  for (auto i = std::sregex_iterator(text.begin(), text.end(), row); i != std::sregex_iterator();
       ++i) {
    const auto names = matches((*i)[2], "`([a-z]+)`");
    found[(*i)[1]] = {names.begin(), names.end()};
  }
  CHECK(found == allowed);
}

TEST_CASE("main.cpp is the list of commands") {
  CHECK(std::ranges::count(sources().at("command/main.cpp"), '\n') <= 100);
}

TEST_CASE("each library is used in its rooms alone") {
  using Rooms = std::set<std::string>;
  struct Rule {
    const char* library;
    Rooms users;
  };
  const Rule rules[] = {{"pugixml",
                         {"account", "biblatexml", "combinations", "grammar", "occurrence",
                          "pipeline", "reader", "selection", "text_reader", "tree"}},
                        {"libxml/", {"schema"}},
                        {"zlib.h", {"gzip"}},
                        {"xxhash.h", {"hash"}},
                        {"boost/", {"process"}},
                        {"nlohmann/", {"reports"}},
                        {"CLI/", {"options"}}};
  for (const auto& [library, users] : rules) {
    CAPTURE(library);
    const auto found = rooms_that_include(library);
    CHECK_FALSE(found.empty());
    for (const auto& room : found) {
      CAPTURE(room);
      CHECK(users.contains(room));
    }
  }
}

TEST_CASE("text of run time becomes LaTeX in escape.cpp and latex_writer.cpp alone") {
  std::set<std::string> users;
  for (const auto& [name, text] : sources()) {
    if (text.find("unchecked(") != std::string::npos) users.insert(name);
  }
  CHECK(users == std::set<std::string>{"latex/escape.cpp", "latex/latex.cpp", "latex/latex.h",
                                       "latex/latex_writer.cpp"});
}

TEST_CASE("no header brings ICU along") {
  for (const auto& [name, text] : sources()) {
    if (!is_header(name)) continue;
    CAPTURE(name);
    for (const auto& header : includes(text)) CHECK_FALSE(header.starts_with("unicode/"));
  }
}

TEST_CASE("moderncv's commands are written in moderncv.cpp alone") {
  const std::regex of_moderncv_alone(
      "\\b(cventry|cvitem|cvlistitem|cvdoubleitem|cvlistdoubleitem|cvitemwithcomment|cvcolumn|"
      "moderncvstyle|moderncvcolor|moderncvicons|nopagenumbers|makecvtitle|makelettertitle|"
      "makequote|firstname|familyname|extrainfo|phonesymbol|mobilephonesymbol|hintscolumnwidth|"
      "emailsymbol|homepagesymbol|recipient|makecvfooter)\\b");
  // These are also ordinary words.
  const std::regex as_command(
      "\\\\\\\\(name|title|address|born|phone|mobile|fax|email|homepage|social|photo|quote|section|"
      "subsection)\\b");
  const std::regex written(
      "command\\(\\s*\"(name|title|address|born|phone|email|homepage|social|"
      "photo|quote|section|subsection)\\b");
  std::set<std::string> users;
  for (const auto& [name, text] : sources()) {
    if (std::regex_search(text, written)) users.insert(name);
    for (const auto& literal : string_literals(text)) {
      const bool uses =
          std::regex_search(literal, of_moderncv_alone) || std::regex_search(literal, as_command);
      if (uses) users.insert(name);
    }
  }
  // Some are words that people write into the XML, too.
  CHECK(users == std::set<std::string>{"latex/moderncv.cpp", "xml/synonym_table.cpp"});
}

TEST_CASE("the model knows nothing but places and the schema's values, diagnostics but places") {
  const auto headers = [](const char* name) { return project_headers(sources().at(name)); };
  CHECK(headers("cv/leaf.h") == std::vector<std::string>{"text/location.h"});
  CHECK(headers("cv/publication.h") ==
        std::vector<std::string>{"cv/leaf.h", "cv/vocabulary_values.h"});
  CHECK(headers("cv/model.h") == std::vector<std::string>{"cv/leaf.h", "cv/publication.h",
                                                          "cv/vocabulary_values.h",
                                                          "text/location.h"});
  CHECK(headers("text/diagnostics.h") == std::vector<std::string>{"text/location.h"});
}

TEST_CASE("no file but generated ones has more than 400 lines") {
  std::size_t files = 0;
  for (const auto* folder : {"tools", "tests"}) {
    for (const auto& file : fs::recursive_directory_iterator(fs::path(XMLCV_SOURCE_DIR) / folder)) {
      const auto extension = file.path().extension();
      if (extension != ".h" && extension != ".cpp" && extension != ".sh") continue;
      const auto text = xmlcv::read_file(file.path());
      if (text.find("// Generated from ") != text.npos) continue;
      ++files;
      CAPTURE(file.path());
      CHECK(std::ranges::count(text, '\n') <= 400);
    }
  }
  CHECK(files > 300);
}

TEST_CASE("every header begins with #pragma once") {
  for (const auto& [name, text] : sources()) {
    CAPTURE(name);
    if (is_header(name)) CHECK(text.starts_with("#pragma once\n"));
  }
}

TEST_CASE("no header includes itself, by whatever way") {
  std::set<std::string> done;
  std::vector<std::string> way;
  const std::function<void(const std::string&)> visit = [&](const std::string& name) {
    const bool cycle = std::ranges::find(way, name) != way.end();
    CAPTURE(way, name);
    CHECK_FALSE(cycle);
    if (cycle || done.contains(name)) return;
    way.push_back(name);
    for (const auto& header : project_headers(sources().at(name))) visit(header);
    way.pop_back();
    done.insert(name);
  };
  for (const auto& [name, text] : sources()) {
    if (is_header(name)) visit(name);
  }
  CHECK(done.contains("cv/model.h"));
}
