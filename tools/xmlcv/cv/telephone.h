#pragma once

#include <string_view>

#include "cv/contact_link.h"

namespace xmlcv {

// The address of a telephone number as people write it, in the form of RFC 3966:
// +49 (0)30 1234-56 ext. 7 is tel:+4930123456;ext=7. What is no number, is two, or lacks the
// country code has none: nobody can tell where it would ring.
ContactLink telephone_link(std::string_view number);

}  // namespace xmlcv
