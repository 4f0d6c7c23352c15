#include "xml/account.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/internal_error.h"
#include "text/white_space.h"
#include "xml/tree.h"

namespace xmlcv {
namespace {

// Attributes that others than the reader take: the selection, and XML's namespaces and schemas.
constexpr auto taken_elsewhere =
    std::to_array<std::string_view>({"xml:lang", "audience", "audiences", "xmlns"});
constexpr auto prefixes_taken_elsewhere = std::to_array<std::string_view>({"xmlns:", "xsi:"});

bool is_taken_elsewhere(std::string_view attribute) {
  return std::ranges::find(taken_elsewhere, attribute) != taken_elsewhere.end() ||
         std::ranges::any_of(prefixes_taken_elsewhere, [attribute](std::string_view prefix) {
           return attribute.starts_with(prefix);
         });
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

std::size_t offset_of(pugi::xml_node node) {
  const auto offset = static_cast<std::size_t>(node.offset_debug());
  return is_text(node) ? offset : offset - 1;
}

}  // namespace

Location Account::take(pugi::xml_node node) {
  const auto offset = offset_of(node);
  taken_[offset] = true;
  return source_.at(offset);
}

pugi::xml_attribute Account::take(pugi::xml_node element, std::string_view attribute) {
  auto offset = offset_of(element) + 1;
  for (auto one = element.first_attribute(); one; one = one.next_attribute(), ++offset) {
    if (attribute != one.name()) continue;
    taken_[offset] = true;
    return one;
  }
  return {};
}

void Account::require_attributes(pugi::xml_node element, std::size_t begin) const {
  auto offset = begin + 1;
  for (auto one = element.first_attribute(); one; one = one.next_attribute(), ++offset) {
    if (taken_[offset] || is_taken_elsewhere(one.name())) continue;
    const auto place = find_attribute(source_, begin, one.name());
    throw InternalError(
        source_.at(place ? place->name : begin),
        fmt::format("the attribute {} of <{}> was not read", one.name(), element.name()));
  }
}

void Account::require_children(pugi::xml_node parent) const {
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    if (node.type() == pugi::node_element) {
      const auto offset = offset_of(node);
      if (!taken_[offset]) {
        throw InternalError(source_.at(offset), fmt::format("<{}> was not read", node.name()));
      }
      require_attributes(node, offset);
      require_children(node);
    } else if (is_text(node)) {
      const auto offset = offset_of(node);
      if (taken_[offset] || is_blank(node.value())) continue;
      const auto blanks = std::string_view(node.value()).find_first_not_of(" \t\r\n");
      throw InternalError(source_.at(character_offset(source_, offset, blanks)),
                          fmt::format("text in <{}> was not read", parent.name()));
    }
  }
}

void Account::require_all(const pugi::xml_document& tree) const { require_children(tree); }

}  // namespace xmlcv
