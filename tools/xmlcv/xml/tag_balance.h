#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "text/edit.h"
#include "text/source.h"

namespace xmlcv {

// A mistake in the syntax of a file. repair: what was meant, where that is certain enough to look
// for more mistakes behind it.
struct SyntaxError {
  std::size_t offset;
  std::string message;
  std::string hint;
  std::optional<Edit> repair = std::nullopt;
  bool is_in_text = false;  // so that the repair changes no tag
};

// The first place where a tag goes wrong, as the vocabulary sees it. A parser notices a lost /
// or > only where tags stop to match, often many lines later; here a <title> inside a <title>
// is one already. before: nothing behind this offset is looked at.
std::optional<SyntaxError> find_tag_error(const Source& source, std::size_t before);

// The error of a & or < that is meant as a character of the text.
SyntaxError lone_character(const Source& source, std::size_t offset);

}  // namespace xmlcv
