#include "xml/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "machine/failure.h"
#include "machine/file.h"
#include "text/white_space.h"
#include "xml/combinations.h"
#include "xml/occurrence.h"
#include "xml/tree.h"

using namespace xmlcv;

namespace {

std::string cv(const std::string& attributes, const std::string& entry) {
  return "<cv xmlns=\"urn:xmlcv:1\"" + attributes +
         "><person><name><family>D</family></name></person><section kind=\"work\"><entry>" + entry +
         "</entry></section></cv>";
}

// The words of the entry that are left, and the messages.
struct Selected {
  std::string words;
  std::vector<Diagnostic> diagnostics;
};

Selected select_words(const std::string& xml, const Selection& selection) {
  const Source source("cv.xml", xml);
  const auto tree = parse_tree(source);
  Diagnostics diagnostics;
  select(source, selection, find_choices(tree), diagnostics);
  Selected result{"", diagnostics.sorted()};
  for (const auto node : tree.document_element().child("section").child("entry").children()) {
    if (!result.words.empty()) result.words += ' ';
    result.words += node.child_value();
  }
  return result;
}

}  // namespace

TEST_CASE("of what stands once, one alternative is chosen wherever they stand") {
  const auto xml = cv("",
                      "<title xml:lang=\"en\">Head</title><place>Bern</place>"
                      "<title xml:lang=\"de\">Leiter</title>");
  CHECK(select_words(xml, {"en", {}}).words == "Head Bern");
  CHECK(select_words(xml, {"de", {}}).words == "Bern Leiter");
  CHECK(select_words(xml, {"DE", {}}).words == "Bern Leiter");
  CHECK(select_words(xml, {"de", {}}).diagnostics.empty());
}

TEST_CASE("of what repeats, a language that comes again begins the next group") {
  const auto xml = cv("",
                      "<p xml:lang=\"en\">1</p><p xml:lang=\"de\">eins</p>"
                      "<p xml:lang=\"en\">2</p><p xml:lang=\"de\">zwei</p><p>all</p>");
  CHECK(select_words(xml, {"en", {}}).words == "1 2 all");
  CHECK(select_words(xml, {"de", {}}).words == "eins zwei all");
}

TEST_CASE("what lies between two alternatives ends their group") {
  const auto xml =
      cv("", "<p xml:lang=\"en\">1</p><list><li>x</li></list><p xml:lang=\"de\">eins</p>");
  const auto german = select_words(xml, {"de", {}});
  CHECK(german.words == "1  eins");
  REQUIRE(german.diagnostics.size() == 1);
  CHECK(german.diagnostics[0].severity == Severity::warning);
}

TEST_CASE("where a translation is missing the CV's own language stands in, else the first") {
  const auto own = select_words(
      cv(" xml:lang=\"en\"", "<p xml:lang=\"fr\">un</p><p xml:lang=\"en\">1</p>"), {"de", {}});
  CHECK(own.words == "1");
  REQUIRE(own.diagnostics.size() == 1);
  CHECK(own.diagnostics[0].message == "there is no <p> in de here; the one in en is used instead");
  const auto first = select_words(
      cv(" xml:lang=\"en\"", "<p xml:lang=\"fr\">un</p><p xml:lang=\"it\">uno</p>"), {"de", {}});
  CHECK(first.words == "un");
}

TEST_CASE("a region stands in for its language, and the exact one goes first") {
  const auto xml = cv("", "<p xml:lang=\"en-US\">color</p><p xml:lang=\"en-GB\">colour</p>");
  CHECK(select_words(xml, {"en-GB", {}}).words == "colour");
  CHECK(select_words(xml, {"en", {}}).words == "color");
  CHECK(select_words(xml, {"en", {}}).diagnostics.empty());
}

TEST_CASE("without readers everything is in; with readers what is for others is out") {
  const auto xml =
      cv(" audiences=\"a b\"",
         "<title>T</title><p audience=\"a\">for a</p><p audience=\"!a\">for others</p>");
  CHECK(select_words(xml, {"en", {}}).words == "T for a for others");
  CHECK(select_words(xml, {"en", {"a"}}).words == "T for a");
  CHECK(select_words(xml, {"en", {"b"}}).words == "T for others");
}

TEST_CASE("readers are chosen before languages") {
  const auto xml = cv(" audiences=\"a b\"",
                      "<p xml:lang=\"en\" audience=\"a\">1</p><p xml:lang=\"de\">eins</p>");
  CHECK(select_words(xml, {"en", {"a"}}).words == "1");
  CHECK(select_words(xml, {"en", {"b"}}).words == "eins");
}

TEST_CASE("inside a line xml:lang chooses nothing") {
  const Source source("cv.xml",
                      cv("", "<p>say <i xml:lang=\"fr\">oui</i> or <i xml:lang=\"it\">sì</i></p>"));
  const auto tree = parse_tree(source);
  Diagnostics diagnostics;
  select(source, {"en", {}}, find_choices(tree), diagnostics);
  std::ostringstream text;
  tree.document_element().child("section").child("entry").child("p").print(text, "",
                                                                           pugi::format_raw);
  CHECK(text.str().find("oui") != std::string::npos);
  CHECK(text.str().find("sì") != std::string::npos);
  CHECK(diagnostics.sorted().empty());
}

TEST_CASE("a language or an audience that the CV does not have is wrong usage") {
  const Source source("cv.xml", cv(" audiences=\"a\"", "<title>T</title>"));
  const auto tree = parse_tree(source);
  CHECK(find_selection(find_choices(tree), "", {"a"}) == Selection{"en", {"a"}});
  CHECK_THROWS_WITH(find_selection(find_choices(tree), "de", {}), "the CV has no text in de");
  CHECK_THROWS_WITH(find_selection(find_choices(tree), "", {"b"}), "the CV declares no audience b");
}

TEST_CASE("check looks at each language with each audience and with those named together") {
  const Source source("cv.xml", cv(" audiences=\"a b c\"",
                                   "<title xml:lang=\"de\">T</title><p audience=\"a+b !c\">x</p>"));
  const auto tree = parse_tree(source);
  const auto all = combinations(find_choices(tree));
  using Readers = std::set<std::string>;
  const std::vector<Readers> readers = {{}, {"a"}, {"a", "b"}, {"b"}, {"c"}};
  REQUIRE(all.size() == 2 * readers.size());
  for (std::size_t i = 0; i < readers.size(); ++i) {
    CHECK(all[i] == Selection{"en", readers[i]});
    CHECK(all[i + readers.size()] == Selection{"de", readers[i]});
  }
}

TEST_CASE("alternatives for audiences of what stands once need an audience") {
  const Source source(
      "cv.xml",
      cv(" audiences=\"a b\"", "<title audience=\"a\">A</title><title audience=\"b\">B</title>"));
  const auto tree = parse_tree(source);
  CHECK(needs_audience(find_choices(tree)));
  for (const auto& one : combinations(find_choices(tree))) CHECK_FALSE(one.audiences.empty());
  Diagnostics diagnostics;
  check_occurrence(source, tree, {"en", {}}, diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].hint ==
        "the first one is on line 1; choose an audience, by --audience");
}

TEST_CASE("an error says to which combinations it belongs") {
  const Source source("cv.xml", "x");
  Findings findings;
  const auto find_in = [&](Selection selection, std::vector<std::size_t> offsets) {
    Diagnostics diagnostics;
    for (const auto offset : offsets) diagnostics.error(source.at(offset), "error");
    findings.emplace_back(std::move(selection), std::move(diagnostics));
  };
  find_in({"en", {}}, {0, 2});
  find_in({"en", {"a"}}, {0, 1, 2});
  find_in({"de", {}}, {0, 3});
  find_in({"de", {"a"}}, {0, 1, 3, 4});
  const auto merged = merge(findings).sorted();
  REQUIRE(merged.size() == 5);
  CHECK(merged[0].message == "error");
  CHECK(merged[1].message == "error (for a)");
  CHECK(merged[2].message == "error (in en)");
  CHECK(merged[3].message == "error (in de)");
  CHECK(merged[4].message == "error (in de for a)");
}

TEST_CASE("what the selection empties is left out, up to the section") {
  struct Case {
    const char* sections;
    const char* left;
  };
  const Case cases[] = {
      {"<section><p audience=\"b\">x</p></section>", ""},
      {"<section><title>T</title><p audience=\"b\">x</p></section>", ""},
      {"<section><p audience=\"a\">x</p><p audience=\"b\">y</p></section>",
       "<section><p audience=\"a\">x</p></section>"},
      {"<section><group><title>G</title><list><li audience=\"b\">x</li></list></group></section>",
       ""},
      {"<section><entry><list><li audience=\"b\">x</li></list></entry></section>", ""},
      {"<section><entry><title>T</title><list><li audience=\"b\">x</li></list></entry></section>",
       "<section><entry><title>T</title></entry></section>"},
      {"<section><item><label audience=\"b\">L</label>x</item></section>",
       "<section><item>x</item></section>"},
      // Empty in the file: the next stage tells it.
      {"<section><title>T</title></section>", "<section><title>T</title></section>"},
      {"<section><list/><p audience=\"b\">x</p></section>", "<section><list/></section>"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.sections);
    const Source source("cv.xml", std::string("<cv audiences=\"a b\">") + one.sections + "</cv>");
    const auto tree = parse_tree(source);
    Diagnostics diagnostics;
    select(source, {"en", {"a"}}, find_choices(tree), diagnostics);
    std::ostringstream left;
    for (const auto node : tree.document_element().children())
      node.print(left, "", pugi::format_raw);
    CHECK(left.str() == one.left);
  }
}

TEST_CASE("what is left out is told from the inside out, at its places") {
  const std::string xml =
      "<cv audiences=\"a b\"><section><list><li audience=\"b\">x</li></list></section></cv>";
  const Source source("cv.xml", xml);
  const auto tree = parse_tree(source);
  Diagnostics diagnostics;
  const auto left_out = select(source, {"en", {"a"}}, find_choices(tree), diagnostics);
  REQUIRE(left_out.size() == 2);
  CHECK(left_out[0].offset == xml.find("<list"));
  CHECK(left_out[1].offset == xml.find("<section"));
}

TEST_CASE("what a selection empties goes, whatever it is") {
  const auto left = [](const std::string& section) {
    const Source source(
        "cv.xml",
        "<cv xmlns=\"urn:xmlcv:1\" audiences=\"a b\"><person><name><family>D</family>"
        "</name></person>" +
            section + "</cv>");
    const auto tree = parse_tree(source);
    Diagnostics diagnostics;
    const auto left_out = select(source, {"en", {"a"}}, find_choices(tree), diagnostics);
    CHECK(diagnostics.sorted().empty());
    std::ostringstream result;
    for (const auto node : tree.document_element().children("section")) {
      node.print(result, "", pugi::format_raw);
    }
    return fmt::format("{} {}", left_out.size(), result.str());
  };
  CHECK(left("<section kind=\"awards\"><item><when audience=\"b\">2019</when></item></section>") ==
        "2 ");
  CHECK(left("<section kind=\"awards\"><p>x</p><item> <label audience=\"b\">L</label> </item>"
             "</section>") == "1 <section kind=\"awards\"><p>x</p></section>");
  CHECK(left("<section kind=\"work\"><p>x</p><publication><title audience=\"b\">T</title>"
             "</publication></section>") == "1 <section kind=\"work\"><p>x</p></section>");
  // Text is content, and so is one child.
  for (const auto* stays :
       {"<section kind=\"awards\"><item>x</item></section>",
        "<section kind=\"work\"><publication><venue>V</venue></publication></section>"}) {
    std::string with = stays;
    with.insert(with.find("<item>") != with.npos ? with.find("<item>") + 6 : with.find("<venue>"),
                "<label audience=\"b\">L</label>");
    CHECK(left(with) == fmt::format("0 {}", stays));
  }
  // What is empty in the file stays, for an error.
  CHECK(left("<section kind=\"work\"><list/></section>") ==
        "0 <section kind=\"work\"><list/></section>");
}

TEST_CASE("an alternative that a selection empties is none") {
  const Source source("cv.xml",
                      cv(" xml:lang=\"en\" audiences=\"a b\"",
                         "<p>x</p><list xml:lang=\"de\"><li audience=\"b\">nur b</li></list>"
                         "<list xml:lang=\"en\"><li>for all</li></list>"));
  const auto tree = parse_tree(source);
  Diagnostics diagnostics;
  select(source, {"de", {"a"}}, find_choices(tree), diagnostics);
  std::ostringstream result;
  tree.document_element().child("section").child("entry").print(result, "", pugi::format_raw);
  CHECK(result.str() == "<entry><p>x</p><list xml:lang=\"en\"><li>for all</li></list></entry>");
  const auto all = diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].message == "there is no <list> in de here; the one in en is used instead");
}

namespace {

// All texts below a node for which a predicate holds of each element above them.
template <class F>
void add_texts(pugi::xml_node node, const F& is_in, std::vector<pugi::xml_node>& texts) {
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_pcdata && !collapse(child.value()).empty()) {
      texts.push_back(child);
    }
    if (child.type() == pugi::node_element && is_in(child)) add_texts(child, is_in, texts);
  }
}

// One of several groups, divided by blanks, each of names that all belong, joined by +.
bool is_for(const std::string& expression, const std::set<std::string>& readers) {
  std::istringstream groups(expression);
  for (std::string group; groups >> group;) {
    std::istringstream names(group);
    bool all = true;
    for (std::string name; std::getline(names, name, '+');) all = all && readers.contains(name);
    if (all) return true;
  }
  return expression.empty() || readers.empty();
}

}  // namespace

TEST_CASE("each of 256 sets of readers gets what is for it, and no heading without content") {
  const auto xml = read_file(std::filesystem::path(XMLCV_SOURCE_DIR) /
                             "tests/golden/cases/readers/eight-audiences.xml");
  const Source source("cv.xml", xml);
  const auto names = audiences(find_choices(parse_tree(source)));
  REQUIRE(names.size() == 8);
  for (unsigned set = 0; set < 256; ++set) {
    std::set<std::string> readers;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if ((set >> i & 1U) != 0) readers.insert(names[i]);
    }
    CAPTURE(set);
    const auto whole = parse_tree(source);
    std::vector<pugi::xml_node> wanted;
    add_texts(
        whole.document_element(),
        [&](pugi::xml_node node) { return is_for(node.attribute("audience").value(), readers); },
        wanted);
    const auto tree = parse_tree(source);
    Diagnostics diagnostics;
    select(source, {"en", readers}, find_choices(tree), diagnostics);
    check_occurrence(source, tree, {"en", readers}, diagnostics);
    CHECK(diagnostics.sorted().empty());
    std::vector<pugi::xml_node> left;
    add_texts(
        tree.document_element(), [](pugi::xml_node) { return true; }, left);
    // Only headings may be gone, and only those whose section has nothing else for these readers.
    std::size_t at = 0;
    for (const auto text : wanted) {
      if (at < left.size() && left[at].offset_debug() == text.offset_debug()) {
        ++at;
        continue;
      }
      CHECK(std::string(text.parent().name()) == "title");
      const auto is_below = [section = text.parent().parent()](pugi::xml_node node) {
        while (node && node != section) node = node.parent();
        return !node.empty();
      };
      CHECK(std::ranges::count_if(wanted, is_below) == 1);
    }
    CHECK(at == left.size());
  }
}
