#pragma once

#include <span>
#include <string_view>

#include "xml/value_kinds.h"

// The vocabulary of xml/cv.rnc as tables: which element holds what. They are generated from the
// schema.
namespace xmlcv {

struct AttributeRule {
  std::string_view name;
  bool required;
  ValueKind kind;
  std::span<const std::string_view> values;  // the only ones allowed, or empty
  std::string_view text;                     // the first sentence of what the schema says of it
};

enum class ContentKind { nothing, words, text, elements };

constexpr unsigned unlimited = ~0U;
constexpr unsigned no_rank = ~0U;

struct ElementRule;

// A child element and how often it may be there, once a language and an audience are chosen.
// Children of a lower rank come first; those of one rank are in any order. Text has the highest
// rank.
struct ChildRule {
  std::string_view name;
  unsigned min;
  unsigned max;
  unsigned rank;
  const ElementRule* element;  // its own rule, the same under every parent
};

struct ElementRule {
  std::string_view name;
  ContentKind content;
  ValueKind value;  // of what content `words` must be
  std::span<const AttributeRule> attributes;
  std::span<const ChildRule> children;
  unsigned needed_rank;  // of which there must be one child at least, or no_rank
  bool selectable;       // may be meant for one language or audience alone
  bool overlaid;         // has no alternatives: a later one overrides an earlier one
};

// The rule of an element, or nothing if there is no such element.
const ElementRule* find_rule(std::string_view element);

// The rule of an attribute that is there.
const AttributeRule& attribute_rule(std::string_view element, std::string_view attribute);

// The names of all elements, sorted.
std::span<const std::string_view> element_names();

}  // namespace xmlcv
