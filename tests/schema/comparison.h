#pragma once

#include <set>
#include <string>
#include <vector>

#include "mutants.h"
#include "verdicts.h"

// Holds the verdicts of xmlcv and of the three engines against each other. comparison.cpp lists
// what only xmlcv can refuse, and where the engines cannot agree.
class Comparison {
 public:
  void add(const Sample& sample, const Verdict& verdict);

  // Documents that are judged otherwise than those lists allow, with each verdict.
  const std::vector<std::string>& disagreements() const { return disagreements_; }

  // What stands in those lists and no document needed.
  std::vector<std::string> unused() const;

  std::string summary() const;

 private:
  bool fits_the_engines(const Verdict& verdict);
  bool is_for_xmlcv(const std::string& message);
  bool is_quirk(const Sample& sample, const Verdict& verdict);

  std::vector<std::string> disagreements_;
  std::set<std::string> used_;
  unsigned accepted_ = 0;          // by all four
  unsigned refused_ = 0;           // by all four
  unsigned refused_by_xmlcv_ = 0;  // and by no engine
  unsigned engines_differ_ = 0;
};
