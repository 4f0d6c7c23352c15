#pragma once

#include <string>
#include <string_view>

#include "cv/languages.h"
#include "cv/vocabulary_values.h"

namespace xmlcv {

// One of the words that a CV needs and its owner does not write, in a language (a BCP 47 tag); in
// English where the language is not known.
std::string_view phrase(Phrase phrase, std::string_view language);

// The heading of a section's kind in a language, likewise.
std::string_view heading(SectionKind kind, std::string_view language);

// What a bibliography needs, likewise: the heading of a type of publication (article, ...) and of
// "undated" ones; biblatex's words for sorts of work (phdthesis, ...); the seasons of EDTF (21 to
// 24); what persons did (translator, ...); and the words of a line: "edition", "chapter" and so on.
// Empty for anything else.
std::string_view bibliography_words(std::string_view key, std::string_view language);

// 3rd edition
std::string edition_words(int number, std::string_view language);

// Whether there are phrases for the language.
bool speaks(std::string_view language);

// "A, B, and C" as the language joins a list (CLDR): what stands between two of two, between
// the first ones, and before the last of more than two.
struct ListWords {
  std::string two;
  std::string middle;
  std::string last;
};
ListWords list_words(const std::string& language);

}  // namespace xmlcv
