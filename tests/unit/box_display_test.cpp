#include "typeset/box_display.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("the words of a line are read out of TeX's display of its box") {
  CHECK(words_of_box(R"([]\T1/lmss/m/n/10.95 words [] \T1/lmss/bx/n/10.95 in bold[])") ==
        "words  in bold");
  CHECK(words_of_box(R"(\T1/lmss/m/n/10.95 (-20) stretched (2019) words)") ==
        "stretched (2019) words");
  CHECK(words_of_box("") == "");
}

TEST_CASE("pdfTeX shows letters as their codes in T1, LuaTeX in UTF-8") {
  CHECK(words_of_box("\\T1/lmss/m/n/10.95 Elektrizit\xE4t \x8A\xF3"
                     "d\xB9") == "Elektrizität Łódź");
  CHECK(words_of_box("\\T1/lmss/m/n/10.95 a^^Ub^^Pc") == "a–b“c");
  CHECK(words_of_box("\\TU/lmss/m/n/10.95 Elektrizität Łódź ≥") == "Elektrizität Łódź ≥");
}
