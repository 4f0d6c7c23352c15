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

const fs::path root = XMLCV_SOURCE_DIR;
const fs::path xml = root / "xml";

std::string source_of(pugi::xml_node node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw);
  return text.str();
}

std::string cv_of(const std::string& person, const std::string& sections) {
  return "<cv xmlns=\"urn:xmlcv:1\">" + person + sections + "</cv>";
}

// The CVs in which the examples are: one for each that is a CV or a person, one for all others.
std::vector<std::string> as_cvs(const std::map<std::string, pugi::xml_node>& examples) {
  std::vector<std::string> result;
  std::string sections;
  for (const auto& [element, example] : examples) {
    const auto source = source_of(example);
    const std::string_view name = example.name();
    if (name == "cv") {
      result.push_back(std::string(source).insert(3, " xmlns=\"urn:xmlcv:1\""));
    } else if (name == "person") {
      result.push_back(cv_of(source, "<section kind=\"summary\"><p>x</p></section>"));
    } else {
      sections += name == "section" ? source : "<section kind=\"summary\">" + source + "</section>";
    }
  }
  result.push_back(cv_of("<person><name><family>Holm</family></name></person>", sections));
  return result;
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

TEST_CASE("the committed tables and pages are what the schema makes") {
  const TemporaryFolder folder;
  const auto outcome =
      run_program(XMLCV_VOCABULARY_PROGRAM, {root.string(), folder.path().string()}, root);
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  std::size_t files = 0;
  for (const auto& written : fs::recursive_directory_iterator(folder.path())) {
    if (!written.is_regular_file()) continue;
    ++files;
    const auto name = fs::relative(written.path(), folder.path());
    CAPTURE(name);
    CHECK(read_file(written.path()) == read_file(root / name));
  }
  CHECK(files == 5);
}

namespace {

// Of a file of rules that holds one line behind its comment.
Outcome generate_with(const std::string& file, const std::string& line) {
  const TemporaryFolder folder;
  const auto copy = folder.path() / "xml";
  fs::create_directory(copy);
  for (const auto* name : {"cv.xsd", "cv.rules", "cv.synonyms", "reference-examples.xml"}) {
    fs::copy_file(xml / name, copy / name);
  }
  write_file(copy / file, "# a comment\n" + line + "\n");
  return run_program(XMLCV_VOCABULARY_PROGRAM, {folder.path().string(), folder.path().string()},
                     copy);
}

}  // namespace

TEST_CASE("a rule that the schema does not know is refused at its line") {
  const auto [rule, message] = GENERATE(table<std::string, std::string>(
      {{"repeated titel", "cv.rules:2: cv.rnc has no element titel"},
       {"repeated p li p", "cv.rules:2: p has this rule already"},
       {"overlaid layouts", "cv.rules:2: cv.rnc has no element layouts"},
       {"required entri: title", "cv.rules:2: cv.rnc has no element entri"},
       {"required entry: titel", "cv.rules:2: cv.rnc has no titel in entry"},
       {"required entry title", "cv.rules:2: a colon ends the name of the parent"},
       {"required cv: person", "cv.rules:2: person in cv is required already"},
       {"repaeted p", "cv.rules:2: no such rule: repaeted"}}));
  const auto outcome = generate_with("cv.rules", rule);
  CHECK(outcome.status == 1);
  CHECK(outcome.output == "xmlcv_vocabulary: error: " + message + "\n");
}

TEST_CASE("a synonym that says what the schema does not is refused at its line") {
  const auto [line, message] = GENERATE(table<std::string, std::string>(
      {{"<city> | <place>x</place>", "expected WORDS in PARENTS | ANSWER"},
       {"<city> in entry", "expected WORDS in PARENTS | ANSWER"},
       {"<city> in entri | <place>x</place>", "cv.rnc has no element entri"},
       {"<city> in entry | <place>x</plaze>", "this is not XML: <place>x</plaze>"},
       {"<city> in entry | <plaze>x</plaze>",
        "<plaze> is allowed neither in <entry> nor behind it"},
       {"<place> in entry | <place>x</place>", "<place> is allowed in <entry>"},
       {"from= in entry | date=\"2019\"", "<entry> has from"},
       {"start= in entry | form=\"2019\"", "<entry> has no form"},
       {"kind=\"job\" in section | kind=\"wrok\"", "kind of <section> is never wrok"},
       {"kind=\"work\" in section | kind=\"work\"", "kind may be work"},
       {"kin=\"job\" in section | kind=\"work\"", "<section> has no kin"},
       {"city in entry | <place>x</place>",
        "expected <element>, attribute= or attribute=\"value\" at city"}}));
  const auto outcome = generate_with("cv.synonyms", line);
  CHECK(outcome.status == 1);
  CHECK(outcome.output == "xmlcv_vocabulary: error: cv.synonyms:2: " + message + "\n");
}

TEST_CASE("each element has an example, and a PDF is made of it") {
  pugi::xml_document tree;
  REQUIRE(tree.load_file((xml / "reference-examples.xml").c_str(),
                         pugi::parse_default | pugi::parse_ws_pcdata));
  const auto examples = read_examples(tree);
  for (const auto element : element_names()) {
    CAPTURE(element);
    const std::string name(element);
    REQUIRE(examples.contains(name));
    CHECK(holds_element(examples.at(name), name));
  }
  const TemporaryFolder folder;
  for (const auto* file : {"portrait.jpg", "sonar.bib"}) {
    fs::copy_file(xml / "examples" / file, folder.path() / file);
  }
  for (const auto& cv : as_cvs(examples)) {
    CAPTURE(cv);
    write_file(folder.path() / "example.xml", cv);
    const auto outcome =
        run_xmlcv({"build", "--allow-tex", "example.xml", "-o", "example.pdf"}, folder.path());
    INFO(outcome.output);
    CHECK(outcome.status == 0);
  }
}
