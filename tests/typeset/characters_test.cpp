#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>

#include "catch.h"
#include "latex/fonts.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"
#include "text/character_names.h"
#include "text/utf8.h"
#include "typeset/pdflatex_letters.h"
#include "whole_product.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

std::string utf8(char32_t c) {
  std::string text;
  append_code_point(text, c);
  return text;
}

std::string nfc(const std::string& text) {
  UErrorCode code = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  icu::Normalizer2::getNFCInstance(code)->normalizeUTF8(0, text, sink, nullptr, code);
  return result;
}

std::string escaped(const std::string& text) {
  if (text == "<") return "&lt;";
  return text == "&" ? "&amp;" : text;
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool is_right_to_left(char32_t c) {
  UErrorCode code = U_ZERO_ERROR;
  return uscript_isRightToLeft(uscript_getScript(static_cast<UChar32>(c), &code)) != 0;
}

// Those with a place in a text: no controls, no white space, nothing invisible, nothing private,
// not the one for what was lost, and not from right to left.
bool has_a_place(char32_t c) {
  const auto character = static_cast<UChar32>(c);
  const auto mask = U_GET_GC_MASK(character);
  const auto direction = u_charDirection(character);
  return c != 0xFFFD && (mask & (U_GC_C_MASK | U_GC_Z_MASK)) == 0 &&
         u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0 &&
         direction != U_RIGHT_TO_LEFT && direction != U_RIGHT_TO_LEFT_ARABIC &&
         direction != U_ARABIC_NUMBER && !is_right_to_left(c);
}

// A mark stands on a letter of its script: the last one in front of it in Unicode's order.
std::string with_base(char32_t c) {
  if (!is_mark(c)) return utf8(c);
  static const Fonts fonts(Fonts::Kind::sans, "en");
  UErrorCode code = U_ZERO_ERROR;
  const auto script = uscript_getScript(static_cast<UChar32>(c), &code);
  for (char32_t base = c; script != USCRIPT_INHERITED && base > 0; --base) {
    const auto letter = static_cast<UChar32>(base);
    if (uscript_getScript(letter, &code) == script && u_charType(letter) == U_OTHER_LETTER &&
        fonts.find({base, c}, false)) {
      return fmt::format("{}{}", utf8(base), utf8(c));
    }
  }
  return fmt::format("o{}", utf8(c));
}

std::string label(char32_t c) { return fmt::format("A{:X}B", static_cast<std::uint32_t>(c)); }

std::string cv_of(const std::vector<char32_t>& characters) {
  std::string xml =
      "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"en\"><person><name><family>X</family></name></person>"
      "<section kind=\"other\"><title>T</title>";
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (i % 100 == 0) xml += i == 0 ? "<p>" : "</p>\n<p>";
    xml += label(characters[i]) + escaped(with_base(characters[i])) + "C ";
  }
  return xml + "</p></section></cv>\n";
}

// What came out between the label of one character and that of the next.
std::map<char32_t, std::string> read_back(const std::string& text,
                                          const std::vector<char32_t>& characters) {
  std::map<char32_t, std::string> result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto begin = text.find(label(characters[i]), at);
    if (begin == std::string::npos) continue;
    at = begin + label(characters[i]).size();
    const auto end = i + 1 < characters.size()
                         ? text.find(fmt::format("C{}", label(characters[i + 1])), at)
                         : text.rfind('C');
    if (end != std::string::npos) result[characters[i]] = text.substr(at, end - at);
  }
  return result;
}

struct Figures {
  std::size_t set = 0;
  std::vector<std::string> wrong;
};

void set_all(const std::vector<char32_t>& characters, const std::string& engine, Figures& figures) {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv_of(characters));
  const auto outcome = run_xmlcv(
      {"build", "cv.xml", "-o", "cv.pdf", "--engine", engine, "--timeout", "600"}, folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  const auto found = read_back(squeezed_raw_text(folder.path() / "cv.pdf"), characters);
  for (const char32_t c : characters) {
    ++figures.set;
    const auto text = found.find(c);
    if (text != found.end() && text->second == nfc(with_base(c))) continue;
    figures.wrong.push_back(fmt::format("{} came out as {}", code_and_name(c),
                                        text == found.end() ? "nothing" : text->second));
  }
}

}  // namespace

TEST_CASE("every character that pdfLaTeX is trusted with comes out as itself", "[slow]") {
  const auto letters = pdflatex_letters();
  REQUIRE(letters);
  std::vector<char32_t> characters;
  for (char32_t c = '!'; c < 0x7F; ++c) characters.push_back(c);
  std::ranges::copy_if(*letters, std::back_inserter(characters),
                       [](char32_t c) { return nfc(utf8(c)) == utf8(c); });
  Figures figures;
  set_all(characters, "pdflatex", figures);
  WARN(fmt::format("pdfLaTeX: {} of {}", figures.set - figures.wrong.size(), figures.set));
  CHECK(figures.set > 280);
  CHECK(figures.wrong == std::vector<std::string>{});
}

// In the gate one of sixteen.
TEST_CASE("every character that a font of the machine has comes out as itself", "[slow][whole]") {
  const Fonts fonts(Fonts::Kind::sans, "en");
  std::vector<char32_t> characters;
  const std::size_t share = is_whole_product() ? 1 : 16;
  for (char32_t c = '!'; c < 0x20000; ++c) {
    if (c >= 0x80 && c % (c >= 0x10000 ? 16 : share) != 0) continue;
    if (has_a_place(c) && (c < 0x7F || fonts.find({c}, false))) characters.push_back(c);
  }
  Figures figures;
  constexpr std::size_t at_once = 8000;
  for (std::size_t i = 0; i < characters.size(); i += at_once) {
    const auto end = std::min(i + at_once, characters.size());
    set_all({characters.begin() + static_cast<std::ptrdiff_t>(i),
             characters.begin() + static_cast<std::ptrdiff_t>(end)},
            "lualatex", figures);
  }
  WARN(fmt::format("LuaLaTeX: {} of {}", figures.set - figures.wrong.size(), figures.set));
  CHECK(figures.set > 5000 / share);
  CHECK(figures.wrong == std::vector<std::string>{});
}

namespace {

// Each place where text may stand, as [name].
constexpr auto places = R"(<cv xmlns="urn:xmlcv:1" xml:lang="en" keywords="[keywords]">
<person><name><given>[given]</given><family>[family]</family></name>
<headline>[headline]</headline><address>[address]</address><born>[born]</born>
<social network="github" href="https://example.org/">[account]</social>
<quote>[quote]</quote><extra>[extra]</extra></person>
<section kind="work"><title>[heading]</title>
<entry><when>[when]</when><title>[title]</title><organization>[organization]</organization>
<place>[place]</place><grade>[grade]</grade>
<p>[p] <b>[bold]</b> <i>[italic]</i> <b><i>[both]</i></b> <a href="https://example.org/">[link]</a></p>
<p><code>[code]</code></p><p>x<sub>[sub]</sub></p><p>x<sup>[sup]</sup></p>
<list><li>[li]</li></list><item><label>[label]</label>[item]</item></entry>
<group><title>[group]</title><p>x</p></group></section>
<section kind="publications"><publication><author>[author]</author><editor>[editor]</editor>
<title>[paper]</title><venue>[venue]</venue><series>[series]</series><volume>[volume]</volume>
<number>[number]</number><publisher>[publisher]</publisher><place>[town]</place>
<note>[note]</note></publication></section></cv>
)";

struct Filled {
  std::string xml;
  std::vector<std::string> texts;
};

Filled fill(const std::string& text) {
  std::string in_xml;
  for (const char c : text) in_xml += c == '"' ? "&quot;" : escaped(std::string(1, c));
  Filled result;
  const std::string form = places;
  std::size_t at = 0;
  for (auto begin = form.find('['); begin != std::string::npos; begin = form.find('[', at)) {
    const auto end = form.find(']', begin);
    const auto name = form.substr(begin + 1, end - begin - 1);
    result.xml += form.substr(at, begin - at) + name + in_xml;
    if (name != "keywords") result.texts.push_back(name + text);
    at = end + 1;
  }
  result.xml += form.substr(at);
  return result;
}

std::string output_of(const std::string& program, std::vector<std::string> options,
                      const fs::path& pdf) {
  options.push_back(pdf.filename().string());
  const auto outcome = run_program(program, std::move(options), pdf.parent_path());
  REQUIRE(outcome.status == 0);
  return outcome.output;
}

void check_places(const std::string& text, const std::string& style, const std::string& engine) {
  CAPTURE(style, engine);
  const TemporaryFolder folder;
  const auto filled = fill(text);
  write_file(folder.path() / "cv.xml", filled.xml);
  const auto outcome = run_xmlcv(
      {"build", "cv.xml", "-o", "cv.pdf", "--style", style, "--quiet", "--font-size", "10pt"},
      folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  const auto pdf = folder.path() / "cv.pdf";
  const auto found = squeezed_raw_text(pdf);
  CHECK(filled.texts.size() == 36);
  for (const auto& wanted : filled.texts) {
    INFO(wanted);
    CHECK(found.find(squeeze(nfc(wanted))) != std::string::npos);
  }
  const auto information = output_of("pdfinfo", {}, pdf);
  CHECK(information.find(fmt::format("given{0} family{0} – headline{0}\n", text)) !=
        std::string::npos);
  CHECK(information.find(fmt::format("keywords{}\n", text)) != std::string::npos);
  CHECK(information.find(engine) != std::string::npos);
}

// What TeX would take for orders or for ligatures, in lots that fit into a line.
constexpr std::array special = {R"( \ { } $ & # % _ ~ ^ " ' ` < > | @ * = + / ;)",
                                R"( -- --- '' `` << >> ,, ?` !` \\ "x" 'x' fi ffl)",
                                R"( ~x ^^41 %x $x$ \x@y [x] a_b a^b #1 &amp; \%)",
                                R"( \input{x} \directlua{x()} \end)"};

// The first letter of each script that a font has.
std::vector<char32_t> letter_of_each_script() {
  const Fonts fonts(Fonts::Kind::sans, "en");
  std::map<int, char32_t> letters;
  for (char32_t c = 0xA1; c < 0x20000; ++c) {
    UErrorCode code = U_ZERO_ERROR;
    const int script = uscript_getScript(static_cast<UChar32>(c), &code);
    if (letters.contains(script) || is_mark(c) || !has_a_place(c) || nfc(utf8(c)) != utf8(c)) {
      continue;
    }
    if (fonts.find({c}, false)) letters[script] = c;
  }
  CHECK(letters.size() > 20);
  std::vector<char32_t> result;
  for (const auto& [script, letter] : letters) result.push_back(letter);
  return result;
}

}  // namespace

TEST_CASE("TeX's special characters come out of every place", "[whole]") {
  constexpr std::array styles = {"classic", "casual", "banking", "oldstyle"};
  for (std::size_t i = 0; i < special.size(); ++i) {
    if (is_chosen_look(i, 0)) check_places(special[i], styles[i], "pdfTeX");
    if (is_chosen_look(i, 1)) check_places(fmt::format("{}…", special[i]), styles[i], "LuaTeX");
  }
}

TEST_CASE("letters of Latin script come out of every place") {
  check_places(" é ß Ł œ € § “x” „x‘ – — ’’ ‘‘", "classic", "pdfTeX");
  check_places(" ș Đ ī ² … Tiếng Việt x̂ ≥ ‑ ™ ĳ", "classic", "LuaTeX");
}

TEST_CASE("a letter of each script comes out of every place", "[whole]") {
  check_places(" 한국어 日本語 हिन्दी Ελλάδα мир 😀", "casual", "LuaTeX");
  const auto letters = letter_of_each_script();
  constexpr std::size_t in_a_line = 16;
  const std::size_t step = is_whole_product() ? in_a_line : 5 * in_a_line;
  for (std::size_t i = 0; i < letters.size(); i += step) {
    std::string text;
    for (std::size_t j = i; j < std::min(i + in_a_line, letters.size()); ++j) {
      text += fmt::format(" {}", utf8(letters[j]));
    }
    check_places(text, "classic", "LuaTeX");
  }
}

namespace {

constexpr auto japanese =
    "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"ja\"><person><name><family>山</family></name></person>\n"
    "<section kind=\"other\"><title>T</title><p>a &#x65E5;本語 Ω</p></section></cv>\n";

Outcome run_with(const std::string& variable, std::vector<std::string> command,
                 const fs::path& folder) {
  command.insert(command.begin(), variable);
  return run_program("env", command, folder);
}

}  // namespace

TEST_CASE("what no font has is refused at its place, with a package that has one") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", japanese);
  const auto fonts = folder.path() / "fonts.conf";
  write_file(fonts, "<fontconfig></fontconfig>\n");
  for (const auto* action : {"check", "build"}) {
    std::vector<std::string> command = {XMLCV_PROGRAM, action, "cv.xml", "--quiet"};
    if (action == std::string("build")) command.insert(command.end(), {"-o", "cv.pdf"});
    const auto outcome =
        run_with(fmt::format("FONTCONFIG_FILE={}", fonts.string()), command, folder.path());
    CHECK(outcome.status == 1);
    CHECK(outcome.output ==
          "cv.xml:1:61: error: no font on this machine has 山, U+5C71 (CJK UNIFIED "
          "IDEOGRAPH-5C71), nor 3 others of this script\n"
          "cv.xml:1:61: note: on Debian and Ubuntu: apt-get install fonts-noto-cjk or "
          "fonts-unifont\n");
    CHECK_FALSE(fs::exists(folder.path() / "cv-latex"));
  }
}

TEST_CASE("pdfLaTeX, where it is asked for, is refused what it has no letter for") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", japanese);
  const auto outcome = run_program(
      XMLCV_PROGRAM, {"check", "cv.xml", "--quiet", "--engine", "pdflatex"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.starts_with(
      "cv.xml:1:61: error: pdfLaTeX has no letter for 山, U+5C71 (CJK UNIFIED IDEOGRAPH-5C71), "
      "nor 3 others of this script\n"));
}

TEST_CASE("plain latexmk takes the engine and the fonts that the CV needs") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", japanese);
  REQUIRE(run_xmlcv({"tex", "cv.xml", "-o", "latex"}, folder.path()).status == 0);
  const auto latex = folder.path() / "latex";
  const auto outcome = run_program("latexmk", {"-interaction=nonstopmode"}, latex);
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK(squeezed_text(latex / "cv.pdf").find("a日本語Ω") != std::string::npos);

  const auto without =
      run_with("OSFONTDIR=/nowhere", {"latexmk", "-g", "-interaction=nonstopmode"}, latex);
  CHECK(without.status != 0);
  CHECK(
      squeeze(read_file(latex / "cv.log")).find("needsthefontNotoSansCJK-Regular.ttc,whichisnot") !=
      std::string::npos);
}

TEST_CASE("the same text gives the same bytes with LuaLaTeX") {
  const TemporaryFolder here;
  const TemporaryFolder there("another place ");
  for (const auto* folder : {&here, &there}) {
    write_file(folder->path() / "cv.xml", japanese);
    REQUIRE(run_with(folder == &here ? "TZ=Asia/Tokyo" : "TZ=America/Lima",
                     {XMLCV_PROGRAM, "build", "cv.xml", "-o", "cv.pdf"}, folder->path())
                .status == 0);
  }
  const auto pdf = read_file(here.path() / "cv.pdf");
  CHECK(pdf == read_file(there.path() / "cv.pdf"));
  CHECK(output_of("pdfinfo", {}, here.path() / "cv.pdf").find("CreationDate") == std::string::npos);
}
