#pragma once

#include <string>
#include <vector>

// What xml/cv.xsd declares, read from the file itself and not from xmlcv's own tables.
struct DeclaredAttribute {
  std::string name;
  bool required = false;
  std::vector<std::string> values;  // those that are listed
};

struct DeclaredElement {
  std::string name;
  std::vector<DeclaredAttribute> attributes;
};

std::vector<DeclaredElement> read_declarations();

// Adds what only xmlcv's tables hold: documents with it show whether the schema lacks it.
std::vector<DeclaredElement> with_tables(std::vector<DeclaredElement> declared);
