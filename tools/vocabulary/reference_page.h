#pragma once

#include <string>

#include "schema_model.h"

namespace xmlcv::vocabulary {

// xml/REFERENCE.md, with an example of each element from xml/reference-examples.xml.
std::string reference_page(const Vocabulary& vocabulary, const std::string& examples);

}  // namespace xmlcv::vocabulary
