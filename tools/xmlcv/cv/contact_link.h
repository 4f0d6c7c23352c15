#pragma once

#include <optional>
#include <string>

#include "cv/addresses.h"

namespace xmlcv {

// Where the words of a contact lead to. Without an address they are text alone; the error says why
// where that is not as it should be.
struct ContactLink {
  std::string address;
  std::optional<ValueError> error;
};

}  // namespace xmlcv
