#include "cv_strings.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <stdexcept>

#include "accounts.h"

namespace {

bool is_one_of(pugi::xml_node element, std::initializer_list<const char*> names) {
  return std::ranges::any_of(
      names, [&element](const char* name) { return std::string(element.name()) == name; });
}

bool holds_text(pugi::xml_node element) {
  return element.type() == pugi::node_element &&
         !is_one_of(element, {"cv", "person", "name", "section", "group", "entry", "list",
                              "publication", "tex", "variant"});
}

bool is_inline(pugi::xml_node element) {
  return is_one_of(element, {"b", "i", "code", "a", "sub", "sup", "br"});
}

bool is_of_another_language(pugi::xml_node element) {
  const std::string language = element.attribute("xml:lang").as_string("en");
  return language != "en" && !is_one_of(element, {"b", "i", "code", "a"});
}

std::string text_of(pugi::xml_node element) {
  std::string result;
  for (const auto child : element.children()) {
    if (is_one_of(child, {"label", "when"})) continue;
    result += child.type() == pugi::node_element ? text_of(child) : child.value();
  }
  return result;
}

void collect(pugi::xml_node element, std::vector<std::string>& strings) {
  for (const auto* date : {"from", "to", "date"}) {
    const std::string value = element.attribute(date).value();
    if (!value.empty()) strings.push_back(value == "present" ? value : value.substr(0, 4));
  }
  for (const auto child : element.children()) {
    if (is_of_another_language(child) || is_inline(child)) continue;
    if (holds_text(child)) strings.push_back(text_of(child));
    if (!holds_text(child)) collect(child, strings);
    if (!is_one_of(child, {"item"})) continue;
    collect(child, strings);
  }
}

}  // namespace

std::vector<std::string> printed_strings(const std::filesystem::path& xml) {
  pugi::xml_document tree;
  if (!tree.load_file(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata)) {
    throw std::runtime_error("cannot read " + xml.string());
  }
  std::vector<std::string> strings;
  collect(tree.document_element(), strings);
  return strings;
}

std::string account_of(const std::string& network) {
  if (network == "orcid") return "0000-0002-1825-0097";
  const auto form = account_form(network);
  return form.empty() ? "in-" + network : std::string(form);
}
