#include "schema_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <stdexcept>

#include "rules.h"

namespace xmlcv::vocabulary {
namespace {

std::string documentation(pugi::xml_node declaration) {
  std::string text = declaration.child("xs:annotation").child("xs:documentation").child_value();
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string without_prefix(std::string_view name) {
  return std::string(name.substr(name.find(':') + 1));
}

bool is(pugi::xml_node node, std::string_view name) { return node.name() == name; }

bool repeats(pugi::xml_node particle) {
  return std::string_view(particle.attribute("maxOccurs").value()) == "unbounded";
}

bool may_lack(pugi::xml_node particle) {
  return std::string_view(particle.attribute("minOccurs").value()) == "0";
}

class Schema {
 public:
  explicit Schema(std::string_view xsd) {
    if (!tree_.load_buffer(xsd.data(), xsd.size())) throw std::runtime_error("the XSD is no XML");
    for (const auto part : tree_.document_element().children()) {
      parts_[part.name()][part.attribute("name").value()] = part;
    }
  }

  pugi::xml_node find(const std::string& kind, std::string_view name) const {
    const auto& named = parts_.at(kind);
    const auto found = named.find(without_prefix(name));
    return found == named.end() ? pugi::xml_node() : found->second;
  }

  // Of a group that xml/one-root.xsl made of an element: the element. Nothing for other groups.
  static pugi::xml_node element_in(pugi::xml_node group) {
    const auto element = group.child("xs:sequence").child("xs:element");
    const bool same_name =
        std::string_view(element.attribute("name").value()) == group.attribute("name").value();
    return same_name ? element : pugi::xml_node();
  }

  std::vector<pugi::xml_node> elements() const {
    std::vector<pugi::xml_node> result;
    for (const auto part : tree_.document_element().children()) {
      if (is(part, "xs:element")) result.push_back(part);
      if (!is(part, "xs:group")) continue;
      if (const auto element = element_in(part)) result.push_back(element);
    }
    return result;
  }

  std::map<std::string, std::string> patterns() const {
    std::map<std::string, std::string> result;
    for (const auto& [name, type] : parts_.at("xs:simpleType")) {
      const auto pattern = type.child("xs:restriction").child("xs:pattern");
      if (pattern) result[name] = pattern.attribute("value").value();
    }
    return result;
  }

  // Of the kinds of value that have a word among others, such as present.
  std::vector<Value> words_of(const std::string& kind) const {
    std::vector<Value> result;
    for (const auto found : find("xs:simpleType", kind).select_nodes(".//xs:enumeration")) {
      result.push_back({found.node().attribute("value").value(), documentation(found.node())});
    }
    return result;
  }

 private:
  pugi::xml_document tree_;
  std::map<std::string, std::map<std::string, pugi::xml_node>> parts_;
};

// Reads the particles of one content model into a list of children.
class ContentModel {
 public:
  ContentModel(const Schema& schema, Element& element) : schema_(schema), element_(element) {}

  void read(pugi::xml_node type) {
    for (const auto part : type.children()) particle(part, {});
    merge_ranks();
  }

 private:
  struct Context {
    bool optional = false;
    bool repeated = false;
    bool one_rank = false;
  };

  static bool is_particle(pugi::xml_node node) {
    return is(node, "xs:sequence") || is(node, "xs:choice") || is(node, "xs:group");
  }

  void particle(pugi::xml_node node, Context context) {
    if (!is_particle(node)) return;
    const bool outermost = !context.one_rank;
    context.optional = context.optional || may_lack(node);
    context.repeated = context.repeated || repeats(node);
    if (is(node, "xs:group")) {
      const auto group = schema_.find("xs:group", node.attribute("ref").value());
      if (const auto element = Schema::element_in(group)) {
        child(element.attribute("name").value(), context);
      } else {
        for (const auto inner : group.children()) particle(inner, context);
        return;
      }
    } else if (is(node, "xs:choice")) {
      if (!context.optional && outermost) element_.needed_rank = rank_;
      context.optional = context.optional || std::ranges::distance(node.children()) > 1;
      context.one_rank = true;
      for (const auto inner : node.children()) particle(inner, context);
    } else {
      const bool in_any_order = repeats(node);
      context.one_rank = context.one_rank || in_any_order;
      for (const auto inner : node.children()) particle(inner, context);
      if (!in_any_order) return;
    }
    if (outermost) ++rank_;
  }

  void child(const std::string& name, const Context& context) {
    auto found = std::ranges::find(element_.children, name, &Child::name);
    if (found == element_.children.end()) {
      element_.children.push_back({name, !context.optional, !context.repeated, rank_});
      return;
    }
    found->required = found->required || !context.optional;
    found->once = false;
    joined_.emplace_back(found->rank, rank_);
  }

  // A child that comes in several places of a sequence: all between them is in any order.
  void merge_ranks() {
    for (const auto& [first, last] : joined_) {
      for (auto& child : element_.children) {
        if (child.rank >= first && child.rank <= last) child.rank = first;
      }
    }
  }

  const Schema& schema_;
  Element& element_;
  unsigned rank_ = 0;
  std::vector<std::pair<unsigned, unsigned>> joined_;
};

class ElementReader {
 public:
  explicit ElementReader(const Schema& schema) : schema_(schema) {}

  Element read(pugi::xml_node declaration) {
    Element result;
    result.name = declaration.attribute("name").value();
    result.text = documentation(declaration);
    if (const auto type = complex_type(declaration)) {
      complex(type, result);
    } else {
      result.content = Content::words;
      result.type = simple_type(declaration);
    }
    return result;
  }

 private:
  pugi::xml_node complex_type(pugi::xml_node declaration) const {
    if (const auto inner = declaration.child("xs:complexType")) return inner;
    return schema_.find("xs:complexType", declaration.attribute("type").value());
  }

  // The name that cv.rnc gives to it; every kind of value but any text needs one.
  std::string simple_type(pugi::xml_node declaration) const {
    const std::string type = declaration.attribute("type").value();
    if (declaration.child("xs:simpleType")) {
      throw std::runtime_error(fmt::format("a kind of value of {} has no name in cv.rnc",
                                           declaration.attribute("name").value()));
    }
    return type.empty() || type.starts_with("xs:") ? "any" : without_prefix(type);
  }

  void complex(pugi::xml_node type, Element& result) {
    pugi::xml_node attributes = type;
    if (const auto extension = type.child("xs:simpleContent").child("xs:extension")) {
      result.content = Content::words;
      result.type = without_prefix(extension.attribute("base").value());
      attributes = extension;
    } else {
      ContentModel(schema_, result).read(type);
      const bool mixed = type.attribute("mixed").as_bool();
      const bool alone = result.children.empty();
      result.content = mixed   ? alone ? Content::words : Content::text
                       : alone ? Content::nothing
                               : Content::elements;
    }
    std::vector<Attribute> common;  // what many elements have comes last
    add_attributes(attributes, result, common);
    for (auto& attribute : common) {
      attribute.common = true;
      result.attributes.push_back(std::move(attribute));
    }
  }

  void add_attributes(pugi::xml_node type, Element& result, std::vector<Attribute>& common) const {
    for (const auto part : type.children()) {
      if (is(part, "xs:attribute")) result.attributes.push_back(attribute(part));
      if (!is(part, "xs:attributeGroup")) continue;
      const auto name = without_prefix(part.attribute("ref").value());
      const bool selectable = name == "selectable";
      result.selectable = result.selectable || selectable;
      Element inner;
      add_attributes(schema_.find("xs:attributeGroup", name), inner, common);
      auto& to = selectable || name == "language" ? common : result.attributes;
      std::ranges::move(inner.attributes, std::back_inserter(to));
    }
  }

  Attribute attribute(pugi::xml_node declaration) const {
    if (declaration.attribute("ref")) return {"xml:lang", false, "language", {}, {}, {}, false};
    Attribute result;
    result.name = declaration.attribute("name").value();
    result.required = std::string_view(declaration.attribute("use").value()) == "required";
    result.text = documentation(declaration);
    const auto values = declaration.select_nodes("xs:simpleType/xs:restriction/xs:enumeration");
    result.type = values.empty() ? simple_type(declaration) : "any";
    result.words = schema_.words_of(result.type);
    for (const auto found : values) {
      result.values.push_back(
          {found.node().attribute("value").value(), documentation(found.node())});
    }
    return result;
  }

  const Schema& schema_;
};

}  // namespace

Vocabulary read_vocabulary(std::string_view xsd, std::string_view rules) {
  const Schema schema(xsd);
  Vocabulary result;
  for (const auto declaration : schema.elements()) {
    result.elements.push_back(ElementReader(schema).read(declaration));
  }
  apply_rules(rules, result);
  for (auto& element : result.elements) {
    // A required child of the rank says it already.
    const auto says_it = [&element](const Child& child) {
      return child.required && child.rank == element.needed_rank;
    };
    if (std::ranges::any_of(element.children, says_it) || element.content == Content::text) {
      element.needed_rank.reset();
    }
    std::ranges::stable_sort(element.children, [](const Child& a, const Child& b) {
      return std::pair(a.rank, !a.required) < std::pair(b.rank, !b.required);
    });
  }
  result.patterns = schema.patterns();
  return result;
}

}  // namespace xmlcv::vocabulary
