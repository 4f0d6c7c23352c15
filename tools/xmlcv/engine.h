#pragma once

#include <optional>
#include <string>

#include "diagnostics.h"
#include "model.h"
#include "moderncv.h"

namespace xmlcv {

// Chooses the engine: pdfLaTeX where it can set every character, else LuaLaTeX, which is slower but
// takes all fonts of the machine; wanted goes before. For LuaLaTeX the document gets these fonts.
// Reports each character that cannot be set, at its place. Where no TeX is installed nothing is
// known of its fonts, and pdfLaTeX it stays.
void choose_engine(std::optional<Engine> wanted, const Cv& cv, LatexDocument& document,
                   Diagnostics& diagnostics);

}  // namespace xmlcv
