#pragma once

namespace xmlcv {

// The programs that make a PDF of LaTeX.
enum class Engine { pdflatex, lualatex };

}  // namespace xmlcv
