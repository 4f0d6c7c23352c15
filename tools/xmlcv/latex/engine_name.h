#pragma once

namespace xmlcv {

// The programs that make a PDF of LaTeX. XeLaTeX sets a chapter in somebody's document, no CV
// alone.
enum class Engine { pdflatex, lualatex, xelatex };

}  // namespace xmlcv
