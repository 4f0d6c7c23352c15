#include "tex_log.h"

#include "catch.h"

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
     {"", 0, "File `gone.tex' not found."}},
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
     {"", 0, "File `nosuchpackage.sty' not found."}},
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

}  // namespace

TEST_CASE("the error of a log is found, and no more") {
  for (const auto& one : logs) {
    CAPTURE(one.name);
    const auto errors = parse_tex_log(one.log);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].file == one.error.file);
    CHECK(errors[0].line == one.error.line);
    CHECK(errors[0].message == one.error.message);
  }
}

TEST_CASE("the last line of a log may lack its end") {
  CHECK(parse_tex_log("./cv.tex:12: Missing $ inserted.").at(0).line == 12);
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
  CHECK(parse_tex_log(log).empty());
  CHECK(parse_tex_log("").empty());
}
