#include "typeset/pdflatex_letters.h"

#include "catch.h"

using namespace xmlcv;

namespace {

constexpr auto to_unicode =
    "\\pdfglyphtounicode{A}{0041}\n"
    "\\pdfglyphtounicode{Eth}{00D0}\n"
    "\\pdfglyphtounicode{eacute}{00E9}\n"
    "\\pdfglyphtounicode{fi}{0066 0069}\n"
    "\\pdfglyphtounicode{Euro}{20AC}\n"
    "\\pdfglyphtounicode{two}{0032}\n";
constexpr auto t1_glyphs = "/x [ % names\n /A /Eth /eacute\n /fi ] def";
constexpr auto ts1_glyphs = "/x [ /Euro /two.superior ] def";

std::set<char32_t> letters(const char* t1_characters, const char* t1_macros,
                           const char* ts1_characters, const char* ts1_macros) {
  return letters_of(
      {{t1_characters, t1_macros, t1_glyphs}, {ts1_characters, ts1_macros, ts1_glyphs}},
      to_unicode);
}

}  // namespace

TEST_CASE("a letter is what one glyph shows and its name says") {
  CHECK(letters("\\DeclareUnicodeCharacter{00D0}{\\DH}\n"
                "   \\DeclareUnicodeCharacter{00E9}{\\@tabacckludge'e}",
                "\\DeclareTextSymbol{\\DH}{T1}{1}\n\\DeclareTextComposite{\\'}{T1}{e}{2}", "",
                "") == std::set<char32_t>{0xD0, 0xE9});
}

TEST_CASE("a letter that shows as another one is none") {
  // T1 sets U+0110 with the glyph of U+00D0, and TS1 U+00B2 with one that reads as 2.
  CHECK(letters("\\DeclareUnicodeCharacter{0110}{\\DJ}", "\\DeclareTextSymbol{\\DJ}{T1}{1}",
                "\\DeclareUnicodeCharacter{00B2}{\\texttwosuperior}",
                "\\DeclareTextSymbol{\\texttwosuperior}{TS1}{1}")
            .empty());
}

TEST_CASE("a letter that is put together of two glyphs is none") {
  CHECK(letters("\\DeclareUnicodeCharacter{012B}{\\@tabacckludge=\\i}\n"
                "\\DeclareUnicodeCharacter{FB01}{fi}",
                "\\DeclareTextAccent{\\=}{T1}{0}", "", "")
            .empty());
}

TEST_CASE("what T1 puts together is not taken from TS1") {
  CHECK(letters("", "\\DeclareTextCommand{\\texteuro}{T1}{x}",
                "\\DeclareUnicodeCharacter{20AC}{\\texteuro}",
                "\\DeclareTextSymbol{\\texteuro}{TS1}{0}")
            .empty());
  CHECK(letters("", "", "\\DeclareUnicodeCharacter{20AC}{\\texteuro}",
                "\\DeclareTextSymbol{\\texteuro}{TS1}{0}") == std::set<char32_t>{0x20AC});
}
