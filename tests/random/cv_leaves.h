#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "random_cv.h"

// A text that stands together on the page. Its words have one blank between.
struct Leaf {
  std::string element;
  std::string words;
};

// What of a tree is to be printed; the selection was made. The reader of the program has no part in
// it: it may lose something.
std::vector<Leaf> leaves_of(const pugi::xml_document& tree, const RandomCv& cv,
                            const std::string& language);
