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

// Whether what a child holds can be judged by the rule of the one that was meant:
// <firstname>Ada</firstname> not as a <name>, which holds no text.
bool could_be(pugi::xml_node child, const ChildRule& rule);

// The place of an element's "<", and of an attribute's value.
Location element_location(const Source& source, pugi::xml_node element);
Location value_location(const Source& source, pugi::xml_node element, const char* attribute);

}  // namespace xmlcv
