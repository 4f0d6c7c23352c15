#pragma once

#include <pugixml.hpp>

#include "text/diagnostics.h"
#include "text/source.h"
#include "xml/selection.h"

namespace xmlcv {

// Reports what is missing, doubled or empty in a tree from which languages and audiences were
// selected.
void check_occurrence(const Source& source, const pugi::xml_document& tree,
                      const Selection& selection, Diagnostics& diagnostics);

// Whether the tree holds alternatives for several audiences of what may stand once, so that no
// CV can be made of it before an audience is chosen.
bool needs_audience(const Choices& choices);

}  // namespace xmlcv
