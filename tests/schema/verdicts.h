#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "mutants.h"

// What is said about one document.
struct Verdict {
  bool well_formed = false;
  std::vector<std::string> messages;  // xmlcv's errors, without its last gate, which is libxml2
  bool libxml2 = false;               // xmllint on the XSD
  bool xerces = false;                // jing on the XSD
  bool relax_ng = false;              // jing on the RNC

  bool xmlcv() const { return messages.empty(); }
  bool engines() const { return libxml2 && xerces && relax_ng; }
  bool engines_agree() const { return libxml2 == xerces && xerces == relax_ng; }
};

// Judges documents, which it writes into a folder where photos may be.
std::vector<Verdict> judge(const Samples& samples, const std::filesystem::path& folder);
