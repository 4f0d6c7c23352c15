#pragma once

#include <span>
#include <string_view>
#include <vector>

// The vocabulary of xml/cv.rnc as tables: which element holds what.
namespace xmlcv {

enum class ValueKind {
  any,
  token,
  date,
  day,
  date_or_present,
  language,
  email,
  doi,
  web_address,
  link,
  audience_names,
  audience,
  text_area,
  page_count
};

struct AttributeRule {
  std::string_view name;
  bool required;
  ValueKind kind;
  std::span<const std::string_view> values;  // the only ones allowed, or empty
};

enum class ContentKind { nothing, words, text, elements };

constexpr unsigned unlimited = ~0U;

struct ElementRule;

// A child element and how often it may stand. Children of a lower rank come first; those of one
// rank stand in any order.
struct ChildRule {
  std::string_view name;
  unsigned min;
  unsigned max;
  unsigned rank;
  const ElementRule* element = nullptr;  // its own rule, the same under every parent
};

struct ElementRule {
  std::string_view name;
  ContentKind content;
  ValueKind value;  // of what content `words` must be
  std::vector<AttributeRule> attributes;
  std::vector<ChildRule> children;
  bool needs_child;         // at least one child of any kind
  bool selectable = false;  // may be meant for one language or audience alone
};

// The rule of an element, or nothing if there is no such element.
const ElementRule* find_rule(std::string_view element);

// The rule of an attribute that is there.
const AttributeRule& attribute_rule(std::string_view element, std::string_view attribute);

// The names of all elements.
std::span<const std::string_view> element_names();

}  // namespace xmlcv
