#pragma once

#include <string>
#include <vector>

#include "schema_model.h"
#include "synonyms.h"

// C++ sources from the vocabulary; each says at its top what it is generated from.
namespace xmlcv::vocabulary {

// cv/vocabulary_values.h: an enumeration for each attribute that has a list of values.
std::string values_header(const Vocabulary& vocabulary);

// xml/value_kinds.h: the kinds of value, and their patterns.
std::string kinds_header(const Vocabulary& vocabulary);

// xml/vocabulary_tables.cpp: the rule of each element.
std::string tables_source(const Vocabulary& vocabulary);

// xml/synonym_table.cpp: the words that are not the vocabulary's, and what to write for each.
std::string synonyms_source(const std::vector<Synonyms>& synonyms);

}  // namespace xmlcv::vocabulary
