#include "bibliography/biber_log.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("biber's messages are read with their lines and keys") {
  const auto found = parse_biber_log(
      "[0] Config.pm:306> INFO - This is Biber 2.18 running in TOOL mode\n"
      "[132] Utils.pm:399> ERROR - BibTeX subsystem: /tmp/biber_tmp_BR_J/c26_28878.utf8, line 35, "
      "syntax error: found \"@online\", expected end of entry (\"}\" or \")\")\n"
      "[132] Biber.pm:130> WARN - BibTeX subsystem: /tmp/b, x/a.utf8, line 6, warning: possible "
      "runaway string started at line 5\n"
      // 2.18, and as 2.20 says it.
      "[248] Biber.pm:130> WARN - Entry 't4' (refs.bib): Field 'x' is strange\n"
      "[248] Biber.pm:130> WARN - article entry 't5' (refs.bib): Field 'x' is strange\n");
  REQUIRE(found.size() == 4);
  CHECK(found[0].is_error);
  CHECK(found[0].line == 35);
  CHECK(found[0].text == "found \"@online\", expected end of entry (\"}\" or \")\")");
  CHECK_FALSE(found[1].is_error);
  CHECK(found[1].line == 6);
  CHECK(found[1].text == "possible runaway string started at line 5");
  CHECK(found[2].key == "t4");
  CHECK(found[2].text == "Field 'x' is strange");
  CHECK(found[3].key == "t5");
  CHECK(found[3].text == "Field 'x' is strange");
}

TEST_CASE("what xmlcv says itself is left to it") {
  CHECK(
      parse_biber_log("[1] B.pm:1> WARN - Duplicate entry key: 'a' in file 'refs.bib', skipping\n"
                      "[1] B.pm:1> WARN - legacy year field 'in press' in entry 'a' is not an "
                      "integer - this will probably not sort properly.\n"
                      "[1] B.pm:1> WARN - Entry 'a' (refs.bib): Invalid format 'May 2020' of date "
                      "field 'date' - ignoring\n"
                      "[1] B.pm:1> WARN - I didn't find a database entry for crossref 'none' in "
                      "entry 'a' - ignoring (section 99999)\n"
                      "[1] B.pm:1> WARN - BibTeX subsystem: /tmp/b, x/a.utf8, line 6, warning: "
                      "undefined macro \"jacm\"\n"
                      "[1] B.pm:1> WARN - Overwriting field 'year' with year value from field "
                      "'date' for entry 'a'\n")
          .empty());
}
