#pragma once

#include "diagnostics.h"
#include "source.h"

namespace xmlcv {

// Whether the bytes are XML as this program takes it: well-formed, UTF-8, without a DOCTYPE.
// libxml2 judges, since pugixml 1.13 accepts undefined entities, two roots, attributes that
// stand twice, and bytes that are no UTF-8.
bool check_well_formed(const Source& source, Diagnostics& diagnostics);

// The last gate: validates against cv.xsd. What only this finds is a hole in the grammar and
// is reported as a fault of this program. The source must be well-formed.
void check_schema(const Source& source, Diagnostics& diagnostics);

}  // namespace xmlcv
