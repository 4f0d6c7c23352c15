#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// What is between the first `before` and the next `after`; empty if one of them is not there.
std::string between(std::string_view text, std::string_view before, std::string_view after);

// A line without its end; lines count from 1, and there are as many.
std::string_view line_of(std::string_view text, std::size_t number);

// The parts between separators, without a last one that is empty.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace xmlcv
