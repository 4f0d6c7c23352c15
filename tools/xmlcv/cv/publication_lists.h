#pragma once

#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// Gives the publications of a CV what their sections, groups and bibliographies ask of a list:
// labels (J12), and fewer authors; and finds the section that explains the authors' marks. Reports
// prefixes of types that there are not.
void arrange_publications(Cv& cv, Diagnostics& diagnostics);

}  // namespace xmlcv
