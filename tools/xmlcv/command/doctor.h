#pragma once

#include <string>

namespace xmlcv {

// What was found on this machine of what xmlcv needs or can use, as a text for people.
struct Diagnosis {
  std::string report;
  bool healthy = true;  // nothing is missing that every CV needs
};

// Looks for programs on PATH and, through kpsewhich, for files of TeX.
Diagnosis examine_machine();

// Removes what xmlcv keeps in the user's cache, and says how much it was.
std::string empty_cache();

}  // namespace xmlcv
