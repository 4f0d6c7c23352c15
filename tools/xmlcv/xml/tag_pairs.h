#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace xmlcv {

// The offsets of the start tags that have no end tag of their own, in ascending order: where one
// is forgotten, the end tag of an element around it comes first. The text need not be well-formed.
std::vector<std::size_t> tags_without_end(std::string_view text);

}  // namespace xmlcv
