#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "cv/model.h"

namespace xmlcv {

// The table of what is not printed, in the order of the enumeration; README.md has it too.
struct UnprintedRow {
  std::string_view what;
  std::string_view why;
};
std::span<const UnprintedRow> unprinted_rows();

// What is to be done with the leaves of a model: the texts, words and dates of which it is made.
struct LeafVisitor {
  // A leaf that must be printed at one of these places: a range of dates is one leaf of two places.
  std::function<void(std::initializer_list<std::optional<Location>>)> printed;
  std::function<void(const RawLatex&)> raw;
  std::function<void(Unprinted)> unprinted;
};

// Visits every leaf that is not empty.
void visit_leaves(const Cv& cv, const LeafVisitor& visitor);

// How many leaves there are for each row.
using UnprintedCounts = std::array<std::size_t, 8>;
UnprintedCounts count_unprinted(const Cv& cv);

}  // namespace xmlcv
