#pragma once

#include <string>

#include "bibliography/biblatexml.h"
#include "cv/model.h"

namespace xmlcv {

// A date of biblatex (EDTF) as a period: one date where it is a day, a month or a year, or lies
// in one; else words: Spring 2019, 2019–2021, ca. 2019. What is no date at all stays as it stands.
Period read_bib_date(const BibEntry::Date& date, Location location, const std::string& language);

// The year by which publications are sorted and grouped; 0 if there is none.
int year_of(const Period& period);

}  // namespace xmlcv
