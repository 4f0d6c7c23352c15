#include "cpp_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace xmlcv::vocabulary {
namespace {

constexpr auto head =
    "// Generated from xml/cv.xsd and xml/cv.rules by the target regenerate.\n"
    "// clang-format off\n";
constexpr auto head_of_synonyms =
    "// Generated from xml/cv.synonyms by the target regenerate.\n"
    "// clang-format off\n";

// font-size is font_size. A name that would begin with a digit has an underscore before it, a
// keyword of C++ one behind it.
std::string identifier(std::string_view name) {
  constexpr auto keywords = std::to_array<std::string_view>(
      {"class", "default", "export", "new", "private", "public", "static", "union"});
  if (std::ranges::find(keywords, name) != keywords.end()) return fmt::format("{}_", name);
  std::string result(name);
  std::ranges::replace_if(
      result, [](char c) { return c == '-' || c == ':' || c == ' '; }, '_');
  const bool digit = !result.empty() && result[0] >= '0' && result[0] <= '9';
  return digit ? "_" + result : result;
}

// font-size is FontSize.
std::string type_name(std::string_view name) {
  std::string result;
  bool begins = true;
  for (const char c : name) {
    if (c == '-') {
      begins = true;
      continue;
    }
    result += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    begins = false;
  }
  return result;
}

// A C++ literal; the schema's patterns have backslashes.
std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string first_sentence(const std::string& text) {
  const auto end = std::min(text.find(". "), text.find_last_not_of('.') + 1);
  return text.substr(0, end);
}

std::vector<std::string> names_of(const auto& all) {
  std::vector<std::string> result;
  for (const auto& one : all) result.push_back(one.name);
  return result;
}

std::string enumeration(const std::string& type, const std::string& what,
                        const std::vector<std::string>& names) {
  std::string members;
  std::string literals;
  for (const auto& name : names) {
    members += fmt::format("  {},\n", identifier(name));
    literals += fmt::format("  {},\n", literal(name));
  }
  return fmt::format(
      "\n// {}\nenum class {} : std::uint8_t {{\n{}}};\n"
      "template <>\ninline constexpr auto value_names<{}> = "
      "std::to_array<std::string_view>({{\n{}}});\n",
      what, type, members, type, literals);
}

// The parts of the tables that several elements have in common are written once.
class Arrays {
 public:
  // The name of the array, or {} for none.
  std::string add(const std::string& type, const std::string& name,
                  const std::vector<std::string>& rows) {
    if (rows.empty()) return "{}";
    const auto body = fmt::format("{}", fmt::join(rows, ",\n  "));
    const auto [found, is_new] = names_.try_emplace(type + body, name);
    if (is_new) {
      text_ += fmt::format("constexpr {} {}[] = {{\n  {}}};\n", type, name, body);
    }
    return found->second;
  }
  const std::string& text() const { return text_; }

 private:
  std::map<std::string, std::string> names_;
  std::string text_;
};

// The enumeration of an attribute's values.
std::string enumeration_of(const Element& element, const Attribute& attribute) {
  return type_name(element.name) + type_name(attribute.name);
}

std::string attribute_row(const Element& element, const Attribute& attribute, Arrays& arrays) {
  std::vector<std::string> values;
  for (const auto& value : attribute.values) values.push_back(literal(value.name));
  const auto array =
      values.empty() || element.overlaid
          ? arrays.add("std::string_view",
                       fmt::format("values_of_{}_{}", element.name, identifier(attribute.name)),
                       values)
          : fmt::format("value_names<{}>", enumeration_of(element, attribute));
  return fmt::format("{{{}, {}, ValueKind::{}, {}, {}}}", literal(attribute.name),
                     attribute.required, identifier(attribute.type), array,
                     literal(first_sentence(attribute.text)));
}

std::string element_row(const Vocabulary& vocabulary, const Element& element, Arrays& arrays) {
  std::vector<std::string> attributes;
  for (const auto& attribute : element.attributes) {
    attributes.push_back(attribute_row(element, attribute, arrays));
  }
  std::vector<std::string> children;
  auto names = names_of(vocabulary.elements);
  std::ranges::sort(names);
  for (const auto& child : element.children) {
    const auto index = std::ranges::lower_bound(names, child.name) - names.begin();
    children.push_back(fmt::format("{{{}, {}, {}, {}, &element_rules[{}]}}", literal(child.name),
                                   child.required ? 1 : 0, child.once ? "1" : "unlimited",
                                   child.rank, index));
  }
  constexpr std::string_view contents[] = {"nothing", "words", "text", "elements"};
  return fmt::format("  {{{}, ContentKind::{}, ValueKind::{}, {}, {}, {}, {}, {}}},\n",
                     literal(element.name), contents[static_cast<std::size_t>(element.content)],
                     identifier(element.type),
                     arrays.add("AttributeRule", "attributes_of_" + element.name, attributes),
                     arrays.add("ChildRule", "children_of_" + element.name, children),
                     element.needed_rank ? std::to_string(*element.needed_rank) : "no_rank",
                     element.selectable, element.overlaid);
}

std::set<std::string> kinds_used(const Vocabulary& vocabulary) {
  std::set<std::string> result;
  for (const auto& element : vocabulary.elements) {
    result.insert(element.type);
    for (const auto& attribute : element.attributes) result.insert(attribute.type);
  }
  return result;
}

}  // namespace

std::string values_header(const Vocabulary& vocabulary) {
  std::string result = fmt::format(
      "#pragma once\n\n{}\n#include <array>\n#include <cstdint>\n#include <string_view>\n\n"
      "#include \"cv/value_names.h\"\n\nnamespace xmlcv {{\n",
      head);
  for (const auto& element : vocabulary.elements) {
    if (element.overlaid) {
      auto own = element.attributes;
      std::erase_if(own, [](const Attribute& attribute) { return attribute.common; });
      result += enumeration(type_name(element.name) + "Attribute",
                            fmt::format("The attributes of <{}>.", element.name), names_of(own));
      continue;
    }
    for (const auto& attribute : element.attributes) {
      if (attribute.values.empty()) continue;
      result += enumeration(enumeration_of(element, attribute),
                            fmt::format("<{} {}=\"…\">", element.name, attribute.name),
                            names_of(attribute.values));
    }
  }
  return result + "\n}  // namespace xmlcv\n";
}

std::string kinds_header(const Vocabulary& vocabulary) {
  std::string members;
  std::string patterns;
  for (const auto& kind : kinds_used(vocabulary)) {
    const auto found = vocabulary.patterns.find(kind);
    members += fmt::format("  {},\n", identifier(kind));
    patterns +=
        fmt::format("  {},\n", literal(found == vocabulary.patterns.end() ? "" : found->second));
  }
  return fmt::format(
      "#pragma once\n\n{}\n#include <array>\n#include <string_view>\n\nnamespace xmlcv {{\n\n"
      "// The kinds of value that xml/cv.rnc has names for; any: no limits.\n"
      "enum class ValueKind {{\n{}}};\n\n"
      "// Their patterns there, as regular expressions of XSD; empty for those that have none.\n"
      "inline constexpr auto value_patterns = std::to_array<std::string_view>({{\n{}}});\n\n"
      "}}  // namespace xmlcv\n",
      head, members, patterns);
}

std::string tables_source(const Vocabulary& vocabulary) {
  Arrays arrays;
  auto elements = vocabulary.elements;
  std::ranges::sort(elements, {}, &Element::name);
  std::string rows;
  for (const auto& element : elements) rows += element_row(vocabulary, element, arrays);
  return fmt::format(
      "{}#include \"xml/vocabulary_tables.h\"\n\n#include \"cv/vocabulary_values.h\"\n\nnamespace "
      "xmlcv {{\nnamespace {{\n\n"
      "extern const ElementRule element_rules[{}];\n\n{}\n"
      "constinit const ElementRule element_rules[] = {{\n{}}};\n\n}}  // namespace\n\n"
      "std::span<const ElementRule> all_element_rules() {{ return element_rules; }}\n\n"
      "}}  // namespace xmlcv\n",
      head, elements.size(), arrays.text(), rows);
}

std::string synonyms_source(const std::vector<Synonyms>& synonyms) {
  constexpr std::string_view kinds[] = {"element", "attribute", "value"};
  std::string rows;
  for (const auto& row : synonyms) {
    rows += fmt::format("  {{Misnomer::{}, {}, {}, {}, {}}},\n",
                        kinds[static_cast<std::size_t>(row.kind)], literal(row.attribute),
                        literal(fmt::format("{}", fmt::join(row.parents, " "))),
                        literal(fmt::format("{}", fmt::join(row.words, " "))), literal(row.answer));
  }
  return fmt::format(
      "{}#include \"xml/synonym_table.h\"\n\nnamespace xmlcv {{\nnamespace {{\n\n"
      "constexpr SynonymRow synonym_rows[] = {{\n{}}};\n\n}}  // namespace\n\n"
      "std::span<const SynonymRow> all_synonyms() {{ return synonym_rows; }}\n\n"
      "}}  // namespace xmlcv\n",
      head_of_synonyms, rows);
}

}  // namespace xmlcv::vocabulary
