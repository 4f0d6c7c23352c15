#pragma once

#include <filesystem>
#include <optional>

#include "latex/moderncv.h"
#include "text/diagnostics.h"
#include "typeset/tex_log.h"

namespace xmlcv {

// TeX's first error as a diagnostic at the XML; the others follow from it. What cannot be placed
// is shown as TeX says it, with the path of the log. Throws Failure (missing_program) for a
// package or a font that is not installed.
void map_errors(const TexLog& log, const LatexDocument& document, const std::filesystem::path& path,
                Diagnostics& diagnostics);

// What TeX tells without stopping: characters that it left out, and what raw LaTeX lacks.
void map_warnings(const TexLog& log, const LatexDocument& document,
                  const std::filesystem::path& path, Diagnostics& diagnostics);

// The place of what ran without end: where TeX was in raw LaTeX when it was interrupted, or, if it
// did not say, the only <tex>.
std::optional<Location> find_endless(const TexLog& log, const LatexDocument& document);

// The element that TeX set when it was interrupted, if it said so.
std::optional<Location> find_interrupted(const TexLog& log, const LatexDocument& document);

}  // namespace xmlcv
