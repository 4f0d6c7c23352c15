#include "rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>

namespace xmlcv::vocabulary {
namespace {

class Rule {
 public:
  Rule(Vocabulary& vocabulary, std::size_t line, std::string_view text)
      : vocabulary_(vocabulary), line_(line), words_(std::string(text)) {}

  void apply() {
    std::string keyword;
    if (!(words_ >> keyword) || keyword.starts_with('#')) return;
    if (keyword == "repeated") {
      elements(&Element::repeated);
    } else if (keyword == "overlaid") {
      elements(&Element::overlaid);
    } else if (keyword == "required") {
      required();
    } else {
      fail(fmt::format("no such rule: {}", keyword));
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(fmt::format("cv.rules:{}: {}", line_, what));
  }

  Element& element(const std::string& name) const {
    const auto found = std::ranges::find(vocabulary_.elements, name, &Element::name);
    if (found == vocabulary_.elements.end()) fail(fmt::format("cv.rnc has no element {}", name));
    return *found;
  }

  void elements(bool Element::*property) {
    for (std::string name; words_ >> name;) {
      auto& one = element(name);
      if (one.*property) fail(fmt::format("{} has this rule already", name));
      one.*property = true;
    }
  }

  void required() {
    std::string parent;
    words_ >> parent;
    if (!parent.ends_with(':')) fail("a colon ends the name of the parent");
    parent.pop_back();
    auto& all = element(parent).children;
    for (std::string name; words_ >> name;) {
      const auto found = std::ranges::find(all, name, &Child::name);
      if (found == all.end()) fail(fmt::format("cv.rnc has no {} in {}", name, parent));
      if (found->required) fail(fmt::format("{} in {} is required already", name, parent));
      found->required = true;
    }
  }

  Vocabulary& vocabulary_;
  std::size_t line_;
  std::istringstream words_;
};

}  // namespace

void apply_rules(std::string_view rules, Vocabulary& vocabulary) {
  std::istringstream lines{std::string(rules)};
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) Rule(vocabulary, ++number, line).apply();
  for (auto& parent : vocabulary.elements) {
    for (auto& child : parent.children) {
      const auto& element = *std::ranges::find(vocabulary.elements, child.name, &Element::name);
      child.once = child.once || !element.repeated;
    }
  }
}

}  // namespace xmlcv::vocabulary
