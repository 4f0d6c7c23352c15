#include "cv/cv_words.h"

#include <fmt/format.h>

namespace xmlcv {

std::string_view CvWords::phrase(Phrase phrase, Location printed_at) {
  const auto words = xmlcv::phrase(phrase, language_);
  // Latin, and the same wherever it is used.
  if (phrase == Phrase::et_al || phrase == Phrase::curriculum_vitae) return words;
  return printed(
      words, printed_at,
      phrase == Phrase::present ? "<when> in place of from and to says it in your words" : "");
}

std::string_view CvWords::heading(SectionKind kind, Location printed_at) {
  return printed(xmlcv::heading(kind, language_), printed_at,
                 "a <title> in the section replaces it");
}

std::string_view CvWords::of_publications(std::string_view key, Location printed_at) {
  return printed(bibliography_words(key, language_), printed_at);
}

std::string CvWords::edition(int number, Location printed_at) {
  printed(bibliography_words("edition", language_), printed_at);
  return edition_words(number, language_);
}

std::string_view CvWords::printed(std::string_view words, Location at, std::string_view hint) {
  if (words.empty() || speaks(language_) || !told_.emplace(words).second) return words;
  diagnostics_.warning(
      at,
      fmt::format("\"{}\" is printed in English: no words are known in the language {}", words,
                  language_),
      std::string(hint));
  return words;
}

}  // namespace xmlcv
