#include <fmt/format.h>

#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "bibliography/bibliography.h"
#include "catch.h"
#include "command/pipeline.h"
#include "machine/file.h"
#include "program.h"
#include "xml/vocabulary.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path examples = fs::path(XMLCV_SOURCE_DIR) / "xml/examples";

// An attribute of the first element of a name in full.xml has another value, or is gone.
std::string changed(const std::string& element, const std::string& attribute,
                    const std::optional<std::string>& value) {
  pugi::xml_document tree;
  tree.load_file((examples / "full.xml").c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  auto node = tree.select_node(("//" + element).c_str()).node();
  REQUIRE(node);
  node.remove_attribute(attribute.c_str());
  if (value) node.prepend_attribute(attribute.c_str()) = value->c_str();
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw);
  return out.str();
}

// For one selection, and for all as `xmlcv check` does it.
Diagnostics look(const Source& source, bool every_selection) {
  PipelineInputs inputs{{examples, {}}};
  inputs.every_selection = every_selection;
  Bibliographies bibliographies(inputs.folders, {}, [](const std::string&) {});
  inputs.bibliographies = &bibliographies;
  Diagnostics diagnostics;
  Pipeline(std::move(inputs)).run(source, diagnostics);
  return diagnostics;
}

std::vector<std::string> without_place(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const auto& each : diagnostics.sorted()) {
    if (each.location.source == nullptr) result.push_back(each.message);
  }
  return result;
}

const std::vector<std::optional<std::string>> values = {
    std::nullopt, "", ".", " ", "de_DE", "%", "/", std::string(10'000, 'x')};

}  // namespace

TEST_CASE("whatever an attribute says, nothing fails and each message has a place") {
  int tried = 0;
  int refused = 0;
  for (const auto element : element_names()) {
    for (const auto& attribute : find_rule(element)->attributes) {
      for (const auto& value : values) {
        const std::string name(attribute.name);
        CAPTURE(element, name, value.value_or("none").substr(0, 20));
        const Source source("cv.xml", changed(std::string(element), name, value));
        for (const bool every_selection : {false, true}) {
          Diagnostics found;
          REQUIRE_NOTHROW(found = look(source, every_selection));
          CHECK(without_place(found) == std::vector<std::string>{});
          ++tried;
          if (found.has_errors()) ++refused;
        }
      }
    }
  }
  CHECK(tried > 1000);
  CHECK(refused > 500);
}
