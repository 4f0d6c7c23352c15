#include "catch.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;

TEST_CASE("contact data come out of the PDF as they stand in the XML") {
  const TemporaryFolder folder;
  const fs::path pdf = folder.path() / "contacts.pdf";
  const auto outcome = run_xmlcv({"build", "contacts.xml", "-o", pdf.string()},
                                 fs::path(XMLCV_SOURCE_DIR) / "tests/golden/cases/good");
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  const auto text = pages_of(pdf).at(0);
  for (const auto* contact :
       {"Jane Doe", "Engineer & author", "1 Main Street, Berlin", "+49 30 1234-56",
        "+49 (0)30 123456", "a_b%c@example.org", "https://example.org/~jane", "jane_doe",
        "1 May 1990", "Ship it.", "Driving licence B"}) {
    INFO(contact);
    CHECK(text.find(contact) != std::string::npos);
  }
}

TEST_CASE("special characters come out of the PDF as they stand in the XML") {
  const TemporaryFolder folder;
  const fs::path pdf = folder.path() / "characters.pdf";
  const auto outcome = run_xmlcv({"build", "special-characters.xml", "-o", pdf.string()},
                                 fs::path(XMLCV_SOURCE_DIR) / "tests/golden/cases/good");
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  const auto text = squeezed_text(pdf);
  for (const auto* words :
       {"# $ % & _ { } ~ ^ \\ < > | \" ' ` [x] *", "-- --- –- ,, <<x>> '' `` ?` !` ’’ ‘‘",
        "100% of C# & C++ in R&D_2, ~10^6 users"}) {
    INFO(words);
    CHECK(text.find(squeeze(words)) != std::string::npos);
  }
}

TEST_CASE("contacts stand in the file's order, and an address has the lines that were written") {
  const TemporaryFolder folder;
  std::filesystem::copy_file(XMLCV_SOURCE_DIR "/tests/golden/cases/good/several-contacts.xml",
                             folder.path() / "cv.xml");
  const std::vector<std::string> parts = {"ada@uni.example.org (dienstlich)",
                                          "Institut für Rechenmaschinen\n",
                                          "Hauptstraße 1\n",
                                          "10115 Berlin (dienstlich)\n",
                                          "ada@example.org (privat)",
                                          "example.org",
                                          "uni.example.org/ada (dienstlich)",
                                          "Britin",
                                          "Gartenweg 3",
                                          "12345 Dorf",
                                          "Führerschein B",
                                          "PeerTube & Co ada"};
  for (const auto* style : {"classic", "banking", "oldstyle", "casual"}) {
    const auto* engine = style[0] == 'c' ? "pdflatex" : "lualatex";
    INFO(engine << " " << style);
    const auto outcome = run_xmlcv(
        {"build", "cv.xml", "-o", "cv.pdf", "--style", style, "--engine", engine}, folder.path());
    CHECK(outcome.output == "");
    REQUIRE(outcome.status == 0);
    // In the narrow margin of oldstyle what does not fit takes a second line.
    auto text = run_program("pdftotext", {"cv.pdf", "-"}, folder.path()).output;
    for (auto at = text.find("\n("); at != text.npos; at = text.find("\n(", at)) text[at] = ' ';
    std::size_t at = 0;
    for (const auto& part : parts) {
      INFO(part << "\n" << text);
      const auto found = text.find(part, at);
      CHECK(found != text.npos);
      if (found != text.npos) at = found;
    }
  }
}
