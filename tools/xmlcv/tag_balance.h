#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "source.h"

namespace xmlcv {

// A mistake in the tags of a file that is not well-formed.
struct TagFault {
  std::size_t offset;
  std::string message;
  std::string hint;
};

// The first place where a tag goes wrong, as the vocabulary sees it. A parser notices a lost /
// or > only where tags stop to match, often many lines later; here a <title> inside a <title>
// is one already. before: nothing behind this offset is looked at.
std::optional<TagFault> find_tag_fault(const Source& source, std::size_t before);

}  // namespace xmlcv
