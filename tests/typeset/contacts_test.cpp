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
