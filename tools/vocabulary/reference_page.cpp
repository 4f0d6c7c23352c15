#include "reference_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <pugixml.hpp>
#include <stdexcept>
#include <vector>

namespace xmlcv::vocabulary {
namespace {

std::string first_sentence(const std::string& text) {
  const auto end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

std::string link(std::string_view element) { return fmt::format("[`{}`](#{})", element, element); }

std::string parents_of(const Vocabulary& vocabulary, std::string_view element) {
  std::vector<std::string> result;
  for (const auto& parent : vocabulary.elements) {
    const auto& children = parent.children;
    if (std::ranges::find(children, element, &Child::name) != children.end()) {
      result.push_back(link(parent.name));
    }
  }
  return fmt::format("{}", fmt::join(result, ", "));
}

std::string how_often(const Child& child) {
  if (child.once) return child.required ? "once" : "at most once";
  return child.required ? "at least once" : "";
}

std::string content(const Element& element) {
  if (element.content == Content::nothing) return "nothing";
  std::vector<std::string> parts;
  if (element.content != Content::elements) parts.emplace_back("text");
  for (const auto& child : element.children) {
    const auto often = how_often(child);
    parts.push_back(often.empty() ? link(child.name)
                                  : fmt::format("{} ({})", link(child.name), often));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string attributes(const Element& element) {
  if (element.attributes.empty()) return "";
  std::string result = "Attributes:\n\n";
  for (const auto& attribute : element.attributes) {
    if (attribute.common) continue;  // explained once
    result += fmt::format("- `{}`{}: {}\n", attribute.name, attribute.required ? " (required)" : "",
                          attribute.text);
    for (const auto* values : {&attribute.values, &attribute.words}) {
      for (const auto& value : *values) {
        result += fmt::format("  - `{}`: {}\n", value.name, value.text);
      }
    }
  }
  if (element.selectable) {
    result +=
        "- `xml:lang` and `audience`: see [Languages and audiences](#languages-and-audiences)\n";
  } else if (std::ranges::find(element.attributes, "xml:lang", &Attribute::name) !=
             element.attributes.end()) {
    result += "- `xml:lang`: the language, such as `en` or `de`\n";
  }
  return result + "\n";
}

std::string audience_text(const Vocabulary& vocabulary) {
  for (const auto& element : vocabulary.elements) {
    const auto found = std::ranges::find(element.attributes, "audience", &Attribute::name);
    if (found != element.attributes.end()) return found->text;
  }
  throw std::runtime_error("no element has an audience");
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

}  // namespace

std::string reference_page(const Vocabulary& vocabulary, const std::string& examples) {
  std::string page =
      "# The vocabulary\n\n"
      "<!-- Generated from xml/cv.xsd, xml/cv.rules and xml/reference-examples.xml by the target "
      "regenerate. -->\n\n"
      "| element | what it is |\n|---|---|\n";
  const auto out = std::back_inserter(page);
  for (const auto& element : vocabulary.elements) {
    fmt::format_to(out, "| {} | {} |\n", link(element.name), first_sentence(element.text));
  }
  fmt::format_to(out,
                 "\n## Languages and audiences\n\n"
                 "- `xml:lang`: the language of an element, such as `en` or `de`. What stands side "
                 "by side in several languages are alternatives, of which one is chosen; on markup "
                 "inside a line it chooses nothing.\n- `audience`: {}\n",
                 audience_text(vocabulary));
  const auto sources = read_examples(examples);
  for (const auto& element : vocabulary.elements) {
    fmt::format_to(out, "\n## {}\n\n{}\n\n", element.name, element.text);
    const auto parents = parents_of(vocabulary, element.name);
    if (!parents.empty()) fmt::format_to(out, "Stands in: {}.\n\n", parents);
    const auto source = sources.find(element.name);
    if (source == sources.end()) {
      throw std::runtime_error("xml/reference-examples.xml has no example of " + element.name);
    }
    fmt::format_to(out, "Holds: {}.\n\n{}```xml\n{}```\n", content(element), attributes(element),
                   source->second);
  }
  return page;
}

}  // namespace xmlcv::vocabulary
