#include "latex.h"

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
  Latex first = Latex::code("ab");
  first.mark(1);
  first += Latex::code("c");
  Latex second;
  second.mark(2);
  second += Latex::code("ä");
  second.mark(3);

  const Latex whole = first + second;

  CHECK(whole.text() == "abcä");
  REQUIRE(whole.marks().size() == 3);
  CHECK(whole.marks()[0].leaf == 1);
  CHECK(whole.marks()[0].position == 2);
  CHECK(whole.marks()[1].leaf == 2);
  CHECK(whole.marks()[1].position == 3);
  CHECK(whole.marks()[2].leaf == 3);
  CHECK(whole.marks()[2].position == 5);
}
