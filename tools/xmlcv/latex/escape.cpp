#include "latex/escape.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/text_breaks.h"
#include "text/utf8.h"

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
    Replacement{"\u00AD", "\\cvsoft{}"},
    Replacement{wide_blank, "\\cvwide{}"},
    Replacement{wide_tie, "\\cvwidetie{}"},
};

// Pairs that T1 fonts, or Unicode fonts with TeX's ligatures, turn into one other character.
constexpr std::array ligatures = {
    Replacement{"<", "<"},
    Replacement{">", ">"},
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

// Whether a character that begins with a byte needs a look at these tables.
constexpr auto is_special = [] {
  std::array<bool, 256> result{};
  for (const auto& replacement : text_replacements) {
    result[static_cast<unsigned char>(replacement.character[0])] = true;
  }
  for (const auto& pair : ligatures) result[static_cast<unsigned char>(pair.latex[0])] = true;
  return result;
}();

// pdftotext (22.12) leaves out a hyphen at the end of a line, and joins what it divides.
bool is_hyphen(std::string_view character) { return character == "-" || character == "\u2010"; }

// MuPDF (from 1.24 on) takes the gap behind these for none: signs that pdfLaTeX has too, such as ™
// → №.
bool hides_blank(std::string_view character) {
  return character >= "\u20D0" && character < "\u2E80";
}

bool is_ligature(std::string_view first, std::string_view second) {
  for (const auto& pair : ligatures) {
    if (pair.character == first && pair.latex == second) return true;
  }
  return false;
}

// Where a line may end inside a text that TeX would take for one word, and what tells TeX so.
struct Break {
  std::size_t offset;
  std::string_view latex;
};

// Whether it is a word of a language, and no address or path. Punctuation may stand around it.
bool is_of_letters(std::string_view word) {
  bool has_letter = false;
  bool has_other = false;  // since the last letter
  for (std::size_t i = 0; i < word.size();) {
    const auto c = static_cast<UChar32>(next_code_point(word, i));
    const auto category = U_GET_GC_MASK(c);
    if ((category & U_GC_L_MASK) != 0) {
      if (has_letter && has_other) return false;
      has_letter = true;
      has_other = false;
    } else if ((category & U_GC_N_MASK) != 0) {
      return false;
    } else if ((category & (U_GC_M_MASK | U_GC_PD_MASK)) == 0 && c != '\'' && c != 0x2019) {
      has_other = true;
    }
  }
  return has_letter;
}

// A word that is longer than any line may be divided: behind punctuation, and if that is not
// enough, anywhere. Addresses and paths are such words.
void divide_word(std::string_view text, std::size_t begin, std::size_t end,
                 std::vector<Break>& breaks) {
  constexpr std::string_view marks = "\u00A0/._?&=:;,@#+—–";
  constexpr std::size_t long_word = 40;  // characters
  constexpr std::size_t far = 10;        // characters: a line of a name in the largest size
  if (end - begin < long_word) return;
  const auto clusters = cluster_ends(text.substr(begin, end - begin));
  if (clusters.size() < long_word) return;
  const auto* const between =
      is_of_letters(text.substr(begin, end - begin)) ? "\\cvhyphen{}" : "\\cvdivide{}";
  std::size_t unbroken = 0;
  for (std::size_t i = begin; i < end;) {
    const auto character = text.substr(i, utf8_length(text[i]));
    i += character.size();
    ++unbroken;
    const bool is_mark = marks.find(character) != std::string_view::npos;
    if (i == end || is_hyphen(character) || (!is_mark && unbroken < far)) continue;
    if (!std::ranges::binary_search(clusters, i - begin)) continue;
    breaks.push_back({i, is_mark ? "\\cvbreak{}" : between});
    unbroken = 0;
  }
}

constexpr std::string_view blanks = " \x01";

// In ascending order. Words end at blanks, and where a line may end without one.
std::vector<Break> breaks_in(std::string_view text) {
  std::vector<Break> breaks;
  const auto line_ends = line_ends_without_blank(text);
  auto line_end = line_ends.begin();
  for (std::size_t begin = 0; begin < text.size();) {
    const auto limit = line_end == line_ends.end() ? text.size() : *line_end;
    const auto end = std::min(text.substr(0, limit).find_first_of(blanks, begin), limit);
    // A line may end at a soft hyphen.
    for (auto part = begin; part < end;) {
      const auto part_end = std::min(text.find("\u00AD", part), end);
      divide_word(text, part, part_end, breaks);
      part = part_end + 2;
    }
    if (end == limit && line_end != line_ends.end()) {
      breaks.push_back({end, line_end_mark});
      ++line_end;
    }
    begin = end == limit ? end : end + 1;
  }
  return breaks;
}

std::string_view escaped(std::string_view character) {
  for (const auto& replacement : text_replacements) {
    if (replacement.character == character) return replacement.latex;
  }
  return character;
}

// What RFC 3986 lets stand in an address, and the % of what is encoded already.
constexpr std::string_view url_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:/?#[]@!$&'()*+,;=%";
// hyperref 7.00v takes $ as it is, and makes \protect\T1\textdollar of \$.
constexpr std::string_view special_in_tex = "#%&_";

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

bool is_encoded(std::string_view from) {
  return from.size() > 2 && from[0] == '%' && is_hex_digit(from[1]) && is_hex_digit(from[2]);
}

}  // namespace

Latex escape_text(std::string_view text, std::string_view before) {
  std::string result;
  result.reserve(text.size());
  const auto breaks = breaks_in(text);
  auto next_break = breaks.begin();
  for (std::size_t i = 0; i < text.size();) {
    const auto limit = next_break == breaks.end() ? text.size() : next_break->offset;
    const bool is_blank = blanks.find(text[i]) != std::string_view::npos;
    if (is_blank && is_hyphen(before)) result += "\\cvnobreak{}";
    if (is_blank && hides_blank(before)) result += "\\cvspace{}";
    const auto begin = i;
    while (i < limit && !is_special[static_cast<unsigned char>(text[i])]) ++i;
    result += text.substr(begin, i - begin);
    if (i > begin) before = last_character(text.substr(begin, i - begin));
    if (i < limit) {
      const auto character = text.substr(i, utf8_length(text[i]));
      if (is_ligature(before, character)) result += "\\cvsplit{}";
      result += escaped(character);
      before = character;
      i += character.size();
    }
    if (i == limit && next_break != breaks.end()) result += (next_break++)->latex;
  }
  return Latex::unchecked(std::move(result));
}

Latex escape_url(std::string_view url) {
  std::string result;
  bool in_fragment = false;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    // hyperref 7.00v drops an address from "##" on; RFC 3986 has one "#".
    const bool second_mark = c == '#' && in_fragment;
    const bool stray_percent = c == '%' && !is_encoded(url.substr(i));
    in_fragment = in_fragment || c == '#';
    if (second_mark || stray_percent || url_characters.find(c) == std::string_view::npos) {
      result += fmt::format("\\%{:02X}", static_cast<unsigned char>(c));
    } else {
      if (special_in_tex.find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  return Latex::unchecked(std::move(result));
}

}  // namespace xmlcv
