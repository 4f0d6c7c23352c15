#pragma once

#include <cstddef>
#include <vector>

#include "text/location.h"

namespace xmlcv {

// The lines of the XML, from 1, on which the words of a text begin, in their order; words end at
// white space. text: an element's "<", or an attribute's value. Where the words are not written
// there (a heading that comes from a section's kind), it is the line of the place alone. The XML
// must be well-formed.
std::vector<std::size_t> word_lines(Location text);

}  // namespace xmlcv
