#pragma once

#include <utility>
#include <vector>

#include "text/diagnostics.h"
#include "xml/selection.h"

namespace xmlcv {

// Every language of the CV with every set of readers that makes a difference: everybody (if a CV
// can be made for them), each audience alone, and those that an expression such as
// academia+senior names together.
std::vector<Selection> combinations(const Choices& choices);

// What was found in the combinations as one list, each error once. One that does not belong to
// all of them says to which it does.
using Findings = std::vector<std::pair<Selection, Diagnostics>>;
Diagnostics merge(const Findings& findings);

}  // namespace xmlcv
