#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/location.h"

namespace xmlcv {

enum class Severity { error, warning, note };

// error, warning or note
std::string_view word(Severity severity);

// An error in the input, or a note that was asked for. Message: UTF-8, lower case, no full stop.
// Hint: one sentence that helps to repair it, or empty.
struct Diagnostic {
  Severity severity;
  Location location;
  std::string message;
  std::string hint;
};

// Collects what the stages find, so that one run shows every error.
class Diagnostics {
 public:
  Diagnostics() = default;
  explicit Diagnostics(bool warnings_are_errors) : warnings_are_errors_(warnings_are_errors) {}

  void error(Location location, std::string message, std::string hint = {});
  void warning(Location location, std::string message, std::string hint = {});
  void note(Location location, std::string message);
  void add(Diagnostic diagnostic);
  void add(const Diagnostics& others);

  bool has_errors() const;

  // All diagnostics in the order of their places; those without a place come last.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> diagnostics_;
  bool warnings_are_errors_ = false;
};

}  // namespace xmlcv
