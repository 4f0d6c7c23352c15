#include "cv_leaves.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>

#include "cv/phrases.h"
#include "cv/plain_text.h"
#include "text/white_space.h"
#include "xml/vocabulary.h"

namespace {

using xmlcv::ContentKind;

bool is_one_of(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, std::string_view(node.name())) != names.end();
}

// With the markup's; what stands in an item beside its text is another leaf.
std::string text_of(pugi::xml_node element) {
  std::string result;
  for (const auto child : element.children()) {
    if (is_one_of(child, {"label", "when"})) continue;
    if (is_one_of(child, {"br"})) result += ' ';
    result += child.type() == pugi::node_element ? text_of(child) : child.value();
  }
  return result;
}

// What stands behind an author's name.
std::string sign_of(std::string_view mark) {
  std::string result = mark.find("equal") != std::string_view::npos ? "*" : "";
  if (mark.find("corresponding") != std::string_view::npos) result += "†";
  return result;
}

// Whether months are numbers, which have the year in their word: 05/2017, 05.2017, 2017年5月.
bool has_numbers(const pugi::xml_document& tree) {
  bool result = false;
  for (const auto layout : tree.document_element().children("layout")) {
    if (const auto months = layout.attribute("months")) {
      result = std::string_view(months.value()) == "numbers";
    }
  }
  return result;
}

class Walk {
 public:
  Walk(const RandomCv& cv, const std::string& language, bool months_are_numbers)
      : cv_(cv), language_(language), months_are_numbers_(months_are_numbers) {}

  std::vector<Leaf> leaves(pugi::xml_node root) {
    element(root);
    return std::move(leaves_);
  }

 private:
  void element(pugi::xml_node node);
  void dates(pugi::xml_node node);
  void bibliography(pugi::xml_node node);
  void add(pugi::xml_node node, const std::string& text) {
    leaves_.push_back({node.name(), xmlcv::to_nfc(xmlcv::collapse(text))});
  }

  const RandomCv& cv_;
  const std::string& language_;
  bool months_are_numbers_;
  std::vector<Leaf> leaves_;
};

void Walk::element(pugi::xml_node node) {
  const auto* rule = xmlcv::find_rule(node.name());
  if (rule == nullptr || is_one_of(node, {"variant"})) return;
  if (is_one_of(node, {"bibliography"})) return bibliography(node);
  if (is_one_of(node, {"entry", "item", "publication"})) dates(node);
  if (is_one_of(node, {"others"})) {
    add(node, std::string(xmlcv::phrase(xmlcv::Phrase::et_al, language_)));
  }
  if (is_one_of(node, {"section"}) && !node.child("title")) {
    const auto kind = xmlcv::find_value<xmlcv::SectionKind>(node.attribute("kind").value());
    add(node, std::string(xmlcv::heading(kind.value(), language_)));
  }
  if (rule->content == ContentKind::text || rule->content == ContentKind::words) {
    std::string text = text_of(node);
    static const std::regex order("\\\\[a-z]+|[{}]");
    static const std::regex range("(\\d)-(\\d)");
    if (is_one_of(node, {"tex"})) text = std::regex_replace(text, order, "");
    if (is_one_of(node, {"pages"})) text = std::regex_replace(text, range, "$1–$2");
    add(node, text + sign_of(node.attribute("mark").value()));
    if (!is_one_of(node, {"item"})) return;
    for (const auto child : node.children()) {
      if (is_one_of(child, {"label", "when"})) element(child);
    }
    return;
  }
  for (const auto child : node.children()) element(child);
}

// The year of each date, whatever the language makes of the rest.
void Walk::dates(pugi::xml_node node) {
  std::string last;
  for (const auto* name : {"from", "to", "date"}) {
    const std::string value = xmlcv::collapse(node.attribute(name).value());
    const auto year = value.substr(0, 4);
    if (value == "present") {
      leaves_.push_back({std::string(node.name()) + "/@to",
                         std::string(xmlcv::phrase(xmlcv::Phrase::present, language_))});
    } else if (!value.empty() && year != last && (value.size() == 4 || !months_are_numbers_)) {
      leaves_.push_back({fmt::format("{}/@{}", node.name(), name), year});
    }
    last = year;
  }
}

void Walk::bibliography(pugi::xml_node node) {
  const std::string keys = fmt::format(" {} ", node.attribute("keys").value());
  const std::string type = node.attribute("types").value();
  const std::string keyword = node.attribute("keywords").value();
  for (const auto& entry : cv_.bib->entries) {
    const bool is_in = (!node.attribute("keys") || keys.find(" " + entry.key + " ") != keys.npos) &&
                       (type.empty() || type == entry.type) &&
                       (keyword.empty() || keyword == entry.keyword) &&
                       (!node.attribute("author") || entry.is_of_owner) &&
                       entry.year >= node.attribute("from").as_int(0) &&
                       entry.year <= node.attribute("to").as_int(9999);
    if (!is_in) continue;
    for (const auto& words : entry.words) leaves_.push_back({"bibliography", words});
  }
}

}  // namespace

std::vector<Leaf> leaves_of(const pugi::xml_document& tree, const RandomCv& cv,
                            const std::string& language) {
  return Walk(cv, language, has_numbers(tree)).leaves(tree.document_element());
}
