#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <thread>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

constexpr auto head =
    "<cv xmlns=\"urn:xmlcv:1\">\n"
    "<person><name><family>Doe</family></name></person>\n"
    "<section kind=\"work\">\n";
constexpr auto foot = "</section></cv>\n";

void write_cv(const fs::path& path, const std::string& content) {
  write_file(path, head + content + foot);
}

}  // namespace

TEST_CASE("a letter that TeX does not have is refused at its place, and the old PDF stays") {
  const TemporaryFolder folder;
  const fs::path cv = folder.path() / "cv.xml";
  const fs::path pdf = folder.path() / "out/cv.pdf";
  write_cv(cv, "<p>good</p>\n");
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "out/cv.pdf"}, folder.path()).status == 0);
  const auto before = read_file(pdf);

  write_cv(cv, "<entry><title>one</title>\n  <place>x ≥ y</place></entry>\n");
  const auto outcome =
      run_xmlcv({"build", "cv.xml", "-o", "out/cv.pdf", "--engine", "pdflatex"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output ==
        "cv.xml:5:12: error: pdfLaTeX has no letter for ≥, U+2265 (GREATER-THAN OR EQUAL TO)\n"
        "    5 |   <place>x ≥ y</place></entry>\n"
        "      |            ^\n"
        "      = hint: LuaLaTeX sets it: --engine lualatex\n");
  CHECK(read_file(pdf) == before);

  write_cv(cv, "<p>good again</p>\n");
  CHECK(run_xmlcv({"build", "cv.xml", "-o", "out/cv.pdf"}, folder.path()).status == 0);
  CHECK(read_file(pdf) != before);
}

TEST_CASE("an invalid CV writes nothing") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "<entri/>\n");
  CHECK(run_xmlcv({"build", "cv.xml", "-o", "out/cv.pdf"}, folder.path()).status == 1);
  CHECK(run_xmlcv({"tex", "cv.xml", "-o", "out"}, folder.path()).status == 1);
  CHECK_FALSE(fs::exists(folder.path() / "out"));
}

TEST_CASE("a build that takes too long is stopped, with the status of a failed machine") {
  const TemporaryFolder folder;
  std::string paragraphs;
  for (int i = 0; i < 100'000; ++i) paragraphs += "<p>many words that take their time</p>\n";
  write_cv(folder.path() / "cv.xml", paragraphs);
  const auto outcome =
      run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--timeout", "3"}, folder.path());
  CHECK(outcome.status == 4);
  INFO(outcome.output);
  static const std::regex stopped(
      "xmlcv: error: TeX was stopped after 3 seconds of CPU time at cv.xml:[1-9][0-9]{2,}:1\n"
      "      = hint: --timeout gives it more time\n");
  CHECK(std::regex_match(outcome.output, stopped));
  CHECK_FALSE(fs::exists(folder.path() / "cv.pdf"));

  write_cv(folder.path() / "cv.xml", "<p>short</p>\n");
  CHECK(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path()).status == 0);
}

TEST_CASE("a machine without latexmk is told what to install") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "<p>text</p>\n");
  const auto outcome =
      run_program("env", {"PATH=/nonexistent", XMLCV_PROGRAM, "build", "cv.xml", "-o", "cv.pdf"},
                  folder.path());
  CHECK(outcome.status == 3);
  CHECK(outcome.output ==
        "xmlcv: error: pdflatex is not installed\n"
        "xmlcv: note: on Debian and Ubuntu: apt-get install texlive-latex-base\n");
}

TEST_CASE("a file that is not there is an error of the input") {
  const TemporaryFolder folder;
  const auto outcome = run_xmlcv({"check", "nobody.xml"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output == "xmlcv: error: cannot read nobody.xml: No such file or directory\n");
  CHECK(run_xmlcv({"check", "."}, folder.path()).output ==
        "xmlcv: error: cannot read .: it is a folder\n");
}

TEST_CASE("a wrong command line has a status of its own") {
  const TemporaryFolder folder;
  CHECK(run_xmlcv({}, folder.path()).status == 2);
  CHECK(run_xmlcv({"chekc", "cv.xml"}, folder.path()).status == 2);
  CHECK(run_xmlcv({"build"}, folder.path()).status == 2);
  for (const char* look : {"--pages=0", "--text-area=2", "--style=modern"}) {
    CHECK(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", look}, folder.path()).status == 2);
  }
  CHECK(run_xmlcv({"--version"}, folder.path()).output == "xmlcv 0.1.0\n");
}

TEST_CASE("a machine without moderncv is told what to install") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "<p>text</p>\n");
  // A class of the user's own tree overrides TeX's.
  const auto tree = folder.path() / "texmf";
  fs::create_directories(tree / "tex/latex");
  write_file(tree / "tex/latex/moderncv.cls", "\\LoadClass{nowhere}\n");
  const auto outcome = run_program("env",
                                   {"TEXMFHOME=" + tree.string(), XMLCV_PROGRAM, "build",
                                    "--message-format=long", "cv.xml", "-o", "cv.pdf"},
                                   folder.path());
  CHECK(outcome.status == 3);
  CHECK(outcome.output ==
        "xmlcv: error: TeX has no nowhere.cls\n"
        "      = hint: on Debian and Ubuntu: apt-get install texlive-latex-extra "
        "texlive-fonts-recommended\n");
}

TEST_CASE("what is larger or deeper than any CV is refused before it costs memory") {
  const TemporaryFolder folder;
  write_file(folder.path() / "large.xml", "");
  fs::resize_file(folder.path() / "large.xml", 1ULL << 30U);
  const auto large = run_xmlcv({"check", "large.xml"}, folder.path());
  CHECK(large.status == 1);
  CHECK(large.output == "xmlcv: error: cannot read large.xml: it is larger than 100 MB\n");

  std::string deep = "<cv xmlns=\"urn:xmlcv:1\">\n";
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  write_file(folder.path() / "deep.xml", deep);
  const auto nested = run_xmlcv({"check", "deep.xml"}, folder.path());
  CHECK(nested.status == 1);
  CHECK(nested.output.find("deep.xml:2:") == 0);
  CHECK(nested.output.find(": error: elements are nested more than 256 deep\n") <
        nested.output.find('\n'));
}

TEST_CASE("more elements than any CV has are refused at the first that is too many") {
  const TemporaryFolder folder;
  std::string breaks = "<p>x\n";
  // cv, person, name, family, section and p are six.
  for (int i = 0; i < 200000 - 6; ++i) breaks += "<br/>";
  write_cv(folder.path() / "most.xml", breaks + "x</p>");
  CHECK(run_xmlcv({"check", "most.xml"}, folder.path()).status == 0);
  write_cv(folder.path() / "more.xml", breaks + "\nx<br/>x</p>");
  const auto outcome = run_xmlcv({"check", "more.xml"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("more.xml:6:2: error: there are more than 200000 elements\n") == 0);
}

TEST_CASE("a text of more than 10 MB is refused at its element") {
  const TemporaryFolder folder;
  const auto check = [&folder](std::size_t letters) {
    write_cv(folder.path() / "cv.xml", "<p>short</p>\n<p>" + std::string(letters, 'x') + "</p>\n");
    return run_xmlcv({"check", "--quiet", "cv.xml"}, folder.path());
  };
  CHECK(check(9'999'997).output.find("10 MB") == std::string::npos);
  const auto outcome = check(9'999'998);
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("cv.xml:5:1: error: a text has more than 10 MB\n") == 0);
}

TEST_CASE("a text that is too long for TeX is refused at its element") {
  const TemporaryFolder folder;
  std::string words;
  for (int i = 0; i < 100000; ++i) words += "word ";
  write_cv(folder.path() / "cv.xml", "<p>short</p>\n<p>" + words + "</p>\n");
  const auto outcome = run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("cv.xml:5:1: error: this text is too long for TeX\n") == 0);
  CHECK_FALSE(fs::exists(folder.path() / "cv.pdf"));
}

TEST_CASE("a folder that cannot be written is the machine's error") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "<p>text</p>\n");
  write_file(folder.path() / "file", "");
  const auto outcome = run_xmlcv({"build", "cv.xml", "-o", "file/cv.pdf"}, folder.path());
  CHECK(outcome.status == 4);
  CHECK(outcome.output.find("xmlcv: error: cannot write ") == 0);
  CHECK(run_xmlcv({"tex", "cv.xml", "-o", "file"}, folder.path()).status == 4);
}

TEST_CASE("more pages than there may be are refused at what is beyond them") {
  const TemporaryFolder folder;
  std::string paragraphs;
  for (int i = 0; i < 100; ++i) paragraphs += "<p>words</p>\n";
  write_file(folder.path() / "cv.xml",
             std::string("<cv xmlns=\"urn:xmlcv:1\"><layout pages=\"1\"/>\n"
                         "<person><name><family>Doe</family></name></person>\n"
                         "<section kind=\"work\">\n") +
                 paragraphs + foot);
  const auto refused = run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path());
  CHECK(refused.status == 1);
  CHECK(refused.output.find(": error: from here on the CV is on page 2: it has 3 pages, and may "
                            "have 1\n") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() / "cv.pdf"));
  // The text at the place is the first on page 2.
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--pages", "3"}, folder.path()).status ==
          0);
  const auto pages = pages_of(folder.path() / "cv.pdf");
  REQUIRE(pages.size() == 3);
  const auto line = 4 + std::count(pages[0].begin(), pages[0].end(), 'w');
  CHECK(refused.output.find(fmt::format("cv.xml:{}:1: error:", line)) == 0);
}

TEST_CASE("the doctor says what is there, what is missing, and how to install it") {
  const TemporaryFolder folder;
  const auto healthy = run_xmlcv({"doctor"}, folder.path());
  INFO(healthy.output);
  CHECK(healthy.status == 0);
  const std::regex moderncv("  moderncv\\.cls +[0-9.]+ .*/moderncv\\.cls\n");
  CHECK(std::regex_search(healthy.output, moderncv));
  CHECK(healthy.output.find("MISSING") == std::string::npos);

  // TeX is there, its trees are not.
  const auto bare = run_program(
      "env", {"TEXMFCNF=/nonexistent", "TEXMFDBS=", "TEXMF=/nonexistent", XMLCV_PROGRAM, "doctor"},
      folder.path());
  CHECK(bare.status == 3);
  CHECK(std::regex_search(bare.output, std::regex("  latexmk +[0-9.]+ ")));
  CHECK(std::regex_search(bare.output, std::regex("  moderncv\\.cls +MISSING ")));
  CHECK(bare.output.find("  apt-get install texlive-latex-extra lmodern "
                         "texlive-fonts-recommended\n") != std::string::npos);
}

TEST_CASE("the doctor looks at a cache in which others make and remove folders") {
  const TemporaryFolder folder;
  const auto runs = folder.path() / "xmlcv" / "runs";
  std::atomic<bool> is_over = false;
  std::thread others([&] {
    for (int i = 0; !is_over; ++i) {
      const auto run = runs / std::to_string(i % 10);
      std::error_code ignored;
      fs::create_directories(run / "a" / "b" / "c", ignored);
      fs::remove_all(runs / std::to_string((i + 5) % 10), ignored);
    }
  });
  std::set<int> statuses;
  std::string output;
  for (int i = 0; i < 100; ++i) {
    const auto outcome = run_program(
        "env",
        {"XDG_CACHE_HOME=" + folder.path().string(), XMLCV_PROGRAM, "doctor", "--empty-cache"},
        folder.path());
    statuses.insert(outcome.status);
    output = outcome.output;
  }
  is_over = true;
  others.join();
  INFO(output);
  CHECK(statuses == std::set<int>{0});
}

TEST_CASE("the doctor asks for the icons that moderncv wants") {
  const TemporaryFolder folder;
  const auto tree = folder.path() / "tex/latex/moderncv";
  fs::create_directories(tree);
  write_file(tree / "moderncv.cls", "\\ProvidesClass{moderncv}[2030-01-01 v9.0 class]\n");
  write_file(tree / "moderncviconsawesome.sty", "\\RequirePackage{fontawesome99}\n");
  const auto outcome = run_program(
      "env", {fmt::format("TEXMFHOME={}", folder.path().string()), XMLCV_PROGRAM, "doctor"},
      folder.path());
  CHECK(outcome.status == 0);
  CHECK(std::regex_search(outcome.output, std::regex("  moderncv\\.cls +9\\.0 ")));
  CHECK(std::regex_search(outcome.output, std::regex("  fontawesome99\\.sty +not there ")));
  CHECK(std::regex_search(outcome.output, std::regex("\n  tlmgr install fontawesome99")));
}
