#include "xml/vocabulary.h"

#include <algorithm>
#include <vector>

#include "xml/vocabulary_tables.h"

namespace xmlcv {

const ElementRule* find_rule(std::string_view element) {
  const auto rules = all_element_rules();
  const auto found = std::ranges::lower_bound(rules, element, {}, &ElementRule::name);
  return found != rules.end() && found->name == element ? &*found : nullptr;
}

const AttributeRule& attribute_rule(std::string_view element, std::string_view attribute) {
  return *std::ranges::find(find_rule(element)->attributes, attribute, &AttributeRule::name);
}

std::span<const std::string_view> element_names() {
  static const auto names = [] {
    std::vector<std::string_view> all;
    for (const auto& rule : all_element_rules()) all.push_back(rule.name);
    return all;
  }();
  return names;
}

}  // namespace xmlcv
