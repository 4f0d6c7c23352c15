#include "occurrence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "grammar.h"
#include "vocabulary.h"

namespace xmlcv {
namespace {

// The first child of each name.
using First = std::map<std::string_view, pugi::xml_node>;

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
  void missing(pugi::xml_node node, const ElementRule& rule, const First& first);

  void error(pugi::xml_node node, std::string message, std::string hint = {}) {
    diagnostics_.error(element_location(source_, node), std::move(message), std::move(hint));
  }

  const Source& source_;
  const Selection& selection_;
  Diagnostics& diagnostics_;
};

void Check::element(pugi::xml_node node, const ElementRule& rule) {
  First first;
  bool any = false;
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    any = true;
    const ChildRule* known = meant_child(child, rule);
    if (known == nullptr) continue;
    const auto [earlier, fresh] = first.try_emplace(known->name, child);
    if (!fresh && known->max == 1) doubled(child, earlier->second, rule);
    element(child, *known->element);
  }
  missing(node, rule, first);
  const bool only_title = first.size() == 1 && first.contains("title") && rule.name != "entry";
  if (rule.needs_child && (!any || only_title)) {
    error(node, fmt::format("<{}> is empty", rule.name),
          !selection_.audiences.empty()
              ? "if all that it holds is for other readers, give it an audience too"
              : expected_children(rule));
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
  error(child, fmt::format("<{}> stands twice in <{}>", child.name(), parent.name), hint);
}

void Check::missing(pugi::xml_node node, const ElementRule& rule, const First& first) {
  for (const auto& child : rule.children) {
    if (child.min == 0 || first.contains(child.name)) continue;
    error(node, fmt::format("<{}> lacks <{}>", rule.name, child.name));
  }
}

bool needs_audience(pugi::xml_node node, const ElementRule& rule) {
  First first;
  for (const auto child : node.children()) {
    const ChildRule* known =
        child.type() == pugi::node_element ? meant_child(child, rule) : nullptr;
    if (known == nullptr) continue;
    const auto [earlier, fresh] = first.try_emplace(known->name, child);
    if (!fresh && known->max == 1 && differ_in_audience(child, earlier->second)) return true;
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

bool needs_audience(const pugi::xml_document& tree) {
  return needs_audience(tree.document_element(), *find_rule("cv"));
}

}  // namespace xmlcv
