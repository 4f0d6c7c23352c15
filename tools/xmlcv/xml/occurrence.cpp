#include "xml/occurrence.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "xml/grammar.h"
#include "xml/tree.h"
#include "xml/vocabulary.h"

namespace xmlcv {
namespace {

// The first child for each rule, in their order; empty where there are no children.
class First {
 public:
  explicit First(const ElementRule& rule) : rule_(rule) {}

  // The first for this rule, which is the child itself if there was none.
  pugi::xml_node add(const ChildRule& child_rule, pugi::xml_node child) {
    if (nodes_.empty()) nodes_.resize(rule_.children.size());
    auto& first = nodes_[static_cast<std::size_t>(&child_rule - rule_.children.data())];
    if (!first) first = child;
    return first;
  }

  template <class F>
  void for_each_missing(const F& visit) const {
    for (std::size_t i = 0; i < rule_.children.size(); ++i) {
      if (nodes_.empty() || !nodes_[i]) visit(rule_.children[i]);
    }
  }

 private:
  const ElementRule& rule_;
  std::vector<pugi::xml_node> nodes_;
};

bool differ_in_audience(pugi::xml_node a, pugi::xml_node b) {
  return a.attribute("audience") && b.attribute("audience");
}

class Check {
 public:
  Check(const Source& source, const Selection& selection, Diagnostics& diagnostics)
      : source_(source), selection_(selection), diagnostics_(diagnostics) {}

  void element(pugi::xml_node node, const ElementRule& rule);

 private:
  void doubled(pugi::xml_node child, pugi::xml_node earlier, const ElementRule& parent);

  void error(pugi::xml_node node, std::string message, std::string hint = {}) {
    diagnostics_.error(element_location(source_, node), std::move(message), std::move(hint));
  }

  const Source& source_;
  const Selection& selection_;
  Diagnostics& diagnostics_;
};

void Check::element(pugi::xml_node node, const ElementRule& rule) {
  First first(rule);
  bool has_needed = rule.needed_rank == no_rank;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_element) continue;
    const ChildRule* known = meant_child(child, rule);
    has_needed = has_needed || known == nullptr || known->rank == rule.needed_rank;
    if (const auto* as = rule_of_content(child, known)) element(child, *as);
    if (known == nullptr) continue;
    const auto earlier = first.add(*known, child);
    // Two synonyms, such as <city> and <country>, may be meant for one element together.
    const bool are_named = child.name() == known->name && earlier.name() == known->name;
    if (earlier != child && known->max == 1 && are_named) doubled(child, earlier, rule);
  }
  const bool is_for_others = !selection_.audiences.empty() && rule.name == "cv";
  first.for_each_missing([&](const ChildRule& child) {
    if (child.min == 0) return;
    error(node, fmt::format("<{}> lacks <{}>", rule.name, child.name),
          is_for_others ? "each is for other readers: give one to these, or to all" : "");
  });
  if (!has_needed) {
    error(node, fmt::format("<{}> is empty", rule.name), expected_children(rule));
  }
}

void Check::doubled(pugi::xml_node child, pugi::xml_node earlier, const ElementRule& parent) {
  const auto line = source_.position(element_location(source_, earlier).offset).line;
  std::string hint = fmt::format("the first one is on line {}", line);
  if (selection_.audiences.empty() && differ_in_audience(child, earlier)) {
    hint += "; choose an audience, by --audience";
  } else if (child.attribute("xml:lang") || earlier.attribute("xml:lang")) {
    hint += "; alternatives have an xml:lang each, and each another";
  }
  error(child, fmt::format("<{}> occurs twice in <{}>", child.name(), parent.name), hint);
}

bool needs_audience(pugi::xml_node node, const ElementRule& rule) {
  First first(rule);
  for (const auto child : node.children()) {
    const ChildRule* known =
        child.type() == pugi::node_element ? meant_child(child, rule) : nullptr;
    if (known == nullptr) continue;
    const auto earlier = first.add(*known, child);
    if (earlier != child && known->max == 1 && differ_in_audience(child, earlier)) return true;
    if (needs_audience(child, *known->element)) return true;
  }
  return false;
}

}  // namespace

void check_occurrence(const Source& source, const pugi::xml_document& tree,
                      const Selection& selection, Diagnostics& diagnostics) {
  const auto root = tree.document_element();
  if (std::string_view(root.name()) != "cv") return;
  Check(source, selection, diagnostics).element(root, *find_rule("cv"));
}

bool needs_audience(const Choices& choices) { return needs_audience(choices.cv, *find_rule("cv")); }

}  // namespace xmlcv
