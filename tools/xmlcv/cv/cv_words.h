#pragma once

#include <set>
#include <string>
#include <string_view>

#include "cv/phrases.h"
#include "cv/vocabulary_values.h"
#include "text/diagnostics.h"

namespace xmlcv {

// The words that a CV prints and its owner did not write, in its language. Where the language has
// none the English ones stand there; each of them gets one warning, at the place that prints it
// first.
class CvWords {
 public:
  // language: a BCP 47 tag. The diagnostics must outlive the words.
  CvWords(std::string language, Diagnostics& diagnostics)
      : language_(std::move(language)), diagnostics_(diagnostics) {}

  const std::string& language() const { return language_; }

  // As the functions of the same names in cv/phrases.h. printed_at: what makes them appear.
  std::string_view phrase(Phrase phrase, Location printed_at);
  std::string_view heading(SectionKind kind, Location printed_at);
  std::string_view of_publications(std::string_view key, Location printed_at);
  std::string edition(int number, Location printed_at);

 private:
  std::string_view printed(std::string_view words, Location at, std::string_view hint = {});

  std::string language_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> told_;
};

}  // namespace xmlcv
