#include "xml/tree.h"

#include <algorithm>
#include <span>
#include <vector>

#include "text/suggestion.h"
#include "text/white_space.h"
#include "xml/synonyms.h"

namespace xmlcv {
namespace {

std::vector<std::string_view> names(std::span<const ChildRule> children) {
  std::vector<std::string_view> result;
  result.reserve(children.size());
  for (const auto& child : children) result.push_back(child.name);
  return result;
}

}  // namespace

pugi::xml_document parse_tree(const Source& source) {
  pugi::xml_document tree;
  // Without parse_ws_pcdata, pugixml 1.13 drops the blank in "<b>x</b> <i>y</i>".
  tree.load_buffer(source.text().data(), source.text().size(),
                   pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  return tree;
}

const ChildRule* meant_child(pugi::xml_node child, const ElementRule& parent) {
  const std::string_view name = child.name();
  const auto find = [&parent](std::string_view wanted) -> const ChildRule* {
    const auto found = std::ranges::find(parent.children, wanted, &ChildRule::name);
    return found == parent.children.end() ? nullptr : &*found;
  };
  if (const auto* known = find(name)) return known;
  if (name.find(':') != std::string_view::npos) return nullptr;
  const auto answer = find_answer(Misnomer::element, parent, name);
  if (!answer.text.empty() || find_rule(name) != nullptr) return answer.child;
  return find(nearest(name, names(parent.children)));
}

const ElementRule* rule_of_content(pugi::xml_node child, const ChildRule* meant) {
  if (meant != nullptr && child.name() == meant->name) return meant->element;
  const auto* rule = find_rule(child.name());
  if (rule == nullptr && meant != nullptr) rule = meant->element;
  if (rule == nullptr || rule->content == ContentKind::text ||
      rule->content == ContentKind::words) {
    return rule;
  }
  const bool has_text = std::ranges::any_of(child.children(), [](pugi::xml_node inner) {
    const auto type = inner.type();
    return (type == pugi::node_pcdata || type == pugi::node_cdata) && !is_blank(inner.value());
  });
  return has_text ? nullptr : rule;
}

Location element_location(const Source& source, pugi::xml_node element) {
  return source.at(static_cast<std::size_t>(element.offset_debug()) - 1);
}

Location value_location(const Source& source, pugi::xml_node element, const char* attribute) {
  const Location tag = element_location(source, element);
  const auto place = find_attribute(source, tag.offset, attribute);
  return place ? source.at(place->value) : tag;
}

}  // namespace xmlcv
