#pragma once

#include <optional>

#include "text/diagnostics.h"
#include "text/source.h"
#include "xml/tag_balance.h"

namespace xmlcv {

// Where the bytes first are not XML as this program takes it: well-formed, UTF-8, without a
// DOCTYPE. libxml2 judges, since pugixml 1.13 accepts undefined entities, two roots, attributes
// that stand twice, and bytes that are no UTF-8.
std::optional<SyntaxError> find_syntax_error(const Source& source);

// The last gate: validates against cv.xsd. What only this finds is a hole in the grammar and
// is reported as an error of this program. The source must be well-formed.
void check_schema(const Source& source, Diagnostics& diagnostics);

}  // namespace xmlcv
