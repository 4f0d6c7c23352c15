#include <cctype>

#include "catch.h"
#include "latex/escape.h"
#include "latex_reader.h"
#include "random_text.h"

using namespace xmlcv;

namespace {

// Every byte as %XX, so that two spellings of one address are equal.
std::string all_encoded(const std::string& address) {
  constexpr auto digits = "0123456789ABCDEF";
  std::string result;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool encoded = address[i] == '%' && i + 2 < address.size() &&
                         std::isxdigit(static_cast<unsigned char>(address[i + 1])) != 0 &&
                         std::isxdigit(static_cast<unsigned char>(address[i + 2])) != 0;
    if (encoded) {
      result += address.substr(i, 3);
      i += 2;
      continue;
    }
    const auto byte = static_cast<unsigned char>(address[i]);
    result += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return result;
}

}  // namespace

TEST_CASE("what TeX makes of an escaped text is the text, whatever it holds") {
  RandomText random(1);
  for (int i = 0; i < 20000; ++i) {
    const auto text = random.of_unicode(1 + static_cast<std::size_t>(i) % 60);
    const auto latex = escape_text(text).text();
    INFO(text << "\n" << latex);
    REQUIRE(text_of_latex(latex) == text);
  }
}

TEST_CASE("an escaped address is the address, and holds nothing that TeX reads as an order") {
  RandomText random(2);
  for (int i = 0; i < 20000; ++i) {
    const auto address = random.of_unicode(1 + static_cast<std::size_t>(i) % 60);
    const auto latex = escape_url(address).text();
    INFO(address << "\n" << latex);
    REQUIRE(all_encoded(address_of_latex(latex)) == all_encoded(address));
  }
}

TEST_CASE("the reader of LaTeX refuses what could do harm or lose text") {
  for (const auto* latex :
       {"\\input{x}", "\\write18{x}", "\\directlua{x}", "\\\\", "\\", "a % b", "$x$", "a^^M", "a_b",
        "a#1", "{", "}", "--", "\\textbar", "\\cvlink{x}{y}", "``", "\x01", "a'"}) {
    INFO(latex);
    CHECK_THROWS_AS(text_of_latex(latex), MalformedLatex);
  }
  for (const auto* body : {"\\cvitem{a\n\nb}", "\\input{x}", "\\cvlink{\\input{x}}{y}",
                           "\\cvlink{a}", "\\end{cvdetails}", "\\begin{cvdetails}",
                           "\\begin{verbatim}", "\\cvtext{1}{a%b}", "\\cvtext{\\x}{a}"}) {
    INFO(body);
    CHECK_THROWS_AS(check_latex_body(body), MalformedLatex);
  }
  CHECK_THROWS_AS(check_latex_body(std::string(200000, 'x')), MalformedLatex);
  CHECK_NOTHROW(
      check_latex_body("\\cvitem\n  {}\n  {\\cvlink{mailto:a\\%20}{\\cvtext{1}{a~b}}}\n"));
}
