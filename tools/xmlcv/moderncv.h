#pragma once

#include <string>

#include "model.h"
#include "source_map.h"

namespace xmlcv {

// A CV as LaTeX. `main` is the class and the preamble and inputs cv-body.tex, which is `body`;
// both need xmlcv.sty beside them. The map leads from lines of the body to the XML.
struct LatexDocument {
  std::string main;
  std::string body;
  SourceMap map;
};

LatexDocument write_moderncv(const Cv& cv);

// The name under which the photo stands in the generated folder: photo.jpg for me/Bild 1.jpg.
std::string photo_name(const Words& photo);

}  // namespace xmlcv
