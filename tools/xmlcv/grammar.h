#pragma once

#include <pugixml.hpp>
#include <string>

#include "diagnostics.h"
#include "source.h"
#include "vocabulary.h"

namespace xmlcv {

// The tree of a well-formed source, with all white space kept.
pugi::xml_document parse_tree(const Source& source);

// Reports every fault of single elements and attributes that the vocabulary of xml/cv.rnc can
// name, each at its place: unknown and misplaced ones, bad values, empty or stray text. How often
// an element stands depends on the selection: see occurrence.h.
void check_grammar(const Source& source, const pugi::xml_document& tree, Diagnostics& diagnostics);

// The rule of a child: of its own name, or of the one that was most likely meant. Nothing if no
// such child is allowed.
const ChildRule* meant_child(pugi::xml_node child, const ElementRule& parent);

// "<list> may hold <li>"
std::string expected_children(const ElementRule& rule);

// The place of an element's "<", and of an attribute's value.
Location element_location(const Source& source, pugi::xml_node element);
Location value_location(const Source& source, pugi::xml_node element, const char* attribute);

}  // namespace xmlcv
