#pragma once

#include <optional>
#include <string>
#include <vector>

#include "random_bib.h"

// A valid CV, made of the vocabulary's tables, so that what is new in the schema comes in by
// itself.
struct RandomCv {
  std::string xml;
  std::optional<RandomBib> bib;      // what refs.bib holds
  std::string language;              // what is selected; empty: the CV's own
  std::vector<std::string> readers;  // likewise; empty: everybody
  std::vector<std::string> options;  // of xmlcv build and check, beside these two
};

// The files that it names: the .bib, and a photo.
constexpr auto bib_name = "refs.bib";
constexpr auto photo_name = "portrait.jpg";

RandomCv random_cv(unsigned seed);
