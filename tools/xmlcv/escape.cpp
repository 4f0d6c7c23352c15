#include "escape.h"

#include <fmt/format.h>

#include <array>

#include "utf8.h"

namespace xmlcv {
namespace {

struct Replacement {
  std::string_view character;
  std::string_view latex;
};

// In T1, straight quotes would come out curly, " would vanish under babel's shorthands, and
// << >> -- would turn into other characters (TeX Live 2022).
constexpr std::array text_replacements = {
    Replacement{"\\", "\\textbackslash{}"},
    Replacement{"{", "\\{"},
    Replacement{"}", "\\}"},
    Replacement{"$", "\\$"},
    Replacement{"&", "\\&"},
    Replacement{"#", "\\#"},
    Replacement{"%", "\\%"},
    Replacement{"_", "\\_"},
    Replacement{"~", "\\textasciitilde{}"},
    Replacement{"^", "\\textasciicircum{}"},
    Replacement{"\"", "\\textquotedbl{}"},
    Replacement{"'", "\\textquotesingle{}"},
    Replacement{"`", "\\textasciigrave{}"},
    Replacement{"<", "\\textless{}"},
    Replacement{">", "\\textgreater{}"},
    Replacement{"|", "\\textbar{}"},
    Replacement{"\u00A0", "~"},
};

// Pairs that the T1 fonts turn into one other character.
constexpr std::array ligatures = {
    Replacement{"-", "-"},
    Replacement{"–", "-"},
    Replacement{",", ","},
    Replacement{"’", "’"},
    Replacement{"‘", "‘"},
    Replacement{"?", "‘"},
    Replacement{"!", "‘"},
    // LaTeX sets U+2010 with the glyph of "-".
    Replacement{"-", "\u2010"},
    Replacement{"–", "\u2010"},
    Replacement{"\u2010", "-"},
    Replacement{"\u2010", "\u2010"},
};

bool is_ligature(std::string_view first, std::string_view second) {
  for (const auto& pair : ligatures) {
    if (pair.character == first && pair.latex == second) return true;
  }
  return false;
}

std::string_view escaped(std::string_view character) {
  for (const auto& replacement : text_replacements) {
    if (replacement.character == character) return replacement.latex;
  }
  return character;
}

// What RFC 3986 lets stand in an address, and % itself, which is taken as encoded already.
constexpr std::string_view url_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:/?#[]@!$&'()*+,;=%";
// hyperref 7.00v takes $ as it is, and makes \protect\T1\textdollar of \$.
constexpr std::string_view special_in_tex = "#%&_";

}  // namespace

Latex escape_text(std::string_view text) {
  std::string result;
  std::string_view before;
  for (std::size_t i = 0; i < text.size();) {
    const auto character = text.substr(i, utf8_length(text[i]));
    if (is_ligature(before, character)) result += "{}";
    result += escaped(character);
    before = character;
    i += character.size();
  }
  return Latex::code(result);
}

Latex escape_url(std::string_view url) {
  std::string result;
  for (const char c : url) {
    if (url_characters.find(c) == std::string_view::npos) {
      result += fmt::format("\\%{:02X}", static_cast<unsigned char>(c));
    } else {
      if (special_in_tex.find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  return Latex::code(result);
}

}  // namespace xmlcv
