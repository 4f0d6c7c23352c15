#include "command/success.h"

#include "catch.h"
#include "command/reports.h"

using namespace xmlcv;

TEST_CASE("a success is told in a line, with pages and seconds") {
  using std::chrono::duration;
  const Success pdf{{"out/cv.pdf", "out/cv.synctex"}, 4, Engine::lualatex, duration<double>(1.24)};
  CHECK(success_line(pdf, "cv.xml") == "out/cv.pdf: 4 pages, 1.2 s");
  CHECK(json_of(pdf) ==
        "{\"outputs\":[\"out/cv.pdf\",\"out/cv.synctex\"],\"pages\":4,\"engine\":\"lualatex\","
        "\"seconds\":1.24}\n");
  const Success page{{"cv.pdf"}, 1, Engine::pdflatex, duration<double>(0.96)};
  CHECK(success_line(page, "cv.xml") == "cv.pdf: 1 page, 1.0 s");
  const Success chapter{{"cv.ltx"}, std::nullopt, Engine::xelatex, duration<double>(0.02)};
  CHECK(success_line(chapter, "cv.xml") == "cv.ltx: 0.0 s");
  CHECK(json_of(chapter) == "{\"outputs\":[\"cv.ltx\"],\"engine\":\"xelatex\",\"seconds\":0.02}\n");
  CHECK(success_line({}, "cv.xml") == "cv.xml: no errors");
  CHECK(json_of({}) == "{\"outputs\":[],\"seconds\":0.0}\n");
}
