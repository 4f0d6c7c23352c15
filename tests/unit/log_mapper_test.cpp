#include "feedback/log_mapper.h"

#include "catch.h"
#include "latex/latex_writer.h"
#include "machine/failure.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

const Source source("cv.xml", "<item date=\"2019\">a ≥ b</item>\n<p>c</p>\n<p>≥</p>\n");
const std::size_t item = 0;
const std::size_t paragraph = source.text().find("<p>c");

// \cvitem on lines 2 to 4, the paragraph on line 6.
LatexDocument document() {
  LatexWriter writer;
  writer.line("");
  const Latex year = writer.leaf(Words{source.at(source.text().find("2019")), "2019"});
  const Latex text = writer.leaf(Words{source.at(item), "a ≥ b"});
  writer.command("cvitem", {year, text}, source.at(item));
  writer.line("");
  writer.command("cvlistitem", {writer.leaf(Words{source.at(paragraph), "c"})},
                 source.at(paragraph));
  return {"", writer.text(), writer.map(), std::nullopt};
}

Diagnostic mapped(const std::vector<TexError>& errors) {
  Diagnostics diagnostics;
  map_errors({errors, {}, {}, {}}, document(), "cv-latex/cv.log", diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.has_errors());
  return diagnostics.sorted()[0];
}

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("TeX's error stands at the element whose command it stopped in") {
  for (const std::size_t line : {2, 3, 4}) {
    const auto diagnostic = mapped({{"cv-body.tex", line, "Undefined control sequence."}});
    CHECK(diagnostic.location.source == &source);
    CHECK(diagnostic.location.offset == item);
    CHECK(contains(diagnostic.message, "Undefined control sequence."));
    CHECK(contains(diagnostic.hint, "cv-latex/cv.log"));
  }
  CHECK(mapped({{"cv-body.tex", 6, "x"}}).location.offset == paragraph);
}

TEST_CASE("TeX's error in no command is told without a place, and with the log") {
  for (const auto& error :
       {TexError{"cv.tex", 3, "File ended"}, TexError{"xmlcv.sty", 2, "File ended"},
        TexError{"", 0, "File ended"}, TexError{"cv-body.tex", 1, "File ended"},
        TexError{"cv-body.tex", 99, "File ended"}}) {
    CAPTURE(error.file, error.line);
    const auto diagnostic = mapped({error});
    CHECK(diagnostic.location.source == nullptr);
    CHECK(contains(diagnostic.message, "File ended"));
    CHECK(contains(diagnostic.hint, "cv-latex/cv.log"));
  }
}

TEST_CASE("a letter that pdfLaTeX lacks is shown where it stands") {
  const auto diagnostic = mapped({{"cv-body.tex", 4, "Unicode character ≥ (U+2265)"}});
  CHECK(diagnostic.location.offset == source.text().find("≥"));
  CHECK(contains(diagnostic.message, "≥"));
}

TEST_CASE("a letter that the call does not hold is shown at the call") {
  const auto diagnostic = mapped({{"cv-body.tex", 6, "Unicode character ≥ (U+2265)"}});
  CHECK(diagnostic.location.offset == paragraph);
}

TEST_CASE("the first of several errors counts") {
  const auto diagnostic = mapped({{"cv-body.tex", 6, "first"}, {"cv-body.tex", 2, "second"}});
  CHECK(diagnostic.location.offset == paragraph);
  CHECK(contains(diagnostic.message, "first"));
}

TEST_CASE("a failure without an error in the log is told, with the log") {
  const auto diagnostic = mapped({});
  CHECK(diagnostic.location.source == nullptr);
  CHECK(contains(diagnostic.hint, "cv-latex/cv.log"));
}

TEST_CASE("a TeX package that is not installed is named, with what installs it") {
  struct Case {
    const char* file;
    const char* package;
  };
  for (const auto& [file, package] :
       {Case{"moderncv.cls", "texlive-latex-extra"}, Case{"lmodern.sty", "lmodern"},
        Case{"nosuch.sty", "texlive-latex-extra"}}) {
    CAPTURE(file);
    Diagnostics diagnostics;
    try {
      map_errors({{{"", 0, "File `" + std::string(file) + "' not found."}}, {}, {}, {}}, document(),
                 "cv.log", diagnostics);
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.status() == ExitStatus::missing_program);
      CHECK(contains(failure.what(), file));
      CHECK(contains(failure.hint(), package));
    }
    CHECK(diagnostics.sorted().empty());
  }
}

namespace {

const Source raw_source("raw.xml",
                        "<p>a</p>\n<tex>one &amp;\n  \\textbf{two\n\n three \\fooo</tex>\n");

// A command on line 1, and the lines of the <tex> on 2 to 5.
LatexDocument raw_document() {
  LatexWriter writer;
  writer.command("cvitem", {writer.leaf(Words{raw_source.at(0), "a"})}, raw_source.at(0));
  const auto text = raw_source.text();
  const auto at = [&text](const char* words) { return raw_source.at(text.find(words)); };
  writer.raw({at("<tex>"),
              "one &\n  \\textbf{two\n\n three \\fooo",
              {at("one"), at("  \\textbf"), at("\n three"), at(" three")}});
  return {"", writer.text(), writer.map(), std::nullopt};
}

std::string at_in_raw(const TexError& error) {
  Diagnostics diagnostics;
  map_errors({{error}, {}, {}, {}}, raw_document(), "cv.log", diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  const auto found = diagnostics.sorted()[0];
  REQUIRE(found.location.source == &raw_source);
  return std::string(raw_source.text().substr(found.location.offset, 5));
}

}  // namespace

TEST_CASE("an error in raw LaTeX is shown at its command or character") {
  CHECK(at_in_raw({"cv-body.tex", 5, "Undefined control sequence.", " three \\fooo",
                   " three \\fooo"}) == "\\fooo");
  CHECK(at_in_raw({"cv-body.tex", 2, "Misplaced alignment tab character &.", "one &", "one &"}) ==
        "&amp;");
  CHECK(at_in_raw({"cv-body.tex", 5, "Undefined control sequence.", "<argument> a \\textbf",
                   " three"}) == "\\text");
  CHECK(at_in_raw({"cv-body.tex", 5, "something else", "...ee", "...ee"}) == "three");
}

TEST_CASE("what has no end is shown where it begins") {
  for (const auto& error : {TexError{"cv-body.tex", 4, "Paragraph ended before \\x was complete."},
                            TexError{"cv.tex", 9, "File ended while scanning use of \\textbf ."},
                            TexError{"cv-body.tex", 1, "Missing } inserted."}}) {
    CAPTURE(error.message);
    const auto place = error.line == 1 ? TexError{"", 0, error.message} : error;
    CHECK(at_in_raw(place) == "{two\n");
  }
  CHECK(at_in_raw({"cv.tex", 9, "\\begin{x} on input line 5 ended by \\end{document}."}) ==
        "three");
}

TEST_CASE("an error behind the CV's text is of the only <tex>") {
  CHECK(at_in_raw({"", 0, "No pages of output."}) == "<tex>");
}

TEST_CASE("a font that is not installed is named, with what installs it") {
  for (const char* message :
       {"Font T1/lmss/m/n/11=ec-lmss10 at 11.0pt not loadable: Metric (TFM) file not found.",
        "pdflatex (file ec-lmss10): Font ec-lmss10 at 600 not found"}) {
    Diagnostics diagnostics;
    try {
      map_errors({{{"", 0, message}}, {}, {}, {}}, document(), "cv.log", diagnostics);
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(std::string(failure.what()) == "TeX has no font ec-lmss10");
      CHECK(contains(failure.hint(), "lmodern"));
    }
  }
}

TEST_CASE("what runs without end is shown where TeX was, or at the only <tex>") {
  const auto place =
      find_endless({{{"cv-body.tex", 5, "Interruption.", "\\relax", " three \\fooo"}}, {}, {}, {}},
                   raw_document());
  REQUIRE(place);
  CHECK(place->offset == raw_source.text().find("three"));
  CHECK(find_endless({}, raw_document())->offset == raw_source.text().find("<tex>"));
  CHECK_FALSE(find_endless({{{"cv-body.tex", 1, "Interruption."}}, {}, {}, {}}, raw_document()));
  CHECK_FALSE(find_endless({}, document()));
}

TEST_CASE("a character that LuaTeX finds in no font is shown where it stands, if TeX goes on too") {
  const TexError error{"", 0, "Missing character: There is no ≥ (U+2265) in font cmr10!"};
  CHECK(mapped({error}).location.offset == source.text().find("≥"));
  Diagnostics diagnostics;
  map_warnings({{error}, {}, {}, {}}, document(), "cv.log", diagnostics);
  REQUIRE(diagnostics.has_errors());
  CHECK(diagnostics.sorted()[0].message == "the font cmr10 lacks the letter ≥ (U+2265)");
}

TEST_CASE("a photo that TeX cannot read or set has the error, whatever the engine says") {
  auto with_photo = document();
  with_photo.photo = source.at(3);
  for (const auto& error : {TexError{"", 0, "pdflatex (file ./photo.png): libpng: internal error"},
                            TexError{"cv.tex", 10, "error:  (writepng): reading chunk type failed"},
                            TexError{"cv-body.tex", 4, "Dimension too large."}}) {
    CAPTURE(error.message);
    Diagnostics diagnostics;
    map_errors({{error}, {}, {}, {}}, with_photo, "cv.log", diagnostics);
    REQUIRE(diagnostics.sorted().size() == 1);
    CHECK(diagnostics.sorted()[0].location.offset == 3);
    CHECK(contains(diagnostics.sorted()[0].message, "the photo is"));
  }
}
