#pragma once

#include <string>
#include <string_view>

// What a test puts into or around an element of a CV.
struct Inserted {
  std::string attributes;  // with a blank before each
  std::string child;       // in front of the element's own text and children, but for its title
  std::string behind;
  std::string instead_of;  // a child or an attribute that the CV has without it
};

// A small CV with an element of the vocabulary, valid by itself.
std::string cv_around(std::string_view element, Inserted inserted);

// The element alone.
std::string sample_of(std::string_view element);
