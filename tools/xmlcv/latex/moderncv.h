#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cv/model.h"
#include "latex/engine_name.h"
#include "latex/source_map.h"
#include "text/diagnostics.h"
#include "text/source.h"

namespace xmlcv {

// A CV as LaTeX, in its parts. cv.tex inputs cv-body.tex, which is `body`; both need xmlcv.sty
// beside them, and cv-preamble.sty if there is a preamble. The map leads from lines of the body to
// the XML.
struct LatexDocument {
  // cv.tex up to \begin{document}: what a dumped preamble holds.
  std::string tex_preamble() const;
  // All of cv.tex.
  std::string cv_tex() const;

  std::string class_and_packages;  // all that is loaded before the fonts
  std::string body;
  SourceMap map;
  std::optional<Location> photo;
  Engine engine = Engine::pdflatex;
  std::string fonts{};                                // declares those for scripts
  std::vector<std::filesystem::path> font_folders{};  // of fonts that TeX does not find by itself
  const Source* preamble = nullptr;                   // becomes cv-preamble.sty
  bool has_raw_latex = false;
};

// preamble: a package of the user's, which must outlive the document; null for none.
// Warns of words that the language of the CV lacks.
LatexDocument write_moderncv(const Cv& cv, const Source* preamble, Diagnostics& diagnostics);

}  // namespace xmlcv
