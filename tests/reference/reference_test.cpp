#include <algorithm>
#include <filesystem>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <string>

#include "catch.h"
#include "machine/file.h"
#include "program.h"
#include "xml/vocabulary.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path xml = fs::path(XMLCV_SOURCE_DIR) / "xml";

std::string source_of(pugi::xml_node node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw);
  return text.str();
}

// What is no whole CV is put where it may stand.
std::string as_cv(pugi::xml_node example) {
  const std::string_view name = example.name();
  std::string source = source_of(example);
  if (name == "cv") return source.insert(3, " xmlns=\"urn:xmlcv:1\"");
  const bool is_person = name == "person";
  if (name != "section" && !is_person) {
    source = "<section kind=\"summary\">" + source + "</section>";
  }
  const std::string person =
      is_person ? source : "<person><name><family>Holm</family></name></person>";
  const std::string section = is_person ? "<section kind=\"summary\"><p>x</p></section>" : source;
  return "<cv xmlns=\"urn:xmlcv:1\">" + person + section + "</cv>";
}

std::map<std::string, pugi::xml_node> read_examples(const pugi::xml_document& tree) {
  std::map<std::string, pugi::xml_node> result;
  for (const auto example : tree.document_element().children("example")) {
    result[example.attribute("of").value()] =
        example.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; });
  }
  return result;
}

bool holds_element(pugi::xml_node node, const std::string& name) {
  return node.name() == name ||
         node.find_node([&name](pugi::xml_node inner) { return inner.name() == name; });
}

}  // namespace

TEST_CASE("the committed page is what the schema and the examples make") {
  const auto outcome =
      run_program(XMLCV_REFERENCE_PROGRAM, {(xml / "reference-examples.xml").string()}, xml);
  REQUIRE(outcome.status == 0);
  CHECK(outcome.output == read_file(xml / "REFERENCE.md"));
}

TEST_CASE("each element has an example, and a PDF is made of it") {
  pugi::xml_document tree;
  REQUIRE(tree.load_file((xml / "reference-examples.xml").c_str(),
                         pugi::parse_default | pugi::parse_ws_pcdata));
  const auto examples = read_examples(tree);
  const TemporaryFolder folder;
  for (const auto* file : {"portrait.jpg", "sonar.bib"}) {
    fs::copy_file(xml / "examples" / file, folder.path() / file);
  }
  for (const auto element : element_names()) {
    const std::string name(element);
    DYNAMIC_SECTION(name) {
      REQUIRE(examples.contains(name));
      CHECK(holds_element(examples.at(name), name));
      write_file(folder.path() / "example.xml", as_cv(examples.at(name)));
      const auto outcome =
          run_xmlcv({"build", "--allow-tex", "example.xml", "-o", "example.pdf"}, folder.path());
      INFO(outcome.output);
      CHECK(outcome.status == 0);
    }
  }
}
