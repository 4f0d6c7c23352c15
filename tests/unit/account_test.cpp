#include "xml/account.h"

#include <map>
#include <string>

#include "catch.h"
#include "command/pipeline.h"
#include "cv/leaves.h"
#include "latex/completeness.h"
#include "machine/file.h"
#include "text/internal_error.h"
#include "xml/tree.h"

using namespace xmlcv;

namespace {

// What reading a file as it is written for everybody ends with; nothing if it is read whole.
std::optional<std::pair<ExitStatus, std::size_t>> fate_of(const std::string& xml) {
  const Source source("cv.xml", xml);
  const auto tree = parse_tree(source);
  Diagnostics diagnostics;
  PipelineInputs inputs{{XMLCV_SOURCE_DIR "/xml/examples", {}}};
  inputs.allow_tex = true;
  try {
    Pipeline(std::move(inputs))
        .load(source, tree, find_choices(tree), {"en", {}}, true, diagnostics);
  } catch (const InternalError& error) {
    return std::pair(error.status(), error.location().offset);
  }
  for (const auto& one : diagnostics.sorted()) CHECK(one.severity != Severity::error);
  return std::nullopt;
}

// Where the start tag of the first element of each name that is selected begins and ends.
struct Tag {
  std::size_t begin;
  std::size_t end;  // behind ">"
};

void add_tags(const Source& source, pugi::xml_node parent, std::map<std::string, Tag>& tags) {
  for (const auto node : parent.children()) {
    if (node.type() != pugi::node_element) continue;
    const auto begin = element_location(source, node).offset;
    tags.try_emplace(node.name(), Tag{begin, source.text().find('>', begin) + 1});
    add_tags(source, node, tags);
  }
}

std::map<std::string, Tag> selected_tags(const std::string& xml) {
  const Source source("cv.xml", xml);
  const auto tree = parse_tree(source);
  Diagnostics diagnostics;
  const auto choices = find_choices(tree);
  select(source, {"en", {}}, choices, diagnostics);
  std::map<std::string, Tag> result;
  add_tags(source, tree, result);
  return result;
}

// With words as the first or the last that an element holds, and where they are then.
std::pair<std::string, std::size_t> with_content(std::string xml, const std::string& name,
                                                 const Tag& tag, const std::string& words,
                                                 bool last) {
  const bool is_empty = xml[tag.end - 2] == '/';
  if (is_empty) {
    xml.replace(tag.end - 2, 2, "></" + name + ">");
    return {xml.insert(tag.end - 1, words), tag.end - 1};
  }
  if (!last) return {xml.insert(tag.end, words), tag.end};
  std::size_t depth = 1;
  std::size_t at = tag.end;
  while (true) {
    at = xml.find('<', at);
    const bool ends = xml.compare(at, name.size() + 3, "</" + name + ">") == 0;
    const bool begins = xml.compare(at, name.size() + 1, "<" + name) == 0 &&
                        (xml[at + name.size() + 1] == ' ' || xml[at + name.size() + 1] == '>') &&
                        xml[xml.find('>', at) - 1] != '/';
    if (ends && --depth == 0) return {xml.insert(at, words), at};
    if (begins) ++depth;
    ++at;
  }
}

}  // namespace

TEST_CASE("all of the example with everything is read and written") {
  const auto xml = read_file(XMLCV_SOURCE_DIR "/xml/examples/full.xml");
  CHECK(fate_of(xml) == std::nullopt);
  const auto tags = selected_tags(xml);
  for (const auto name : element_names()) {
    CAPTURE(name);
    CHECK(tags.contains(std::string(name)));
  }
}

TEST_CASE("what the reader does not take is an error at its place, everywhere in the schema") {
  const auto xml = read_file(XMLCV_SOURCE_DIR "/xml/examples/full.xml");
  const auto lost = [](std::size_t offset) {
    return std::optional(std::pair(ExitStatus::machine_failed, offset));
  };
  for (const auto& [name, tag] : selected_tags(xml)) {
    CAPTURE(name);
    for (const bool last : {false, true}) {
      CAPTURE(last);
      const auto element = with_content(xml, name, tag, "<unread/>", last);
      CHECK(fate_of(element.first) == lost(element.second));
      const auto* rule = find_rule(name);
      if (rule->content == ContentKind::text || rule->content == ContentKind::words) continue;
      const auto text = with_content(xml, name, tag, "unread", last);
      CHECK(fate_of(text.first) == lost(text.second));
    }
    auto attribute = xml;
    const auto at = tag.begin + 1 + name.size();
    CHECK(fate_of(attribute.insert(at, " unread='1'")) == lost(at + 1));
  }
}

TEST_CASE("what others than the reader take is no loss") {
  CHECK(fate_of("<cv xmlns='urn:xmlcv:1' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                "xsi:schemaLocation='urn:xmlcv:1 cv.xsd' xml:lang='en' audiences='a'>\n<!-- c -->"
                "<person><name><family audience='a'>A</family></name></person><section kind='work'>"
                "<?pi x?><p>x<!-- y --></p></section></cv>") == std::nullopt);
}

TEST_CASE("a leaf of the model that was not written is an error at its place") {
  const Source source("cv.xml", "<cv>0123456789</cv>");
  Cv cv;
  cv.person.name.family = {source.at(1), "A"};
  cv.keywords = {source.at(2), "not printed"};
  Period period;
  period.to = Date{source.at(5), 2019};
  period.present = source.at(6);
  Section work{source.at(3), SectionKind::work, std::nullopt, {}};
  work.content.push_back({Entry{source.at(4), period, std::nullopt, {}, {}, {}, {}}});
  cv.sections.push_back(work);
  const auto missing = [&cv](const SourceMap& map) -> std::optional<std::size_t> {
    try {
      RequiredLeaves(cv).require_in(map);
    } catch (const InternalError& error) {
      return error.location().offset;
    }
    return std::nullopt;
  };
  SourceMap map;
  CHECK(missing(map) == 1);
  map.add_leaf(source.at(1));
  CHECK(missing(map) == 5);
  map.add_leaf(source.at(6));
  CHECK(missing(map) == std::nullopt);
  cv.sections[0].content.push_back({RawLatex{source.at(8), "\\x", {source.at(9)}}});
  CHECK(missing(map) == 8);
  map.add_call({1, 1, source.at(9), source.at(8)});
  CHECK(missing(map) == std::nullopt);
}

TEST_CASE("README.md has the table of what is not printed") {
  const auto readme = read_file(XMLCV_SOURCE_DIR "/README.md");
  std::string table = "| not printed | because |\n|---|---|\n";
  for (const auto& [what, why] : unprinted_rows()) {
    table += "| " + std::string(what) + " | " + std::string(why) + " |\n";
  }
  CHECK(readme.find(table + "\n") != std::string::npos);
}
