#include <algorithm>
#include <sstream>

#include "catch.h"
#include "cv_strings.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path examples = fs::path(XMLCV_SOURCE_DIR) / "xml/examples";

// The reference CV, built once for all tests of this file.
const fs::path& hanafy_pdf() {
  static const TemporaryFolder folder;
  static const fs::path pdf = [] {
    const fs::path path = folder.path() / "hanafy.pdf";
    const auto outcome = run_xmlcv({"build", "hanafy.xml", "-o", path.string()}, examples);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    REQUIRE(outcome.output == "");  // quiet in a pipe
    return path;
  }();
  return pdf;
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

std::string last_line(const std::string& page) {
  std::istringstream lines(page);
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return last;
}

}  // namespace

TEST_CASE("every string of the reference CV is in the text of its PDF") {
  const auto strings = printed_strings(examples / "hanafy.xml");
  CHECK(strings.size() > 250);
  const std::string text = squeezed_text(hanafy_pdf());
  for (const auto& string : strings) {
    INFO(string);
    CHECK(text.find(squeeze(string)) != std::string::npos);
  }
}

TEST_CASE("the parts of a publication stand in the order of a bibliography") {
  const std::string text = squeezed_text(hanafy_pdf());
  CHECK(text.find(squeeze("2019 Walid A. Hanafy, Amr E. Mohamed, and Sameh A. Salem. A New "
                          "Infrastructure Elasticity Control Algorithm for Containerized Cloud. "
                          "IEEE Access, volume 7, pages 39731–39741.")) != std::string::npos);
  CHECK(text.find(squeeze("Hyunseok Chang, Limin Wang, Sarit Mukherjee, and Walid Abdelrahman. "
                          "End-to-End RDMA Telemetry System. Patent US20230246931A1.")) !=
        std::string::npos);
}

TEST_CASE("the owner is bold in all sixteen publications, and nobody else is") {
  const auto weights = weights_of(hanafy_pdf());
  CHECK(count(weights.bold, "WalidA.Hanafy") == 15);
  CHECK(count(weights.bold, "WalidAbdelrahman") == 1);
  CHECK(count(weights.other, "WalidA.Hanafy") == 1);  // the header
  CHECK(count(weights.other, "Abdelrahman") == 0);
  for (const auto* other : {"Shenoy", "Bashir", "Irwin", "Liang", "Mohamed"}) {
    CHECK(count(weights.bold, other) == 0);
  }
}

TEST_CASE("the reference CV has four pages, none of which ends with a heading") {
  const auto pages = pages_of(hanafy_pdf());
  REQUIRE(pages.size() == 4);
  static constexpr std::array headings = {"Summary",
                                          "Education",
                                          "Research Experience",
                                          "Publications and Patents",
                                          "Development Experience",
                                          "Teaching Experience",
                                          "Achievements & Recognitions",
                                          "Computer Skills",
                                          "Services",
                                          "Research Assistant",
                                          "Summer Intern",
                                          "Teaching Assistant",
                                          "Software Engineer",
                                          "Research Engineer",
                                          "Visiting Lecturer"};
  for (const auto& page : pages) {
    const std::string last = last_line(page);
    INFO(last);
    CHECK(std::ranges::none_of(headings, [&last](const char* h) { return last.starts_with(h); }));
  }
}

TEST_CASE("no text of the reference CV stands over the margin") {
  const auto log = read_file(hanafy_pdf().parent_path() / "hanafy-latex/cv.log");
  REQUIRE(log.find("Output written on cv.pdf (4 pages") != std::string::npos);
  CHECK(count(log, "Overfull") == 0);
  CHECK(count(log, "LaTeX Warning") == 0);
}

TEST_CASE("every leaf of the body has both markers on a page") {
  const TemporaryFolder folder;
  fs::copy(hanafy_pdf().parent_path() / "hanafy-latex", folder.path(), fs::copy_options::recursive);
  REQUIRE(run_program("pdflatex", {"-interaction=batchmode", "cv.tex"}, folder.path()).status == 0);
  const auto body = read_file(folder.path() / "cv-body.tex");
  const auto positions = read_file(folder.path() / "cv.pos");
  CHECK(count(body, "\\cvtext{") > 250);
  CHECK(count(positions, " begin ") == count(body, "\\cvtext{"));
  CHECK(count(positions, " end ") == count(body, "\\cvtext{"));
}

TEST_CASE("the generated folder compiles alone with plain latexmk") {
  const TemporaryFolder elsewhere;
  const auto folder = hanafy_pdf().parent_path() / "hanafy-latex";
  for (const auto* file : {"cv.tex", "cv-body.tex", "xmlcv.sty", "latexmkrc"}) {
    fs::copy(folder / file, elsewhere.path() / file);
  }
  const auto outcome = run_program("latexmk", {}, elsewhere.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK(pages_of(elsewhere.path() / "cv.pdf") == pages_of(hanafy_pdf()));
}

TEST_CASE("the generated LaTeX reads as a person would write it") {
  const auto folder = hanafy_pdf().parent_path() / "hanafy-latex";
  for (const auto* file : {"cv.tex", "cv-body.tex"}) {
    const auto text = read_file(folder / file);
    for (const auto* primitive : {"@", "\\def", "\\let", "\\hbox", "\\vskip", "\\expandafter",
                                  "\\catcode", "\\csname", "\\relax", "\\pdf"}) {
      INFO(file << " holds " << primitive);
      CHECK(text.find(primitive) == std::string::npos);
    }
  }
}
