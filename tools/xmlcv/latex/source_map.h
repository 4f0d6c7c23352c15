#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "text/location.h"

namespace xmlcv {

// From the generated LaTeX back to the XML. A leaf is the smallest piece of text with a place of
// its own; leaves are numbered from 1, and cv-body.tex names the numbers in \cvtext.
class SourceMap {
 public:
  struct Leaf {
    Location location;
    std::size_t line = 0;    // in cv-body.tex, from 1
    std::size_t offset = 0;  // in bytes, of the body as it was written
  };

  // A command in cv-body.tex with its arguments. TeX reports an error in any of them at the last
  // line (pdfTeX 1.40.24).
  struct Call {
    std::size_t first_line;
    std::size_t last_line;
    Location location;
    std::optional<Location> tex{};  // of a line of raw LaTeX: its <tex>; location: where it begins
  };

  std::size_t add_leaf(Location location);
  void place_leaf(std::size_t leaf, std::size_t line, std::size_t offset = 0);
  void add_call(Call call) { calls_.push_back(call); }

  std::size_t size() const { return leaves_.size(); }
  const Leaf& leaf(std::size_t number) const { return leaves_.at(number - 1); }

  // What a line of cv-body.tex belongs to.
  std::optional<Call> call_at(std::size_t line) const;

  // The lines of raw LaTeX, in their order.
  std::vector<Call> raw_lines() const;

  // The numbers of all leaves in the order of the body.
  std::vector<std::size_t> leaves_in_order() const;

  // The numbers of the leaves in a call, in the order of their lines.
  std::vector<std::size_t> leaves_of(const Call& call) const;

 private:
  std::vector<Leaf> leaves_;
  std::vector<Call> calls_;  // in the order of their lines
};

}  // namespace xmlcv
