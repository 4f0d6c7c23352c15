#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema_model.h"

namespace xmlcv::vocabulary {

// Words that the vocabulary does not have at their places, and what to write there.
struct Synonyms {
  enum class Kind { element, attribute, value };
  Kind kind = Kind::element;
  std::string attribute;  // of values
  std::vector<std::string> parents;
  std::vector<std::string> words;
  std::string answer;
};

// What xml/cv.synonyms says, in its order. Throws std::runtime_error that names the line which is
// mistyped, whose word is in the vocabulary at its place, or whose answer is not.
std::vector<Synonyms> read_synonyms(std::string_view text, const Vocabulary& vocabulary);

}  // namespace xmlcv::vocabulary
