#pragma once

#include <string>
#include <vector>

// What xml/cv.xsd declares, read from the file itself and not from xmlcv's own tables.
struct DeclaredAttribute {
  std::string name;
  bool required;
  std::vector<std::string> values;  // those that are listed
};

struct DeclaredElement {
  std::string name;
  std::vector<DeclaredAttribute> attributes;
};

std::vector<DeclaredElement> read_declarations();
