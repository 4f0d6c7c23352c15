#include "log_mapper.h"

#include "catch.h"
#include "failure.h"
#include "latex_writer.h"
#include "source.h"

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
  map_errors(errors, document(), "cv-latex/cv.log", diagnostics);
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
      map_errors({{"", 0, "File `" + std::string(file) + "' not found."}}, document(), "cv.log",
                 diagnostics);
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.status() == ExitStatus::missing_program);
      CHECK(contains(failure.what(), file));
      CHECK(contains(failure.hint(), package));
    }
    CHECK(diagnostics.sorted().empty());
  }
}
