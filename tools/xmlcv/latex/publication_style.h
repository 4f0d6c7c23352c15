#pragma once

#include <string>

#include "cv/cv_words.h"
#include "cv/dates.h"
#include "cv/model.h"
#include "cv/names.h"
#include "latex/latex_writer.h"

namespace xmlcv {

// A publication as a line of a list: authors with the owner in bold, title, where it appeared.
// The year is left to the caller, who sets it apart; a month is part of the line.
Latex cite(const Publication& publication, const OwnerName& owner, const DateForm& dates,
           CvWords& words, LatexWriter& writer);

// What stands behind an author's name.
Latex sign_of(AuthorMark mark);

}  // namespace xmlcv
