#pragma once

#include <pugixml.hpp>

#include "diagnostics.h"
#include "model.h"
#include "source.h"

namespace xmlcv {

// The CV that a tree holds. What the grammar refused is left out, so that the checker can look
// at the rest; reports characters that no text may hold.
Cv read_cv(const Source& source, const pugi::xml_document& tree, Diagnostics& diagnostics);

}  // namespace xmlcv
