#pragma once

#include <functional>

#include "text/diagnostics.h"
#include "text/source.h"

namespace xmlcv {

// Tells the errors of a file that is not well-formed, each once. What is certain is repaired in a
// copy (a lone &, a mistyped tag), so that the search can go on behind it; if the whole copy can
// be read in the end, `look` gets it and tells the errors that are not of syntax. They are added
// at their places in the file, but for those on lines whose tags were repaired: they may follow
// from that. Returns whether the file was well-formed from the beginning; then look is not called.
bool check_syntax(const Source& source, Diagnostics& diagnostics,
                  const std::function<void(const Source&, Diagnostics&)>& look);

}  // namespace xmlcv
