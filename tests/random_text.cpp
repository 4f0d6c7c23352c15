#include "random_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <string_view>

#include "text/utf8.h"

namespace {

constexpr auto traps = std::to_array<std::string_view>({"\\",
                                                        "{",
                                                        "}",
                                                        "$",
                                                        "&",
                                                        "#",
                                                        "%",
                                                        "_",
                                                        "^",
                                                        "~",
                                                        "^^M",
                                                        "^^5c",
                                                        "\\\\",
                                                        "%%",
                                                        "--",
                                                        "---",
                                                        "``",
                                                        "''",
                                                        "<<",
                                                        ">>",
                                                        "?`",
                                                        "!`",
                                                        ",,",
                                                        "‘",
                                                        "’",
                                                        "’’",
                                                        "?‘",
                                                        "!‘",
                                                        "–",
                                                        "–-",
                                                        "\"",
                                                        "\"=",
                                                        "'",
                                                        "`",
                                                        "<",
                                                        ">",
                                                        "|",
                                                        "[",
                                                        "]",
                                                        "*",
                                                        "[*]",
                                                        "=",
                                                        "@",
                                                        "\\par ",
                                                        "\\input ",
                                                        "\\end{document}",
                                                        "\\write18{x}",
                                                        "\\fi ",
                                                        "\\csname ",
                                                        "{}",
                                                        "}{",
                                                        "$$",
                                                        "##1",
                                                        "\u00A0",
                                                        "fi",
                                                        "ff",
                                                        "ffl",
                                                        "-",
                                                        ",",
                                                        ";",
                                                        ":",
                                                        "!",
                                                        "?",
                                                        "(",
                                                        ")"});

bool is_assigned(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
      return false;
    default:
      return true;
  }
}

std::string in_nfc(const std::string& text) {
  UErrorCode code = U_ZERO_ERROR;
  std::string result;
  icu::Normalizer2::getNFCInstance(code)
      ->normalize(icu::UnicodeString::fromUTF8(text), code)
      .toUTF8String(result);
  return result;
}

}  // namespace

std::string RandomText::trap() { return std::string(traps[below(traps.size())]); }

std::string RandomText::of_unicode(std::size_t length) {
  constexpr std::size_t code_points = 0x110000;
  std::string result;
  while (length > 0) {
    const auto c = static_cast<char32_t>(below(below(2) == 0 ? code_points : 0x3000));
    if (!is_assigned(c)) continue;
    --length;
    xmlcv::append_code_point(result, c);
    if (below(2) == 0) result += trap();
  }
  return in_nfc(result);
}

std::string RandomText::of_latin(std::size_t length) {
  constexpr char32_t first_letter = 0xC0;
  std::string result;
  for (; length > 0; --length) {
    if (length % 6 == 0) result += ' ';
    switch (below(4)) {
      case 0:
        xmlcv::append_code_point(result, first_letter + static_cast<char32_t>(below(0x40)));
        break;
      case 1:
        result += static_cast<char>(' ' + below('~' - ' ' + 1));
        break;
      case 2:
        result += static_cast<char>('a' + below(26));
        break;
      default:
        result += trap();
    }
  }
  return result;
}
