#include "cv/telephone.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/pattern.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

// E.164: 1 and 7 stand alone, these are of two digits, all others of three.
constexpr auto codes_of_two = std::to_array<std::string_view>(
    {"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
     "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
     "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"});

// Italy and San Marino, Congo, Ivory Coast and Benin dial the zero from abroad too.
constexpr auto codes_before_zero =
    std::to_array<std::string_view>({"39", "378", "242", "225", "229"});

// An extension, as it is called in English, German, French, Italian, Dutch and Polish.
constexpr auto with_extension =
    R"(([^;]*?)[ ,;(]*(?:ext|extn|extension|x|#|durchwahl|dw|app|apparat|poste|int|interno|toestel|wew)[.:=]? ?([0-9]{1,7})\)?)";

constexpr std::size_t shortest_number = 7;
constexpr std::size_t longest_number = 15;

ContactLink none(std::string expected, std::string hint) {
  return {"", ValueError{std::move(expected), std::move(hint)}};
}

ContactLink no_number() {
  return none("a telephone number", "write it like +49 30 1234-56; ext. 7 may follow");
}

ContactLink two_numbers() {
  return none("one telephone number", "write each number into a <phone> of its own");
}

// Small letters, blanks and hyphens of ASCII; ? is any other character.
std::string in_ascii(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    const bool known = c > 0 && c < 0x80;
    if (u_isUWhiteSpace(c) != 0) {
      result += ' ';
    } else if (u_hasBinaryProperty(c, UCHAR_DASH) != 0) {
      result += '-';
    } else {
      result += known ? static_cast<char>(u_tolower(c)) : '?';
    }
  }
  return result;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether two parts, with something between them that no number holds, could be numbers.
bool are_two(std::string_view text) {
  constexpr std::ptrdiff_t digits_of_a_number = 6;
  if (std::ranges::count(text, '+') > 1) return true;
  int numbers = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_not_of("0123456789+-./() ", begin), text.size());
    const auto part = text.substr(begin, end - begin);
    if (std::ranges::count_if(part, is_digit) >= digits_of_a_number) ++numbers;
    begin = end + 1;
  }
  return numbers > 1;
}

std::string_view country_code(std::string_view digits) {
  if (digits.starts_with('1') || digits.starts_with('7')) return digits.substr(0, 1);
  const bool of_two = std::ranges::find(codes_of_two, digits.substr(0, 2)) != codes_of_two.end();
  return digits.substr(0, of_two ? 2 : 3);
}

// The digits behind a country code; none if it is no number. The area code stands in parentheses or
// before a slash; 30 1234567/68 is two numbers.
std::optional<std::string> national_number(std::string_view text) {
  return rewritten(text, R"((?:\(([0-9]{1,5})\)/?|([0-9]{1,5})/)?([0-9]+))", "$1$2$3");
}

// The text begins behind + or 00, and has no blanks.
ContactLink international(std::string_view text) {
  const auto code = country_code(text);
  if (code.starts_with('0') || !std::ranges::all_of(code, is_digit)) return no_number();
  text.remove_prefix(code.size());
  if (text.starts_with(')')) text.remove_prefix(1);
  const bool keeps_zero = std::ranges::find(codes_before_zero, code) != codes_before_zero.end();
  const bool marked_zero = text.starts_with("(0)");
  if (marked_zero) text.remove_prefix(3);
  const auto found = national_number(text);
  if (!found) return text.find('/') == text.npos ? no_number() : two_numbers();
  const auto national = fmt::format("{}{}", marked_zero && keeps_zero ? "0" : "", *found);
  if (national.starts_with('0') && !keeps_zero) {
    return none("a telephone number without a zero behind its country code",
                fmt::format("leave it out, or write +{} (0)…", code));
  }
  const auto length = code.size() + national.size();
  if (length > longest_number) return two_numbers();
  const bool of_ten = code.size() == 1;  // North America, and Russia with Kazakhstan
  if (length < shortest_number || (of_ten && national.size() != 10)) return no_number();
  return {fmt::format("tel:+{}{}", code, national), std::nullopt};
}

}  // namespace

ContactLink telephone_link(std::string_view number) {
  std::string text = in_ascii(number);
  std::string extension;
  if (const auto parts = rewritten(text, with_extension, "$1;$2")) {
    const auto end = parts->find(';');
    extension = ";ext=" + parts->substr(end + 1);
    text = parts->substr(0, end);
  }
  if (are_two(text)) return two_numbers();
  std::erase_if(text, [](char c) { return c == ' ' || c == '.' || c == '-'; });
  if (const auto rest = rewritten(text, R"(\(?(?:\+|00)(.+))", "$1")) {
    auto result = international(*rest);
    if (!result.address.empty()) result.address += extension;
    return result;
  }
  if (!matches(text, "[0-9/()]{3,}")) return no_number();
  return none("a telephone number with its country code", "write it like +49 30 1234-56");
}

}  // namespace xmlcv
