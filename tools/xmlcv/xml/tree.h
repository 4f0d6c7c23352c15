#pragma once

#include <pugixml.hpp>

#include "text/source.h"
#include "xml/vocabulary.h"

// The tree of a source, and where its parts stand.
namespace xmlcv {

// The tree of a well-formed source, with all white space kept.
pugi::xml_document parse_tree(const Source& source);

// The rule of a child: of its own name, or of the one that was most likely meant by a synonym or a
// mistyped name. Nothing if no such child is allowed.
const ChildRule* meant_child(pugi::xml_node child, const ElementRule& parent);

// By which rule to judge what a child holds: its own, wherever it is, or that of the one that was
// meant. Nothing where that could not be: a misplaced <name>Ada</name> or a
// <firstname>Ada</firstname> is no <name>, which holds no text.
const ElementRule* rule_of_content(pugi::xml_node child, const ChildRule* meant);

// The place of an element's "<", and of an attribute's value.
Location element_location(const Source& source, pugi::xml_node element);
Location value_location(const Source& source, pugi::xml_node element, const char* attribute);

}  // namespace xmlcv
