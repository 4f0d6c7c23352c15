#pragma once

#include <span>
#include <string_view>

// The generated table of xml/cv.synonyms.
namespace xmlcv {

// What has another name in the vocabulary.
enum class Misnomer { element, attribute, value };

// Lists have blanks between their words.
struct SynonymRow {
  Misnomer kind;
  std::string_view attribute;  // of values
  std::string_view parents;    // the elements that hold the element, or have the attribute
  std::string_view words;
  std::string_view answer;  // what to write: an element, or attributes of the parent
};

std::span<const SynonymRow> all_synonyms();

}  // namespace xmlcv
