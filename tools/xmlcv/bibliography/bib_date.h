#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bibliography/bib_fields.h"
#include "cv/cv_words.h"
#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// When something appeared: what is set apart (a date, of which the year is shown, or words: Spring
// 2019, 2019–2021, ca. 2019, in press), and what only the line says, in place of the date's month.
struct BibDate {
  Period period;
  std::optional<Text> exact;  // June 2–7, 2020
};

// By `date`, else by `year`, `month` and `day`, as they stand in the .bib: biber guesses where it
// does not understand. What is no date is an error at its field. words: of the seasons, and the
// language of the months.
BibDate read_bib_date(const BibFields& fields, CvWords& words, Diagnostics& diagnostics);

// Another date of an entry, in words. prefix: event, orig.
std::optional<Text> read_bib_date_words(const BibFields& fields, const std::string& prefix,
                                        CvWords& words, Diagnostics& diagnostics);

// The year by which publications are sorted and grouped; 0 if there is none.
int year_of(const Period& period);

}  // namespace xmlcv
