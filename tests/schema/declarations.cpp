#include "declarations.h"

#include <algorithm>
#include <filesystem>
#include <pugixml.hpp>
#include <stdexcept>
#include <string_view>

#include "xml/vocabulary.h"

namespace {

constexpr std::string_view own_prefix = "ns1:";

class Schema {
 public:
  explicit Schema(const std::filesystem::path& path) {
    if (!tree_.load_file(path.c_str())) throw std::runtime_error("cannot read " + path.string());
  }

  std::vector<DeclaredElement> elements() const {
    std::vector<DeclaredElement> result;
    for (const auto found : tree_.select_nodes("//xs:element[@name]")) {
      const auto node = found.node();
      DeclaredElement element{node.attribute("name").value(), {}};
      add_attributes(node, element.attributes);
      add_attributes(referred("xs:complexType", node.attribute("type")), element.attributes);
      result.push_back(std::move(element));
    }
    return result;
  }

 private:
  pugi::xml_node referred(const char* kind, pugi::xml_attribute reference) const {
    const std::string_view name = reference.value();
    if (!name.starts_with(own_prefix)) return {};
    const std::string local(name.substr(own_prefix.size()));
    return tree_.document_element().find_child_by_attribute(kind, "name", local.c_str());
  }

  void add_attributes(pugi::xml_node holder, std::vector<DeclaredAttribute>& all) const {
    for (const auto found : holder.select_nodes(".//xs:attribute")) all.push_back(of(found.node()));
    for (const auto found : holder.select_nodes(".//xs:attributeGroup[@ref]")) {
      add_attributes(referred("xs:attributeGroup", found.node().attribute("ref")), all);
    }
  }

  DeclaredAttribute of(pugi::xml_node node) const {
    const auto name = node.attribute("ref") ? node.attribute("ref") : node.attribute("name");
    DeclaredAttribute result{
        name.value(), std::string_view(node.attribute("use").value()) == "required", {}};
    add_values(node, result.values);
    add_values(referred("xs:simpleType", node.attribute("type")), result.values);
    return result;
  }

  static void add_values(pugi::xml_node holder, std::vector<std::string>& values) {
    for (const auto found : holder.select_nodes(".//xs:enumeration")) {
      values.emplace_back(found.node().attribute("value").value());
    }
  }

  pugi::xml_document tree_;
};

// The one of a name; made if there is none.
template <class Declared>
Declared& named(std::vector<Declared>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &Declared::name);
  if (found != all.end()) return *found;
  all.push_back({});
  all.back().name = name;
  return all.back();
}

}  // namespace

std::vector<DeclaredElement> read_declarations() {
  return Schema(std::filesystem::path(XMLCV_SOURCE_DIR) / "xml/cv.xsd").elements();
}

std::vector<DeclaredElement> with_tables(std::vector<DeclaredElement> declared) {
  for (const auto name : xmlcv::element_names()) {
    auto& element = named(declared, name);
    for (const auto& rule : xmlcv::find_rule(name)->attributes) {
      auto& attribute = named(element.attributes, rule.name);
      for (const auto value : rule.values) {
        const bool known = std::ranges::find(attribute.values, value) != attribute.values.end();
        if (!known) attribute.values.emplace_back(value);
      }
    }
  }
  return declared;
}
