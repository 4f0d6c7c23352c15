#include "feedback/debian_packages.h"

#include <array>

namespace xmlcv {
namespace {

struct Known {
  std::string_view file;
  std::string_view package;
};

// As in Debian 12 and 13.
constexpr std::array files = {
    Known{"academicons.sty", "texlive-fonts-extra"},
    Known{"biblatex.sty", "texlive-bibtex-extra"},
    Known{"etoolbox.sty", "texlive-latex-recommended"},
    Known{"fontawesome5.sty", "texlive-fonts-extra"},
    Known{"fontspec.sty", "texlive-latex-recommended"},
    Known{"lmodern.sty", "lmodern"},
    Known{"luaotfload.sty", "texlive-luatex"},
    Known{"marvosym.sty", "texlive-fonts-recommended"},
    Known{"microtype.sty", "texlive-latex-recommended"},
    Known{"moderncv.cls", "texlive-latex-extra"},
    Known{"pgf.sty", "texlive-pictures"},
    Known{"pgfplots.sty", "texlive-pictures"},
    Known{"siunitx.sty", "texlive-science"},
    Known{"tcolorbox.sty", "texlive-latex-extra"},
    Known{"tikz.sty", "texlive-pictures"},
    Known{"tikz.tex", "texlive-pictures"},
    Known{"xcolor.sty", "texlive-latex-recommended"},
};

constexpr std::string_view most = "texlive-latex-extra texlive-fonts-recommended";

}  // namespace

std::string debian_packages_for(std::string_view file) {
  for (const auto& known : files) {
    if (known.file == file) return std::string(known.package);
  }
  return std::string(most);
}

std::string debian_packages_for_font(std::string_view font) {
  for (const std::string_view latin_modern : {"ec-lm", "ts1-lm", "rm-lm", "lm"}) {
    if (font.starts_with(latin_modern)) return "lmodern";
  }
  return "texlive-fonts-recommended texlive-fonts-extra";
}

}  // namespace xmlcv
