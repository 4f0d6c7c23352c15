#include "text/diagnostics.h"

#include <algorithm>

#include "text/source.h"

namespace xmlcv {

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

void Diagnostics::error(Location location, std::string message, std::string hint) {
  add({Severity::error, location, std::move(message), std::move(hint)});
}

void Diagnostics::warning(Location location, std::string message, std::string hint) {
  add({Severity::warning, location, std::move(message), std::move(hint)});
}

void Diagnostics::note(Location location, std::string message) {
  add({Severity::note, location, std::move(message), {}});
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (warnings_are_errors_ && diagnostic.severity == Severity::warning) {
    diagnostic.severity = Severity::error;
  }
  diagnostics_.push_back(std::move(diagnostic));
}

void Diagnostics::add(const Diagnostics& others) {
  for (const auto& diagnostic : others.diagnostics_) add(diagnostic);
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(diagnostics_,
                             [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  auto result = diagnostics_;
  std::ranges::stable_sort(result, [](const Diagnostic& a, const Diagnostic& b) {
    const bool a_placed = a.location.source != nullptr;
    const bool b_placed = b.location.source != nullptr;
    if (a_placed != b_placed) return a_placed;
    if (a.location.source != b.location.source) {
      return a.location.source->path() < b.location.source->path();
    }
    return a.location.offset < b.location.offset;
  });
  return result;
}

}  // namespace xmlcv
