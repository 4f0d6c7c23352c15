#include "escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text_breaks.h"
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

// Whether a character that begins with a byte needs a look at these tables.
constexpr auto is_special = [] {
  std::array<bool, 256> result{};
  for (const auto& replacement : text_replacements) {
    result[static_cast<unsigned char>(replacement.character[0])] = true;
  }
  for (const auto& pair : ligatures) result[static_cast<unsigned char>(pair.latex[0])] = true;
  return result;
}();

bool is_ligature(std::string_view first, std::string_view second) {
  for (const auto& pair : ligatures) {
    if (pair.character == first && pair.latex == second) return true;
  }
  return false;
}

// Where a word that is longer than any line may be divided: behind punctuation, and if that is not
// enough, anywhere. Addresses and paths are such words. line_ends: where a line may end
// anyway, beside blanks.
class LongWords {
 public:
  LongWords(std::string_view text, const std::vector<std::size_t>& line_ends)
      : text_(text), line_ends_(line_ends) {}

  // What stands behind a character that ends at an offset, or nothing.
  std::string_view break_behind(std::string_view character, std::size_t end) {
    if (character == " ") {
      word_end_ = end;
      return {};
    }
    if (end > word_end_) begin_word(end - character.size(), end);
    ++unbroken_;
    const bool is_mark = marks.find(character) != std::string_view::npos;
    if (!is_mark && unbroken_ < far) return {};
    if (!is_long() || end == word_end_) return {};
    if (!std::ranges::binary_search(cluster_ends_, end - word_begin_)) return {};
    unbroken_ = 0;
    return is_mark ? "\\cvbreak{}" : "\\cvdivide{}";
  }

 private:
  void begin_word(std::size_t begin, std::size_t first_end) {
    word_begin_ = begin;
    const auto line_end = line_end_from(first_end);
    word_end_ = std::min(text_.substr(0, line_end).find(' ', first_end), line_end);
    unbroken_ = 0;
    if (is_long()) cluster_ends_ = cluster_ends(text_.substr(begin, word_end_ - begin));
  }

  bool is_long() const { return word_end_ - word_begin_ >= long_word; }

  std::size_t line_end_from(std::size_t end) const {
    const auto found = std::ranges::lower_bound(line_ends_, end);
    return found == line_ends_.end() ? text_.size() : *found;
  }

  static constexpr std::string_view marks = "\u00A0/._-?&=:;,@#+—–‐";
  static constexpr std::size_t long_word = 40;  // bytes
  static constexpr std::size_t far = 10;        // characters: a line of a name in the largest size

  std::string_view text_;
  const std::vector<std::size_t>& line_ends_;
  std::size_t word_begin_ = 0;
  std::size_t word_end_ = 0;
  std::size_t unbroken_ = 0;
  std::vector<std::size_t> cluster_ends_;  // of a long word, from its beginning
};

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

Latex escape_text(std::string_view text) {
  std::string result;
  std::string_view before;
  const auto line_ends = line_ends_without_blank(text);
  LongWords words(text, line_ends);
  auto line_end = line_ends.begin();
  for (std::size_t i = 0; i < text.size();) {
    const auto character = text.substr(i, utf8_length(text[i]));
    if (is_special[static_cast<unsigned char>(character[0])]) {
      if (is_ligature(before, character)) result += "{}";
      result += escaped(character);
    } else {
      result += character;
    }
    before = character;
    i += character.size();
    const auto long_word_break = words.break_behind(character, i);
    if (line_end != line_ends.end() && *line_end == i) {
      result += line_end_mark;
      ++line_end;
    } else {
      result += long_word_break;
    }
  }
  return Latex::code(result);
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
  return Latex::code(result);
}

}  // namespace xmlcv
