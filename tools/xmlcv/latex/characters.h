#pragma once

#include <string>
#include <vector>

#include "latex/moderncv.h"

namespace xmlcv {

// A character beyond ASCII in cv-body.tex, with all that belongs to it, such as combining marks.
struct Cluster {
  std::size_t begin;  // offsets in the body
  std::size_t end;
  std::vector<char32_t> characters;
  std::string script;  // four letters of ISO 15924; Zyyy where it belongs to many
  Location location;   // of the text that it is in
  bool printed;        // else it is in the metadata only
};

// All of them, in the order of the body.
std::vector<Cluster> clusters_of(const LatexDocument& document);

// The same, character by character; what has no picture of its own stays with the one in front.
std::vector<Cluster> characters_of(const Cluster& cluster);

// Characters that have no picture of their own: joiners, variation selectors.
bool is_ignorable(char32_t character);

// Whether it is meant as a picture in colour.
bool is_emoji(const Cluster& cluster);

// Where a character stands in the XML, written as it is or as a reference, in the element or the
// attribute that begins at the location; the location if it does not stand there.
Location place_of(char32_t character, Location text);

}  // namespace xmlcv
