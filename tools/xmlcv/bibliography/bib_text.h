#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cv/model.h"

namespace xmlcv {

// The text of a field as LaTeX writes it, read into our own markup: braces, quotes and dashes,
// \emph and the like, simple math. Accents are not among it: biber has decoded them.
struct BibText {
  std::vector<Inline> content;
  std::vector<std::string> unknown;  // commands that were not understood: \foo
};
BibText read_bib_text(std::string_view latex, Location location);

}  // namespace xmlcv
