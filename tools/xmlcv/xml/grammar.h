#pragma once

#include <pugixml.hpp>
#include <string>

#include "text/diagnostics.h"
#include "text/source.h"
#include "xml/vocabulary.h"

namespace xmlcv {

// Reports every error of single elements and attributes that the vocabulary of xml/cv.rnc can
// name, each at its place: unknown and misplaced ones, bad values, empty or stray text. How often
// an element stands depends on the selection: see occurrence.h.
void check_grammar(const Source& source, const pugi::xml_document& tree, Diagnostics& diagnostics);

// "<list> may hold <li>"
std::string expected_children(const ElementRule& rule);

}  // namespace xmlcv
