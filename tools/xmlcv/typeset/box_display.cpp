#include "typeset/box_display.h"

#include <array>
#include <cstdint>

#include "text/utf8.h"

namespace xmlcv {
namespace {

// T1 from 0x80 on (the Cork encoding). What is below is ASCII, but for controls, which are
// quotation marks and dashes.
constexpr std::u32string_view t1 =
    U"ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
    U"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß";
static_assert(t1.size() == 128);
constexpr std::u32string_view t1_quotes = U"“”„«»–—";
constexpr unsigned first_quote = 0x10;

char32_t letter(unsigned char code) {
  if (code >= 0x80) return t1[code - 0x80U];
  if (code >= first_quote && code < first_quote + t1_quotes.size())
    return t1_quotes[code - first_quote];
  return code;
}

// "\T1/lmss/m/n/10.95 " and microtype's stretch "(-20) " behind it: the length of such a switch at
// the beginning of a text, 0 if there is none.
std::size_t length_of_switch(std::string_view text) {
  const auto end = text.find(' ');
  if (!text.starts_with('\\') || end == text.npos) return 0;
  if (text.substr(0, end).find('/') == text.npos) return 0;
  const auto rest = text.substr(end + 1);
  const auto close = rest.find(") ");
  const bool stretched = rest.starts_with('(') && close != rest.npos &&
                         rest.substr(1, close - 1).find_first_not_of("+-0123456789") == rest.npos;
  return end + 1 + (stretched ? close + 2 : 0);
}

// TeX writes a control as ^^M.
bool is_control(std::string_view text) { return text.size() >= 3 && text.starts_with("^^"); }

}  // namespace

std::string words_of_box(std::string_view display) {
  std::string result;
  bool is_utf8 = false;
  while (!display.empty()) {
    if (const auto length = length_of_switch(display); length > 0) {
      is_utf8 = display.starts_with("\\TU/");
      display.remove_prefix(length);
    } else if (display.starts_with("[]")) {
      display.remove_prefix(2);
    } else if (is_control(display)) {
      append_code_point(result, letter(static_cast<unsigned char>(display[2]) ^ 0x40U));
      display.remove_prefix(3);
    } else {
      const auto byte = static_cast<unsigned char>(display[0]);
      if (is_utf8) {
        result += display[0];
      } else if (display[0] != '|') {
        append_code_point(result, letter(byte));
      }
      display.remove_prefix(1);
    }
  }
  return result;
}

}  // namespace xmlcv
