#pragma once

#include <string>
#include <vector>

#include "cv/model.h"

namespace xmlcv {

// Sorts publications, which come in the order of the file, and puts them under headings, as a
// bibliography says. language: that of the headings and of the alphabet.
std::vector<PublicationGroup> in_groups(std::vector<Publication> publications,
                                        const Bibliography& bibliography,
                                        const std::string& language);

}  // namespace xmlcv
