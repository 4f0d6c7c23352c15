#pragma once

#include <pugixml.hpp>

#include "cv/model.h"
#include "text/diagnostics.h"
#include "text/source.h"

namespace xmlcv {

// The CV that a tree holds. What the grammar refused is left out, so that the checker can look
// at the rest; language: the one that was selected. Reports characters that no text may hold.
Cv read_cv(const Source& source, const pugi::xml_document& tree, const std::string& language,
           Diagnostics& diagnostics);

}  // namespace xmlcv
