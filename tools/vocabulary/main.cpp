// Writes the reference page of the vocabulary, in Markdown: xmlcv_reference EXAMPLES.XML > PAGE.
// The texts are those of the schema, the structure is that of the vocabulary's tables, and each
// element has its example.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "machine/file.h"
#include "machine/resources.h"
#include "xml/vocabulary.h"

using namespace xmlcv;

namespace {

std::string documentation(pugi::xml_node declaration) {
  std::string text = declaration.child("xs:annotation").child("xs:documentation").child_value();
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// The schema's declarations by name, in its order.
struct Texts {
  std::vector<std::string> elements;
  std::map<std::string, pugi::xml_node> declarations;
  std::map<std::string, pugi::xml_node> types;
  pugi::xml_document schema;

  Texts() {
    schema.load_buffer(cv_xsd.data(), cv_xsd.size());
    for (const auto part : schema.document_element().children()) {
      const std::string_view kind = part.name();
      if (kind == "xs:complexType" || kind == "xs:attributeGroup") {
        types[part.attribute("name").value()] = part;
      }
      const auto element =
          kind == "xs:element" ? part : part.child("xs:sequence").child("xs:element");
      const std::string name = element.attribute("name").value();
      if (name.empty() || (kind != "xs:element" && kind != "xs:group")) continue;
      elements.push_back(name);
      declarations[name] = element;
      if (kind == "xs:element") types[name] = element.child("xs:complexType");
    }
  }

  // The declaration of an attribute in a type or in the groups that it refers to.
  pugi::xml_node attribute(const std::string& type, std::string_view name) const {
    const auto found = types.find(type);
    if (found == types.end()) return {};
    for (const auto part : found->second.children()) {
      if (part.attribute("name").value() == name) return part;
      const std::string group = part.attribute("ref").value();
      if (std::string_view(part.name()) != "xs:attributeGroup") continue;
      if (const auto inner = attribute(group.substr(group.find(':') + 1), name)) return inner;
    }
    return {};
  }
};

std::string first_sentence(const std::string& text) {
  const auto end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

std::string link(std::string_view element) { return fmt::format("[`{}`](#{})", element, element); }

std::string links(const std::vector<std::string>& elements) {
  std::vector<std::string> all;
  for (const auto& element : elements) all.push_back(link(element));
  return fmt::format("{}", fmt::join(all, ", "));
}

std::vector<std::string> parents_of(std::string_view element) {
  std::vector<std::string> result;
  for (const auto parent : element_names()) {
    const auto& children = find_rule(parent)->children;
    if (std::ranges::find(children, element, &ChildRule::name) != children.end()) {
      result.emplace_back(parent);
    }
  }
  return result;
}

std::string how_often(const ChildRule& rule) {
  if (rule.max == 1) return rule.min == 1 ? "once" : "at most once";
  return rule.min > 0 ? "at least once" : "";
}

std::string content(const ElementRule& rule) {
  std::vector<std::string> parts;
  if (rule.content == ContentKind::nothing) return "nothing";
  if (rule.content != ContentKind::elements) parts.emplace_back("text");
  for (const auto& child : rule.children) {
    const auto often = how_often(child);
    parts.push_back(often.empty() ? link(child.name)
                                  : fmt::format("{} ({})", link(child.name), often));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

// What the values of an attribute mean, if the schema says so.
void print_values(pugi::xml_node declaration) {
  for (const auto found : declaration.select_nodes(".//xs:enumeration")) {
    const auto text = documentation(found.node());
    if (!text.empty()) fmt::print("  - `{}`: {}\n", found.node().attribute("value").value(), text);
  }
}

void print_attributes(const Texts& texts, const ElementRule& rule) {
  if (rule.attributes.empty()) return;
  fmt::print("Attributes:\n\n");
  for (const auto& attribute : rule.attributes) {
    if (attribute.name == "xml:lang" || (attribute.name == "audience" && rule.selectable)) continue;
    const auto declaration = texts.attribute(std::string(rule.name), attribute.name);
    const auto group = declaration ? declaration : texts.attribute("period", attribute.name);
    fmt::print("- `{}`{}: {}\n", attribute.name, attribute.required ? " (required)" : "",
               documentation(group));
    print_values(group);
  }
  if (rule.selectable) {
    fmt::print(
        "- `xml:lang` and `audience`: see [Languages and audiences](#languages-and-audiences)\n");
  } else if (rule.attributes.back().name == "xml:lang" || rule.name == "cv") {
    fmt::print("- `xml:lang`: the language, such as `en` or `de`\n");
  }
  fmt::print("\n");
}

// The source of an example as it stands in its file, without the indentation.
std::map<std::string, std::string> read_examples(const std::string& text) {
  pugi::xml_document tree;
  tree.load_buffer(text.data(), text.size());
  std::map<std::string, std::string> result;
  for (const auto example : tree.document_element().children("example")) {
    const auto begin = text.find('\n', static_cast<std::size_t>(example.offset_debug())) + 1;
    const auto end = text.rfind('\n', text.find("</example>", begin));
    std::string source = text.substr(begin, end - begin) + "\n";
    for (auto line = std::size_t{0}; line < source.size(); line = source.find('\n', line) + 1) {
      source.erase(line, std::min<std::size_t>(4, source.find_first_not_of(' ', line) - line));
    }
    result[example.attribute("of").value()] = source;
  }
  return result;
}

void print_page(const Texts& texts, const std::map<std::string, std::string>& examples) {
  fmt::print(
      "# The vocabulary\n\n"
      "<!-- Made from xml/cv.xsd and xml/reference-examples.xml: build the target reference. "
      "-->\n\n"
      "| element | what it is |\n|---|---|\n");
  for (const auto& name : texts.elements) {
    fmt::print("| {} | {} |\n", link(name),
               first_sentence(documentation(texts.declarations.at(name))));
  }
  fmt::print("\n## Languages and audiences\n\n");
  fmt::print(
      "- `xml:lang`: {}\n",
      "the language of an element, such as `en` or `de`. What stands side by side in several "
      "languages are alternatives, of which one is chosen; on markup inside a line it "
      "chooses nothing.");
  fmt::print("- `audience`: {}\n", documentation(texts.attribute("selectable", "audience")));
  for (const auto& name : texts.elements) {
    const auto& rule = *find_rule(name);
    fmt::print("\n## {}\n\n{}\n\n", name, documentation(texts.declarations.at(name)));
    const auto parents = parents_of(name);
    if (!parents.empty()) fmt::print("Stands in: {}.\n\n", links(parents));
    fmt::print("Holds: {}.\n\n", content(rule));
    print_attributes(texts, rule);
    fmt::print("```xml\n{}```\n", examples.at(name));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: xmlcv_reference EXAMPLES.XML > PAGE.MD\n");
    return 2;
  }
  try {
    print_page(Texts(), read_examples(read_file(argv[1])));
  } catch (const std::exception& error) {
    fmt::print(stderr, "xmlcv_reference: error: {}\n", error.what());
    return 1;
  }
  return 0;
}
