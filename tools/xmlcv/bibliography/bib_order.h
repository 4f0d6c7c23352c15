#pragma once

#include <string>
#include <vector>

#include "cv/cv_words.h"
#include "cv/model.h"

namespace xmlcv {

// Sorts publications, which come in the order of the file, and puts them under headings, as a
// bibliography says. words: of the headings, and the language of the alphabet.
std::vector<PublicationGroup> in_groups(std::vector<Publication> publications,
                                        const Bibliography& bibliography, CvWords& words);

}  // namespace xmlcv
