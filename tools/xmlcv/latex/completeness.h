#pragma once

#include <vector>

#include "cv/model.h"
#include "latex/source_map.h"

namespace xmlcv {

// The places of the leaves of a CV that must be written. What is on no page is a row of the table
// in cv/leaves.h.
class RequiredLeaves {
 public:
  explicit RequiredLeaves(const Cv& cv);

  // Throws InternalError at the first leaf that the source map does not have.
  void require_in(const SourceMap& map) const;

 private:
  struct Place {
    Location location;
    bool or_next;  // a range of dates is written at one of its places
  };
  std::vector<Place> places_;
};

}  // namespace xmlcv
