#include "latex/latex.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("LaTeX begins empty and grows by LaTeX") {
  Latex latex;
  CHECK(latex.empty());
  latex += Latex::code("\\textbf{");
  latex += Latex::code("x}");
  CHECK_FALSE(latex.empty());
  CHECK(latex.text() == "\\textbf{x}");
  CHECK((Latex::code("a") + Latex::code("b")).text() == "ab");
}

TEST_CASE("marks keep their places when LaTeX is put together") {
  const Latex first = Latex::code("ab") + Latex::code("c").marked(1);
  const Latex second = Latex::code("ä").marked(2) + Latex::code("d").marked(3);

  const Latex whole = (first + second).wrapped("\\x{", "}");

  CHECK(whole.text() == "\\x{abcäd}");
  REQUIRE(whole.marks().size() == 3);
  CHECK(whole.marks()[0].leaf == 1);
  CHECK(whole.marks()[0].position == 5);
  CHECK(whole.marks()[1].leaf == 2);
  CHECK(whole.marks()[1].position == 6);
  CHECK(whole.marks()[2].leaf == 3);
  CHECK(whole.marks()[2].position == 8);
}
