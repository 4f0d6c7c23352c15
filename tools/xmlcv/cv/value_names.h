#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

namespace xmlcv {

// The names in the XML of an enumeration's values, in its order: a std::array for each.
template <class Value>
inline constexpr int value_names = 0;

template <class Value>
constexpr std::string_view name_of(Value value) {
  return value_names<Value>.at(static_cast<std::size_t>(value));
}

// Nothing for a name that the grammar refuses.
template <class Value>
constexpr std::optional<Value> find_value(std::string_view name) {
  const auto& names = value_names<Value>;
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace xmlcv
