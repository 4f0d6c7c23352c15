#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace xmlcv {

// Offsets in UTF-8, in ascending order, as ICU finds them.

// Behind each cluster: a character with all that belongs to it, such as combining marks.
std::vector<std::size_t> cluster_ends(std::string_view text);

// Where a line may end between two letters without a blank: between Chinese and Japanese
// characters and beside them, and between the words of Thai, Lao, Khmer and Burmese. Not between
// the letters of Hangul, which has blanks.
std::vector<std::size_t> line_ends_without_blank(std::string_view text);

}  // namespace xmlcv
