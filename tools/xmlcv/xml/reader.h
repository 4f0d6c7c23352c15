#pragma once

#include <pugixml.hpp>
#include <string>

#include "cv/model.h"
#include "text/diagnostics.h"
#include "xml/account.h"

namespace xmlcv {

// The CV that a tree holds. What the grammar refused is left out, so that the checker can look
// at the rest; language: the one that was selected. What is read is marked in the account. Reports
// characters that no text may hold.
Cv read_cv(const pugi::xml_document& tree, const std::string& language, Account& account,
           Diagnostics& diagnostics);

}  // namespace xmlcv
