#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "catch.h"
#include "cv_strings.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path full = fs::path(XMLCV_SOURCE_DIR) / "xml/examples/full.xml";

// What theses load beside a CV, each package at least once with each engine.
struct Document {
  std::string document_class;
  std::string packages;
  std::string options;  // of \inputcv
};

constexpr auto babel = "\\usepackage[english,ngerman]{babel}";
constexpr auto biblatex = "\\usepackage[backend=biber]{biblatex}";
constexpr auto natbib = "\\usepackage{natbib}";
constexpr auto hyperref = "\\usepackage{hyperref}";
constexpr auto cleveref = "\\usepackage{cleveref}";
constexpr auto glossaries = "\\usepackage{glossaries}";

std::vector<Document> documents() {
  return {{"article", fmt::format("{}{}", natbib, hyperref), "level=subsection"},
          {"report", fmt::format("{}{}{}", biblatex, hyperref, cleveref), ""},
          {"book", fmt::format("{}{}{}", babel, hyperref, glossaries), "level=section"},
          {"scrartcl", fmt::format("{}{}", babel, biblatex), ""},
          {"scrreprt", fmt::format("{}{}{}{}", babel, biblatex, hyperref, cleveref), ""},
          {"scrbook", fmt::format("{}{}", natbib, glossaries), "level=chapter"},
          {"memoir", fmt::format("{}{}{}", babel, natbib, cleveref), ""}};
}

std::string main_file(const Document& document) {
  return fmt::format(
      "\\documentclass{{{}}}\n{}\n\\usepackage{{xmlcv}}\n\\begin{{document}}\n"
      "\\tableofcontents\n\\section{{A heading of the thesis}}\n\\inputcv[{}]{{cv}}\n"
      "Text behind the CV.\n\\end{{document}}\n",
      document.document_class, document.packages, document.options);
}

Outcome write_chapter(const TemporaryFolder& folder, const std::string& engine) {
  return run_xmlcv({"chapter", full.string(), "--allow-tex", "--engine", engine, "-o", "cv.ltx"},
                   folder.path());
}

// Twice, for the table of contents. Returns TeX's log.
std::string typeset(const TemporaryFolder& folder, const std::string& engine,
                    const Document& document) {
  write_file(folder.path() / "main.tex", main_file(document));
  for (int run = 0; run < 2; ++run) {
    const auto outcome = run_program(
        engine, {"-interaction=nonstopmode", "-halt-on-error", "main.tex"}, folder.path());
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
  }
  return read_file(folder.path() / "main.log");
}

void check_no_overfull_line(const std::string& log) {
  const std::regex overfull("Overfull \\\\[hv]box \\(([0-9.]+)pt");
  for (auto i = std::sregex_iterator(log.begin(), log.end(), overfull); i != std::sregex_iterator();
       ++i) {
    CHECK(std::stod((*i)[1]) <= 1);
  }
}

std::size_t times(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

void check_text(const fs::path& pdf, std::size_t headings) {
  const auto text = squeezed_text(pdf) + squeezed_raw_text(pdf);
  for (const auto& string : printed_strings(full)) {
    INFO(string);
    // In a publication's pages the hyphen becomes a dash.
    CHECK((text.find(squeeze(string)) != std::string::npos || string == "101-119"));
  }
  CHECK(times(squeezed_text(pdf), squeeze("Less selected writings")) == headings);
  CHECK(text.find(squeeze("Text behind the CV.")) != std::string::npos);
}

void check_classes(const std::string& engine) {
  const TemporaryFolder folder;
  REQUIRE(write_chapter(folder, engine).status == 0);
  CHECK(printed_strings(full).size() > 100);
  bool toc = false;
  for (auto document : documents()) {
    INFO(document.document_class);
    toc = !toc;
    if (toc) document.options += ",toc";
    for (const auto* file : {"main.aux", "main.toc", "main.out"}) {
      fs::remove(folder.path() / file);
    }
    check_no_overfull_line(typeset(folder, engine, document));
    check_text(folder.path() / "main.pdf", toc ? 2 : 1);
  }
}

const char* const quotes =
    "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name></person>"
    "<section kind=\"work\"><p>„A\" – 'b' -- c --- ,,d,, ?` ‘‘ ß “ \"a fi ffl ł</p></section></cv>";

}  // namespace

TEST_CASE("a chapter is set whole in seven classes with pdfLaTeX", "[slow]") {
  check_classes("pdflatex");
}
TEST_CASE("a chapter is set whole in seven classes with LuaLaTeX", "[slow]") {
  check_classes("lualatex");
}

TEST_CASE("a chapter keeps its quotes, hyphens and letters, whatever the document's fonts do") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", quotes);
  for (const auto* engine : {"pdflatex", "lualatex"}) {
    INFO(engine);
    const auto outcome =
        run_xmlcv({"chapter", "cv.xml", "--engine", engine, "-o", "cv.ltx"}, folder.path());
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    typeset(folder, engine, {"article", babel, ""});
    const auto text = squeezed_text(folder.path() / "main.pdf");
    INFO(text);
    CHECK(text.find("„A\"–'b'--c---,,d,,?`‘‘ß“\"afifflł") != std::string::npos);
  }
}

TEST_CASE("the document decides on numbers, level and head of a chapter") {
  const TemporaryFolder folder;
  REQUIRE(write_chapter(folder, "pdflatex").status == 0);
  typeset(folder, "pdflatex", {"article", "", "level=subsection,numbered,head=false"});
  const auto text = squeezed_text(folder.path() / "main.pdf");
  CHECK(times(text, "1.2Experience") == 2);
  CHECK(text.find("ada-holm") == text.rfind("ada-holm"));  // in a publication, not in the contacts
}

TEST_CASE("a chapter refuses what its engine cannot set, and the errors of the XML") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml",
             "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name></person>\n"
             "<section kind=\"work\"><p>東京</p></section></cv>");
  const auto letters = run_xmlcv({"chapter", "cv.xml", "-o", "cv.ltx"}, folder.path());
  CHECK(letters.status == 1);
  CHECK(letters.output.find("cv.xml:2:25: error: pdfLaTeX has no letter for 東") == 0);
  CHECK_FALSE(fs::exists(folder.path() / "cv.ltx"));
  write_file(folder.path() / "cv.xml", "<cv xmlns=\"urn:xmlcv:1\"><persn/></cv>");
  const auto error = run_xmlcv({"chapter", "cv.xml", "-o", "cv.ltx"}, folder.path());
  CHECK(error.status == 1);
  CHECK(error.output.find("cv.xml:1:25: error: unknown element <persn>") != std::string::npos);
}

TEST_CASE("a chapter overwrites no file that is not from xmlcv") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.ltx", "mine");
  const auto outcome = write_chapter(folder, "pdflatex");
  CHECK(outcome.status == 2);
  CHECK(outcome.output.find("cv.ltx is there already, and not from xmlcv") != std::string::npos);
  CHECK(read_file(folder.path() / "cv.ltx") == "mine");
}

TEST_CASE("with one line in its latexmkrc a LuaLaTeX document gets a chapter with any letters") {
  const TemporaryFolder folder;
  write_file(folder.path() / "latexmkrc", "eval `xmlcv latexmkrc` or die \"xmlcv: $@$!\\n\";\n");
  write_file(folder.path() / "cv.xml",
             "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name></person>"
             "<section kind=\"work\"><p>東京 Жук ≥</p></section></cv>");
  write_file(folder.path() / "main.tex", main_file({"article", hyperref, ""}));
  const auto outcome =
      run_program("env",
                  {fmt::format("PATH={}:{}", fs::path(XMLCV_PROGRAM).parent_path().string(),
                               std::getenv("PATH")),
                   "latexmk", "-lualatex", "-interaction=nonstopmode", "main.tex"},
                  folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK(squeezed_text(folder.path() / "main.pdf").find("東京Жук≥") != std::string::npos);
}
