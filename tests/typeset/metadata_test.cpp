#include <regex>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

constexpr auto cv =
    "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"de\" updated=\"2019-04-30\" keywords=\"A &amp; B, 50 "
    "%\">\n"
    "<person><name><given>Zoë_#</given><family>O’Müller</family></name>\n"
    "<headline>Ärztin <i>{und}</i> \\TeX $x^2$</headline></person>\n"
    "<section kind=\"work\"><title>Über 100 % &amp; <b>mehr</b></title><p>x</p></section></cv>\n";

// One line of what pdfinfo prints, in UTC.
std::string info(const fs::path& pdf, const std::string& field) {
  const auto outcome = run_program(
      "env", {"TZ=UTC", "pdfinfo", "-isodates", pdf.filename().string()}, pdf.parent_path());
  REQUIRE(outcome.status == 0);
  std::smatch found;
  const std::regex line("(^|\n)" + field + ": +([^\n]*)\n");
  return std::regex_search(outcome.output, found, line) ? found[2].str() : "(none)";
}

std::string catalog(const fs::path& pdf) {
  const auto outcome =
      run_program("mutool", {"show", pdf.filename().string(), "trailer/Root"}, pdf.parent_path());
  REQUIRE(outcome.status == 0);
  return outcome.output;
}

std::string outline(const fs::path& pdf) {
  const auto outcome =
      run_program("mutool", {"show", pdf.filename().string(), "outline"}, pdf.parent_path());
  return outcome.output;
}

// Builds with other words in the environment, and gives the bytes.
std::string built(const fs::path& folder, std::vector<std::string> environment) {
  fs::create_directories(folder);
  write_file(folder / "cv.xml", cv);
  environment.insert(environment.end(), {XMLCV_PROGRAM, "build", "cv.xml", "-o", "cv.pdf"});
  const auto outcome = run_program("env", environment, folder);
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  return read_file(folder / "cv.pdf");
}

}  // namespace

TEST_CASE("the metadata are the XML's, in its language, as plain strings") {
  const TemporaryFolder folder;
  built(folder.path(), {});
  const auto pdf = folder.path() / "cv.pdf";
  CHECK(info(pdf, "Title") == "Zoë_# O’Müller – Ärztin {und} \\TeX $x^2$");
  CHECK(info(pdf, "Author") == "Zoë_# O’Müller");
  CHECK(info(pdf, "Subject") == "Lebenslauf");
  CHECK(info(pdf, "Keywords") == "A & B, 50 %");
  CHECK(info(pdf, "CreationDate") == "2019-04-30T00:00:00Z");
  CHECK(info(pdf, "ModDate") == "2019-04-30T00:00:00Z");
  const auto root = catalog(pdf);
  CHECK(root.find("/Lang (de)") != std::string::npos);
  CHECK(root.find("/DisplayDocTitle true") != std::string::npos);
  CHECK(outline(pdf).find("\"Über 100 % & mehr\"") != std::string::npos);
}

TEST_CASE("the same input gives the same bytes, wherever and whenever it is built") {
  const TemporaryFolder here;
  const TemporaryFolder there("another place ");
  const auto first = built(here.path(), {"TZ=Asia/Tokyo", "LC_ALL=C.UTF-8", "LANGUAGE=de"});
  const auto second = built(there.path() / "deeper", {"TZ=America/Lima", "LC_ALL=C", "HOME=/"});
  CHECK(first == second);

  const auto dated = built(here.path() / "dated", {"SOURCE_DATE_EPOCH=1000000000"});
  CHECK(dated != first);
  CHECK(info(here.path() / "dated/cv.pdf", "CreationDate") == "2001-09-09T01:46:40Z");
  CHECK(dated == built(there.path() / "dated", {"SOURCE_DATE_EPOCH=1000000000", "TZ=Asia/Tokyo"}));
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no number is wrong usage") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv);
  const auto outcome = run_program(
      "env", {"SOURCE_DATE_EPOCH=today", XMLCV_PROGRAM, "check", "cv.xml"}, folder.path());
  CHECK(outcome.status == 2);
  CHECK(outcome.output ==
        "xmlcv: error: SOURCE_DATE_EPOCH in the environment is no number of seconds: today\n");
}
