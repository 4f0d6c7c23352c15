#pragma once

#include <future>
#include <optional>
#include <set>

#include "cv/model.h"
#include "latex/moderncv.h"
#include "text/diagnostics.h"

namespace xmlcv {

class Engines {
 public:
  // Begins to look up, on another core, which letters pdfLaTeX has here. After mend_locale.
  Engines();

  // Chooses one: pdfLaTeX where it can set every character, else LuaLaTeX, which is slower but
  // takes all fonts of the machine; wanted overrides them. For LuaLaTeX the document gets these
  // fonts. Reports each character that cannot be set, at its place. Where no TeX is installed
  // nothing is known of its fonts, and pdfLaTeX it stays.
  void choose(std::optional<Engine> wanted, const Cv& cv, LatexDocument& document,
              Diagnostics& diagnostics) const;

 private:
  std::shared_future<std::optional<std::set<char32_t>>> letters_;
};

}  // namespace xmlcv
