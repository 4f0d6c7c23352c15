#pragma once

#include <optional>

#include "command/options.h"
#include "command/success.h"
#include "text/diagnostics.h"
#include "typeset/generated_folder.h"
#include "typeset/latexmk.h"

namespace xmlcv {

// From the LaTeX to the PDF: writes the generated folder beside it, runs latexmk there, maps its
// errors to the XML, checks that every text is on a page, and only then replaces the PDF.
// Gives what was written, and nothing where there are errors. Throws Failure and Interrupted.
std::optional<Success> build_pdf(const Options& options, const Cv& cv,
                                 const LatexDocument& document, Diagnostics& diagnostics);

// What the PDF depends on: the XML and the photo.
std::vector<std::filesystem::path> inputs_of(const Options& options, const Cv& cv);

// build/cv-latex for build/cv.pdf.
std::filesystem::path generated_folder_of(const std::filesystem::path& pdf);

}  // namespace xmlcv
