#include "xml/grammar.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "text/suggestion.h"
#include "text/white_space.h"
#include "xml/synonyms.h"
#include "xml/tree.h"
#include "xml/values.h"
#include "xml/vocabulary.h"

namespace xmlcv {
namespace {

constexpr std::string_view namespace_name = "urn:xmlcv:1";

std::string bracketed(std::string_view element) { return fmt::format("<{}>", element); }

std::string did_you_mean(std::string_view word) { return fmt::format("did you mean {}?", word); }

// A synonym says more than a name that is near, and that more than a list of all.
std::string hint(const Answer& answer, Misnomer kind, const ElementRule& parent,
                 std::string_view near, std::string otherwise) {
  if (!answer.text.empty()) return answer.hint(kind, parent);
  return near.empty() ? std::move(otherwise) : did_you_mean(near);
}

class Check {
 public:
  Check(const Source& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  void root(pugi::xml_node root);

 private:
  void element(pugi::xml_node node, const ElementRule& rule);
  void attributes(pugi::xml_node node, const ElementRule& rule);
  void attribute(const ElementRule& parent, const AttributeRule& rule, std::string_view value,
                 Location place);
  void unknown_attribute(const ElementRule& rule, std::string_view name, Location place,
                         std::vector<std::string_view>& meant);
  void content(pugi::xml_node node, const ElementRule& rule);
  void words(pugi::xml_node node, const ElementRule& rule);
  void child(pugi::xml_node child, const ElementRule& rule, unsigned& rank);
  const ChildRule* child_rule(pugi::xml_node child, const ElementRule& rule);
  void unknown_child(pugi::xml_node child, const ElementRule& rule, const ChildRule* meant);
  void order(pugi::xml_node child, const ChildRule& rule, const ElementRule& parent,
             unsigned& rank);
  void stray_text(pugi::xml_node text, bool is_blank, const ElementRule& rule);

  void error(pugi::xml_node node, std::string message, std::string hint = {}) {
    diagnostics_.error(element_location(source_, node), std::move(message), std::move(hint));
  }

  const Source& source_;
  Diagnostics& diagnostics_;
};

bool is_text(pugi::xml_node node) {
  const auto type = node.type();
  return type == pugi::node_pcdata || type == pugi::node_cdata;
}

std::string text_in(pugi::xml_node node) {
  std::string text;
  for (const auto child : node.children()) {
    if (is_text(child)) text += child.value();
  }
  return text;
}

// Text ranks with its markup, behind a label.
unsigned text_rank(const ElementRule& rule) {
  unsigned rank = 0;
  for (const auto& child : rule.children) rank = std::max(rank, child.rank);
  return rank;
}

void Check::root(pugi::xml_node root) {
  const std::string_view name = root.name();
  if (name != "cv") {
    error(root, fmt::format("expected <cv>, found <{}>", name),
          "a CV begins with <cv xmlns=\"urn:xmlcv:1\">");
    return;
  }
  const auto declared = root.attribute("xmlns");
  if (!declared) {
    error(root, "<cv> does not name its vocabulary", "write <cv xmlns=\"urn:xmlcv:1\">");
  } else if (declared.value() != namespace_name) {
    diagnostics_.error(
        value_location(source_, root, "xmlns"),
        fmt::format("expected the vocabulary {}, found {}", namespace_name, declared.value()),
        "write xmlns=\"urn:xmlcv:1\"");
  }
  element(root, *find_rule("cv"));
}

void Check::element(pugi::xml_node node, const ElementRule& rule) {
  attributes(node, rule);
  content(node, rule);
}

void Check::attributes(pugi::xml_node node, const ElementRule& rule) {
  std::vector<std::string_view> meant;
  const auto places = node.first_attribute()
                          ? attribute_places(source_, element_location(source_, node).offset)
                          : std::vector<AttributePlace>();
  std::size_t number = 0;
  for (const auto attribute : node.attributes()) {
    const auto place = number < places.size() ? places[number] : AttributePlace{0, 0, 0};
    ++number;
    const std::string_view name = attribute.name();
    const bool is_root = node.parent().type() == pugi::node_document;
    if (name == "xmlns" && (is_root || attribute.value() == namespace_name)) continue;
    if (name.starts_with("xmlns:") || name == "xsi:schemaLocation" ||
        name == "xsi:noNamespaceSchemaLocation") {
      continue;
    }
    const auto known = std::ranges::find(rule.attributes, name, &AttributeRule::name);
    if (known == rule.attributes.end()) {
      unknown_attribute(rule, name, source_.at(place.name), meant);
    } else {
      this->attribute(rule, *known, attribute.value(), source_.at(place.value));
    }
  }
  if (node.name() != rule.name) return;  // by another name: its answer shows what is required
  for (const auto& wanted : rule.attributes) {
    if (!wanted.required || node.attribute(std::string(wanted.name).c_str()) ||
        std::ranges::find(meant, wanted.name) != meant.end()) {
      continue;
    }
    error(node, fmt::format("<{}> lacks the attribute {}", rule.name, wanted.name),
          wanted.values.empty() ? ""
                                : fmt::format("it is one of {}", fmt::join(wanted.values, ", ")));
  }
}

void Check::attribute(const ElementRule& parent, const AttributeRule& rule, std::string_view value,
                      Location place) {
  const std::string name(rule.name);
  const std::string found = collapse(value);
  const auto answer = [&] { return find_answer(Misnomer::value, parent, found, name); };
  if (!rule.values.empty()) {
    if (std::ranges::find(rule.values, found) != rule.values.end()) return;
    diagnostics_.error(place, fmt::format("unknown {} \"{}\"", name, found),
                       hint(answer(), Misnomer::value, parent, nearest(found, rule.values),
                            fmt::format("it is one of {}", fmt::join(rule.values, ", "))));
    return;
  }
  if (const auto error = check_value(rule.kind, found)) {
    const auto date = date_hint(parent, rule, found);
    diagnostics_.error(
        place, fmt::format("expected {} in {}, found \"{}\"", error->expected, name, found),
        hint(answer(), Misnomer::value, parent, {}, date.empty() ? error->hint : date));
  }
}

void Check::unknown_attribute(const ElementRule& rule, std::string_view name, Location place,
                              std::vector<std::string_view>& meant) {
  std::vector<std::string_view> known;
  for (const auto& attribute : rule.attributes) known.push_back(attribute.name);
  const auto answer = find_answer(Misnomer::attribute, rule, name);
  const auto near = nearest(name, known);
  meant.push_back(answer.text.empty() ? near : answer.attribute());
  diagnostics_.error(
      place, fmt::format("unknown attribute {} of <{}>", name, rule.name),
      hint(answer, Misnomer::attribute, rule, near,
           known.empty() ? fmt::format("<{}> has no attributes", rule.name)
                         : fmt::format("<{}> may have {}", rule.name, fmt::join(known, ", "))));
}

void Check::content(pugi::xml_node node, const ElementRule& rule) {
  const bool holds_text = rule.content == ContentKind::text || rule.content == ContentKind::words;
  bool is_empty = true;
  unsigned rank = 0;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) {
      is_empty = is_empty && std::strcmp(child.name(), "br") == 0;
      this->child(child, rule, rank);
    } else if (is_text(child)) {
      const bool is_blank = xmlcv::is_blank(child.value());
      if (!holds_text) stray_text(child, is_blank, rule);
      if (is_blank) continue;
      is_empty = false;
      rank = std::max(rank, text_rank(rule));
    }
  }
  if (!holds_text) return;
  if (is_empty) {
    error(node, fmt::format("<{}> is empty", rule.name), "write its text, or remove it");
  } else if (rule.content == ContentKind::words && rule.value != ValueKind::any) {
    words(node, rule);
  }
}

void Check::words(pugi::xml_node node, const ElementRule& rule) {
  const std::string value = collapse(text_in(node));
  if (const auto wrong = check_value(rule.value, value)) {
    error(node, fmt::format("expected {} in <{}>, found \"{}\"", wrong->expected, rule.name, value),
          wrong->hint);
  }
}

void Check::child(pugi::xml_node child, const ElementRule& rule, unsigned& rank) {
  const ChildRule* known = child_rule(child, rule);
  if (known != nullptr && child.name() == known->name) order(child, *known, rule, rank);
  if (const auto* as = rule_of_content(child, known)) element(child, *as);
}

// The rule of a child, or of the one that was meant; reports what has none.
const ChildRule* Check::child_rule(pugi::xml_node child, const ElementRule& rule) {
  const std::string_view name = child.name();
  const ChildRule* known = meant_child(child, rule);
  if (known != nullptr && known->name == name) return known;
  if (name.find(':') != std::string_view::npos) {
    error(child, fmt::format("the prefixed name <{}> is not allowed", name),
          "xmlcv's elements have no prefix");
    return nullptr;
  }
  unknown_child(child, rule, known);
  return known;
}

void Check::unknown_child(pugi::xml_node child, const ElementRule& rule, const ChildRule* meant) {
  const std::string_view name = child.name();
  const bool is_known = find_rule(name) != nullptr;
  const auto answer = find_answer(Misnomer::element, rule, name);
  std::string near;
  if (!is_known) near = meant != nullptr ? meant->name : nearest(name, element_names());
  error(child,
        is_known ? fmt::format("<{}> is not allowed in <{}>", name, rule.name)
                 : fmt::format("unknown element <{}>", name),
        hint(answer, Misnomer::element, rule, near.empty() ? near : bracketed(near),
             expected_children(rule)));
}

void Check::order(pugi::xml_node child, const ChildRule& rule, const ElementRule& parent,
                  unsigned& rank) {
  if (rule.rank < rank) {
    const auto behind = std::ranges::find_if(
        parent.children, [&rule](const ChildRule& other) { return other.rank > rule.rank; });
    error(child, fmt::format("<{}> comes too late in <{}>", rule.name, parent.name),
          parent.content == ContentKind::text
              ? std::string("it comes before the text")
              : fmt::format("it comes before <{}> and the like", behind->name));
  }
  rank = std::max(rank, rule.rank);
}

// White space may stand between elements, but the schema takes CDATA for text even where it is
// blank.
void Check::stray_text(pugi::xml_node text, bool is_blank, const ElementRule& rule) {
  const bool always_empty = rule.content == ContentKind::nothing;
  if (is_blank && !always_empty && text.type() == pugi::node_pcdata) return;
  const auto begin = is_blank ? 0 : std::strspn(text.value(), " \t\r\n");
  const auto offset =
      character_offset(source_, static_cast<std::size_t>(text.offset_debug()), begin);
  const bool holds_paragraphs =
      std::ranges::find(rule.children, "p", &ChildRule::name) != rule.children.end();
  const std::string hint = holds_paragraphs ? "put it into a <p>" : expected_children(rule);
  diagnostics_.error(
      source_.at(offset),
      fmt::format("{} is not allowed in <{}>", is_blank ? "white space" : "text", rule.name),
      is_blank && always_empty ? std::string("let its tag end with />") : hint);
}

}  // namespace

std::string expected_children(const ElementRule& rule) {
  if (rule.content == ContentKind::words) return fmt::format("<{}> holds text alone", rule.name);
  if (rule.children.empty()) return fmt::format("<{}> is always empty", rule.name);
  std::vector<std::string> all;
  all.reserve(rule.children.size());
  for (const auto& child : rule.children) all.push_back(bracketed(child.name));
  return fmt::format("<{}> may hold {}{}", rule.name,
                     rule.content == ContentKind::text ? "text, " : "", fmt::join(all, ", "));
}

void check_grammar(const Source& source, const pugi::xml_document& tree, Diagnostics& diagnostics) {
  Check(source, diagnostics).root(tree.document_element());
}

}  // namespace xmlcv
