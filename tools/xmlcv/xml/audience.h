#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// Who is to read something: "industry academia+senior !hr" is industry, or academia and senior
// at once, or everybody but hr.
struct Audience {
  struct Factor {
    std::string name;
    bool wanted;         // false: behind an exclamation mark
    std::size_t offset;  // of the name, in code points from the expression's beginning
  };
  // A name is letters, marks and digits of any script, and . _ -
  using Term = std::vector<Factor>;  // all of them must hold
  std::vector<Term> terms;           // one of them must
};

// Nothing if the text is no such expression. White space at its ends does not matter.
std::optional<Audience> parse_audience(std::string_view text);

bool holds(const Audience& audience, const std::set<std::string>& readers);

}  // namespace xmlcv
