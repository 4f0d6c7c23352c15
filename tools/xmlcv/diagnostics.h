#pragma once

#include <string>
#include <utility>
#include <vector>

#include "location.h"

namespace xmlcv {

enum class Severity { error, warning };

// A fault in the input. Message: UTF-8, lower case, no full stop. Hint: one sentence that
// helps to mend it, or empty.
struct Diagnostic {
  Severity severity;
  Location location;
  std::string message;
  std::string hint;
};

// Collects what the stages find, so that one run shows every fault.
class Diagnostics {
 public:
  void error(Location location, std::string message, std::string hint = {});
  void warning(Location location, std::string message, std::string hint = {});
  void add(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  void add(const Diagnostics& others);

  bool has_errors() const;

  // All diagnostics in the order of their places; those without a place come last.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace xmlcv
