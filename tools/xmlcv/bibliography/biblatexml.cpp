#include "bibliography/biblatexml.h"

#include <fmt/format.h>

#include <pugixml.hpp>

namespace xmlcv {
namespace {

// The prefix of biber's namespace, which it always writes.
constexpr std::string_view prefix = "bltx:";

std::string_view name_of(pugi::xml_node node) {
  std::string_view name = node.name();
  if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return name;
}

// biber 2.18 makes a dotless i of the \i in \"{\i}, with the accent behind it.
std::string with_dots(std::string text) {
  constexpr std::string_view dotless = "ı";
  for (auto i = text.find(dotless); i != std::string::npos; i = text.find(dotless, i + 1)) {
    const auto behind = i + dotless.size();
    const bool accent =
        behind + 1 < text.size() && (text[behind] == '\xCC' || text[behind] == '\xCD');
    if (accent) text.replace(i, dotless.size(), 1, 'i');
  }
  return text;
}

std::string text_of(pugi::xml_node node) { return with_dots(node.text().get()); }

// A part of a name is a text, or its words one by one.
std::string part_of(pugi::xml_node part) {
  std::string result = text_of(part);
  for (const auto word : part.children("bltx:namepart")) {
    if (!result.empty()) result += ' ';
    result += text_of(word);
  }
  return result;
}

BibEntry::Name read_name(pugi::xml_node node) {
  BibEntry::Name result;
  for (const auto part : node.children("bltx:namepart")) {
    const std::string_view type = part.attribute("type").value();
    if (type == "prefix") result.prefix = part_of(part);
    if (type == "family") result.family = part_of(part);
    if (type == "suffix") result.suffix = part_of(part);
    if (type == "given") result.given = part_of(part);
  }
  return result;
}

BibEntry::Names read_names(pugi::xml_node node) {
  BibEntry::Names result;
  for (const auto name : node.children("bltx:name")) result.names.push_back(read_name(name));
  result.others = node.attribute("morenames").as_bool();
  return result;
}

// A range that biber could not divide has no start and end.
std::string read_item(pugi::xml_node item) {
  const auto start = item.child("bltx:start");
  if (!start) return text_of(item);
  const auto end = text_of(item.child("bltx:end"));
  return end.empty() ? text_of(start) : fmt::format("{}–{}", text_of(start), end);
}

std::vector<std::string> read_list(pugi::xml_node list) {
  std::vector<std::string> result;
  for (const auto item : list.children("bltx:item")) result.push_back(read_item(item));
  return result;
}

BibEntry::Date read_date(pugi::xml_node node) {
  const auto start = node.child("bltx:start");
  if (!start) return {text_of(node), "", false};
  return {start.text().get(), node.child("bltx:end").text().get(), true};
}

BibEntry read_entry(pugi::xml_node node) {
  BibEntry result;
  result.key = node.attribute("id").value();
  result.type = node.attribute("entrytype").value();
  for (const auto child : node.children()) {
    const std::string name(name_of(child));
    const std::string type = child.attribute("type").value();
    if (name == "annotation") {
      auto& said = result.annotations[child.attribute("field").value()];
      auto& of_item = said[child.attribute("item").as_uint()];
      of_item += ',';
      of_item += text_of(child);
    } else if (name == "names") {
      result.names[type] = read_names(child);
    } else if (name == "date") {
      result.dates[type + "date"] = read_date(child);
    } else if (const auto list = child.child("bltx:list")) {
      result.lists[name] = read_list(list);
    } else {
      result.fields[name] = text_of(child);
    }
  }
  return result;
}

}  // namespace

std::vector<BibEntry> parse_biblatexml(std::string_view xml) {
  pugi::xml_document tree;
  tree.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  std::vector<BibEntry> result;
  for (const auto node : tree.document_element().children("bltx:entry")) {
    result.push_back(read_entry(node));
  }
  return result;
}

}  // namespace xmlcv
