#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "declarations.h"

// A document that is to be judged.
struct Sample {
  std::string file;   // its name, which says how it was made
  std::string xml;    // its bytes
  std::string error;  // the declaration that it breaks, as entry or entry/@from; empty: unknown
};
using Samples = std::vector<Sample>;

// Of full.xml: each declared element with an unknown attribute and an unknown child, each
// attribute with good values and a bad one.
Samples break_each_declaration(const std::vector<DeclaredElement>& declared);

// Each element as the first and the last child of each.
Samples put_each_into_each(const std::vector<DeclaredElement>& declared);

// What the others do not meet: prefixes, CDATA, audiences that leave nothing over.
Samples special_cases();

// One or two random changes of a random document. The same seed makes the same mutants with every
// library, which the distributions of <random> would not.
Samples random_mutants(const std::vector<std::filesystem::path>& documents, unsigned count,
                       std::uint32_t seed);
