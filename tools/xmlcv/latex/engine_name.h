#pragma once

namespace xmlcv {

// The programs that make a PDF of LaTeX. XeLaTeX sets a chapter in somebody's document, no CV
// alone.
enum class Engine { pdflatex, lualatex, xelatex };

constexpr const char* name_of(Engine engine) {
  switch (engine) {
    case Engine::pdflatex:
      return "pdflatex";
    case Engine::lualatex:
      return "lualatex";
    case Engine::xelatex:
      break;
  }
  return "xelatex";
}

}  // namespace xmlcv
