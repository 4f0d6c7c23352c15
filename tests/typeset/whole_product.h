#pragma once

#include <cstddef>
#include <cstdlib>

// .ci/slow takes the whole product of looks and texts (XMLCV_WHOLE_PRODUCT=1), the gate a part of
// it. A test that asks has the tag [whole].
inline bool is_whole_product() { return std::getenv("XMLCV_WHOLE_PRODUCT") != nullptr; }

// In the gate each style meets one of two engines, by turns; the numbers count from 0.
inline bool is_chosen_look(std::size_t style, std::size_t engine) {
  return is_whole_product() || style % 2 == engine % 2;
}
