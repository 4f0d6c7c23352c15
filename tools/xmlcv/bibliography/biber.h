#pragma once

#include <functional>
#include <string>

#include "text/source.h"

namespace xmlcv {

// What biber makes of a .bib file.
struct BiberOutput {
  std::string xml;  // biblatexml
  std::string log;
};

// Runs `biber --tool` on a copy of the file. What came out is kept in the user's cache
// ($XDG_CACHE_HOME/xmlcv, else ~/.cache/xmlcv) for as long as neither the file's text nor biber
// changes; what nobody read for a month is removed. on_run: called before biber runs.
// Throws Failure (missing_program, machine_failed) and Interrupted.
BiberOutput run_biber(const Source& bib, const std::function<void()>& on_run);

}  // namespace xmlcv
