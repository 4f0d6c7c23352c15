#pragma once

#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "text/diagnostics.h"
#include "text/source.h"

namespace xmlcv {

// For whom and in which language a CV is made.
struct Selection {
  std::string language;             // a BCP 47 tag
  std::set<std::string> audiences;  // empty: everybody, and everything is in

  bool operator==(const Selection&) const = default;
};

// What of a tree is not for everybody.
struct Choices {
  pugi::xml_node cv;                     // has its own language, and declares the audiences
  std::vector<pugi::xml_node> elements;  // with an xml:lang or an audience, in their order
};

Choices find_choices(const pugi::xml_document& tree);

// Reports audiences that <cv> does not declare, each at its place: a mistyped one would lose
// text in silence.
void check_audiences(const Source& source, const Choices& choices, Diagnostics& diagnostics);

// The CV's own language and those in which it holds something, each once; the own one first.
std::vector<std::string> languages(const Choices& choices);

// The audiences that <cv> declares.
std::vector<std::string> audiences(const Choices& choices);

// What the command line asks for. Throws Failure (wrong_usage) for a language or an audience
// that the CV does not have.
Selection find_selection(const Choices& choices, const std::string& language,
                         const std::vector<std::string>& readers);

// Removes from the tree what is not for these readers, then what holds nothing any more, such as a
// list without points: its places are the result. Of alternatives in several languages that are
// left all but one go. Where the wanted language is missing, that of the CV stands in, else the
// first, with a warning. What stays keeps its place.
std::vector<Location> select(const Source& source, const Selection& selection,
                             const Choices& choices, Diagnostics& diagnostics);

}  // namespace xmlcv
