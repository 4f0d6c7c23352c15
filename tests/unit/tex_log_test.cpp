#include "typeset/tex_log.h"

#include <fmt/format.h>

#include "catch.h"
#include "machine/file.h"

using namespace xmlcv;

// The logs are cut out of those of pdfTeX 1.40.24 (TeX Live 2022), run with -file-line-error,
// -halt-on-error and -interaction=nonstopmode.

namespace {

struct Log {
  const char* name;
  const char* log;
  TexError error;
};

const Log logs[] = {
    {"an undefined control sequence",
     R"((./cv-body.tex
./cv-body.tex:3: Undefined control sequence.
l.3 \undefinedthing
                   {x}
Here is how much of TeX's memory you used:
 424 strings out of 477478

./cv-body.tex:3:  ==> Fatal error occurred, no output PDF file produced!
)",
     {"cv-body.tex", 3, "Undefined control sequence."}},
    {"a runaway argument",
     R"((./cv-body.tex)
Runaway argument?
{never closed \par next
./cv.tex:3: File ended while scanning use of \textbf .
<inserted text>
                \par
l.3 \input{cv-body}

./cv.tex:3:  ==> Fatal error occurred, no output PDF file produced!
)",
     {"cv.tex", 3, "File ended while scanning use of \\textbf ."}},
    {"a missing file",
     R"((./cv-body.tex

! LaTeX Error: File `gone.tex' not found.

Type X to quit or <RETURN> to proceed,
or enter new name. (Default extension: tex)

Enter file name:
./cv-body.tex:1: Emergency stop.
<read *>

l.1 Hello \input{gone}
                      ^^M

./cv-body.tex:1:  ==> Fatal error occurred, no output PDF file produced!
)",
     {"cv-body.tex", 1, "File `gone.tex' not found."}},
    {"a missing package",
     R"(
! LaTeX Error: File `nosuchpackage.sty' not found.

Type X to quit or <RETURN> to proceed,
or enter new name. (Default extension: sty)

Enter file name:
./cv.tex:3: Emergency stop.
<read *>

l.3 \begin
          {document}^^M
)",
     {"cv.tex", 3, "File `nosuchpackage.sty' not found."}},
    {"an error that LaTeX found",
     R"((./cv-body.tex

./cv-body.tex:1: LaTeX Error: Environment nosuch undefined.

See the LaTeX manual or LaTeX Companion for explanation.
Type  H <return>  for immediate help.
 ->\errmessage  LaTeX Error: Environment nosuch undefined.
)",
     {"cv-body.tex", 1, "Environment nosuch undefined."}},
    {"a character that the font lacks",
     R"((./cv-body.tex

./cv-body.tex:1: LaTeX Error: Unicode character ≥ (U+2265)
               not set up for use with LaTeX.

See the LaTeX manual or LaTeX Companion for explanation.
)",
     {"cv-body.tex", 1, "Unicode character ≥ (U+2265)"}},
    {"a file that ends too early",
     R"()
! Emergency stop.
<*> cv.tex

!  ==> Fatal error occurred, no output PDF file produced!
)",
     {"", 0, "Emergency stop."}},
    {"a truncated .aux file",
     R"((./cv.aux
./cv.aux:2: Undefined control sequence.
l.2 \newlab

./cv.aux:2:  ==> Fatal error occurred, no output PDF file produced!
)",
     {"cv.aux", 2, "Undefined control sequence."}},
    {"an error in a class",
     R"()

/usr/share/texlive/my.cls:2: Class my Error: bad thing.

See the my class documentation for explanation.
)",
     {"/usr/share/texlive/my.cls", 2, "Class my Error: bad thing."}},
    {"a broken picture",
     R"(File: epstopdf-sys.cfg 2010/07/13 v1.3 Configuration of (r)epstopdf for TeX Live
))
!pdfTeX error: pdflatex (file ./photo.png): libpng: internal error
 ==> Fatal error occurred, no output PDF file produced!
)",
     {"", 0, "pdflatex (file ./photo.png): libpng: internal error"}},
};

TexLog recorded(const std::string& name, const std::string& engine) {
  return parse_tex_log(
      read_file(XMLCV_SOURCE_DIR "/tests/unit/logs/" + name + "." + engine + ".log"));
}

}  // namespace

TEST_CASE("the error of a log is found, and no more") {
  for (const auto& one : logs) {
    CAPTURE(one.name);
    const auto errors = parse_tex_log(one.log).errors;
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].file == one.error.file);
    CHECK(errors[0].line == one.error.line);
    CHECK(errors[0].message == one.error.message);
  }
}

TEST_CASE("the last line of a log may lack its end") {
  CHECK(parse_tex_log("./cv.tex:12: Missing $ inserted.").errors.at(0).line == 12);
}

TEST_CASE("a log without errors has none") {
  const auto* log = R"(This is pdfTeX, Version 3.141592653-2.6-1.40.24 (TeX Live 2022/Debian)
entering extended mode
(./cv.tex
LaTeX2e <2022-11-01> patch level 1
(/usr/share/texlive/texmf-dist/tex/latex/base/article.cls
Document Class: article 2022/07/02 v1.4n Standard LaTeX document class
)
Package epstopdf-base Info: Redefining graphics rule for `.eps' on input line 485.
LaTeX Font Info:    Checking defaults for U/cmr/m/n on input line 2.
LaTeX Warning: Reference `x' on page 1 undefined on input line 3.

(./cv-body.tex) [1
{/var/lib/texmf/fonts/map/pdftex/updmap/pdftex.map}] (./cv.aux) )
Here is how much of TeX's memory you used:
 428 strings out of 477478
Overfull \hbox (12.3pt too wide) in paragraph at lines 12--13
[]\T1/lmss/m/n/11 see foo.tex:12: and then more
</usr/share/texlive/texmf-dist/fonts/type1/public/amsfonts/cm/cmr10.pfb>
Output written on cv.pdf (1 page, 11282 bytes).
)";
  const auto read = parse_tex_log(log);
  CHECK(read.errors.empty());
  CHECK(read.overfull_pages.empty());
  REQUIRE(read.warnings.size() == 1);
  CHECK(read.warnings[0].name == "x");
  REQUIRE(read.overfull_lines.size() == 1);
  CHECK(read.overfull_lines[0].display == R"([]\T1/lmss/m/n/11 see foo.tex:12: and then more)");
  CHECK(parse_tex_log("").errors.empty());
}

// tests/unit/logs/record wrote these, with pdfTeX 1.40.24 and LuaTeX 1.15.0 (TeX Live 2022).
TEST_CASE("both engines' logs tell the error, its line, and what TeX had read") {
  struct Case {
    const char* name;
    TexError error;
  };
  const Case cases[] = {
      {"argument-not-closed",
       {"cv.tex", 9, "File ended while scanning use of \\textbf .", "<inserted text> ",
        "\\input{cv-body}"}},
      {"endless-loop", {"cv-body.tex", 18, "Interruption."}},
      {"environment-not-ended",
       {"cv.tex", 10, "\\begin{itemize} on input line 17 ended by \\end{document}."}},
      {"misplaced-ampersand",
       {"cv-body.tex", 18, "Misplaced alignment tab character &.", "      Smith &",
        "      Smith &"}},
      {"missing-dollar",
       {"cv-body.tex", 18, "Missing $ inserted.", "<inserted text> ", "      a_"}},
      {"missing-file",
       {"cv-body.tex", 18, "File `gone.tex' not found.", "<read *> ", "      \\input{gone}"}},
      {"prompt", {"cv-body.tex", 18, "Emergency stop.", "<read 0> ", "      \\typein{What?}"}},
      {"undefined-command",
       {"cv-body.tex", 19, "Undefined control sequence.", "      words \\fooo",
        "      words \\fooo"}},
      {"undefined-command-in-argument",
       {"cv-body.tex", 20, "Undefined control sequence.", "<argument> good words and \\fooo ",
        "    }"}},
      {"undefined-environment",
       {"cv-body.tex", 18, "Environment nosuch undefined.", "", "      \\begin{nosuch}"}},
  };
  for (const auto& [name, error] : cases) {
    for (const char* engine : {"pdflatex", "lualatex"}) {
      CAPTURE(name, engine);
      const auto errors = recorded(name, engine).errors;
      REQUIRE(errors.size() == 1);
      CHECK(errors[0].file == error.file);
      CHECK(errors[0].line == error.line);
      CHECK(errors[0].message == error.message);
      if (!error.read.empty()) CHECK(errors[0].read == error.read);
      if (!error.context.empty()) CHECK(errors[0].context == error.context);
    }
  }
}

TEST_CASE("both engines' logs tell what does not fit, and what is not there or has no end") {
  using Kind = TexWarning::Kind;
  for (const char* engine : {"pdflatex", "lualatex"}) {
    CAPTURE(engine);
    const auto wide = recorded("word-too-wide", engine).overfull_lines;
    REQUIRE(wide.size() == 1);
    CHECK(wide[0].line == 17);
    CHECK(wide[0].points > 2);
    CHECK(wide[0].display.find("words and Donau-dampf-schiff") != std::string::npos);
    const auto high = recorded("box-too-high", engine).overfull_pages;
    REQUIRE(high.size() == 1);
    CHECK(high[0].page == 2);
    CHECK(high[0].points > 500);
    const auto lost = recorded("undefined-reference", engine).warnings;
    REQUIRE(lost.size() == 2);
    CHECK(lost[0].kind == Kind::undefined_reference);
    CHECK(lost[0].name == "nowhere");
    CHECK(lost[0].line == 18);
    CHECK(lost[1].kind == Kind::undefined_citation);
    CHECK(lost[1].name == "nobody");
    const auto group = recorded("brace-not-closed", engine).warnings;
    REQUIRE(group.size() == 1);
    CHECK(group[0].kind == Kind::unclosed_group);
    CHECK(group[0].line == 18);
    const auto condition = recorded("iftrue-not-ended", engine).warnings;
    REQUIRE(condition.size() == 1);
    CHECK(condition[0].kind == Kind::unclosed_condition);
    CHECK(condition[0].name == "\\iftrue");
    CHECK(condition[0].line == 18);
  }
}

TEST_CASE("where the engines have other words, both are found") {
  const auto message = [](const char* name, const char* engine) {
    const auto errors = recorded(name, engine).errors;
    return errors.size() == 1 ? errors[0].message : fmt::format("{} errors", errors.size());
  };
  CHECK(message("endless-macro", "pdflatex") ==
        "TeX capacity exceeded, sorry [input stack size=10000].");
  CHECK(message("missing-glyph", "pdflatex") ==
        "Missing character: There is no  (\"C8) in font cmr10.");
  CHECK(message("missing-glyph", "lualatex") ==
        "Missing character: There is no È (U+00C8) in font cmr10!");
  CHECK(message("photo-broken", "lualatex") == "error:  (writepng): reading chunk type failed");
  CHECK(message("missing-font", "pdflatex") ==
        "Font \\x=gone not loadable: Metric (TFM) file not found.");
  CHECK(message("missing-font", "lualatex") ==
        "Font \\x=gone not loadable: metric data not found or bad.");
}

TEST_CASE("an error of Lua is found, at the place that the end of the run names") {
  struct Case {
    const char* told;
    const char* message;
  };
  const Case cases[] = {
      {"[\\directlua]:1: x\nstack traceback:\n\t[C]: in function 'error'\n"
       "\t[\\directlua]:1: in main chunk.\n",
       "Lua error: x"},
      {"[\\directlua]:1: <name> expected near 'for'.\n", "Lua error: <name> expected near 'for'"},
      {"x.lua:1: unexpected symbol near '%'\nstack traceback:\n\t[C]: in function 'dofile'\n",
       "Lua error: x.lua:1: unexpected symbol near '%'"},
      {") [1\n\n{pdftex.map}[\\latelua]:1: late\nstack traceback:\n", "Lua error: late"}};
  for (const auto& [told, message] : cases) {
    CAPTURE(told);
    const auto log = parse_tex_log(std::string(told) +
                                   "l.18 \\directlua{error(\"x\")}\n     \n\n"
                                   "./cv-body.tex:18:  ==> Fatal error occurred, no output PDF "
                                   "file produced!\n");
    REQUIRE(log.errors.size() == 1);
    CHECK(log.errors[0].message == message);
    CHECK(log.errors[0].file == "cv-body.tex");
    CHECK(log.errors[0].line == 18);
    CHECK(log.errors[0].read == "\\directlua{error(\"x\")}");
  }
}
