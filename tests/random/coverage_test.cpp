#include <fmt/format.h>

#include <pugixml.hpp>
#include <set>

#include "catch.h"
#include "random_cv.h"
#include "xml/vocabulary.h"

namespace {

using Names = std::set<std::string>;

void add_names(pugi::xml_node node, Names& names) {
  const std::string element = node.name();
  names.insert(element);
  const auto* rule = xmlcv::find_rule(element);
  for (const auto attribute : node.attributes()) {
    names.insert(fmt::format("{}/@{}", element, attribute.name()));
    if (rule == nullptr || attribute.name() == std::string("xmlns")) continue;
    if (xmlcv::attribute_rule(element, attribute.name()).values.empty()) continue;
    names.insert(fmt::format("{}/@{}={}", element, attribute.name(), attribute.value()));
  }
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    names.insert(fmt::format("{}/{}", element, child.name()));
    add_names(child, names);
  }
}

// Each element, each as a child of each that may hold it, each attribute and each of its values.
Names all_names() {
  Names names;
  for (const auto element : xmlcv::element_names()) {
    names.emplace(element);
    const auto& rule = *xmlcv::find_rule(element);
    for (const auto& child : rule.children) names.insert(fmt::format("{}/{}", element, child.name));
    for (const auto& attribute : rule.attributes) {
      names.insert(fmt::format("{}/@{}", element, attribute.name));
      for (const auto value : attribute.values) {
        names.insert(fmt::format("{}/@{}={}", element, attribute.name, value));
      }
    }
  }
  return names;
}

}  // namespace

TEST_CASE("random CVs hold all that the vocabulary has") {
  Names missing = all_names();
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    pugi::xml_document tree;
    REQUIRE(tree.load_string(random_cv(seed).xml.c_str()));
    Names names;
    add_names(tree.document_element(), names);
    for (const auto& name : names) missing.erase(name);
  }
  CHECK(missing == Names{});
}

TEST_CASE("a seed makes the same random CV again") {
  for (const unsigned seed : {1U, 2U, 2000U}) CHECK(random_cv(seed).xml == random_cv(seed).xml);
  CHECK(random_cv(1).xml != random_cv(2).xml);
}
