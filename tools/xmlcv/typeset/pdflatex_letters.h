#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace xmlcv {

// The files of LaTeX that say how one encoding of fonts sets a character.
struct EncodingFiles {
  std::string_view characters;  // t1enc.dfu: a macro for each character
  std::string_view macros;      // t1enc.def: a slot of the font for each macro
  std::string_view glyphs;      // lm-ec.enc: the name of the glyph in each slot
};

// The characters that these encodings set as one glyph which a reader of the PDF takes for the same
// character. The encoding that comes first has precedence. to_unicode: glyphtounicode.tex.
std::set<char32_t> letters_of(const std::vector<EncodingFiles>& encodings,
                              std::string_view to_unicode);

// Those of T1 and TS1 in Latin Modern, by the files of the TeX that is installed; none where it is
// not. ASCII is not among them: it needs escaping only.
std::optional<std::set<char32_t>> pdflatex_letters();

}  // namespace xmlcv
