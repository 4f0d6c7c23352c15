#pragma once

#include <pugixml.hpp>
#include <span>
#include <string_view>

#include "diagnostics.h"
#include "source.h"

namespace xmlcv {

// The tree of a well-formed source, with all white space kept.
pugi::xml_document parse_tree(const Source& source);

// Reports every fault that the vocabulary of xml/cv.rnc can name, each at its place: unknown,
// missing, doubled and misplaced elements and attributes, bad values, empty or stray text.
// What it accepts, the reader can read.
void check_grammar(const Source& source, const pugi::xml_document& tree, Diagnostics& diagnostics);

// The place of an element's "<", and of an attribute's value.
Location element_location(const Source& source, pugi::xml_node element);
Location value_location(const Source& source, pugi::xml_node element, const char* attribute);

}  // namespace xmlcv
