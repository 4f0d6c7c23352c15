#include "typeset/synctex_records.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("records are read sheet by sheet, with lines of the wanted source alone") {
  const auto sheets = parse_synctex(
      "SyncTeX Version:1\nInput:1:/a/cv.tex\nInput:7:/a/./cv-body.tex\nOutput:pdf\nContent:\n"
      "!99\n{1\n[1,5:0,900:800,700,60\n(7,12:10,100:500,9,2\nx7,12:-20,100\nk7,12:40,100:-5\n)\n]\n"
      "}1\nInput:8:/a/xcv-body.tex\n{2\nr8,3:1,2:3,4,5\n}2\nPostamble:\n",
      "cv-body.tex");
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].number == 1);
  const auto& records = sheets[0].records;
  REQUIRE(records.size() == 6);
  std::string kinds;
  for (const auto& record : records) kinds += record.kind;
  CHECK(kinds == "[(xk)]");
  CHECK(records[0].line == 0);
  CHECK(records[1].line == 12);
  CHECK(records[1].x == 10);
  CHECK(records[1].y == 100);
  CHECK(records[1].width == 500);
  CHECK(records[1].height == 9);
  CHECK(records[1].depth == 2);
  CHECK(records[2].x == -20);
  CHECK(records[3].width == -5);
  CHECK(sheets[1].number == 2);
  REQUIRE(sheets[1].records.size() == 1);
  CHECK(sheets[1].records[0].line == 0);
}

TEST_CASE("an equals sign repeats the height on the page, and a column is passed over") {
  const auto sheets = parse_synctex(
      "Input:1:/cv-body.tex\n{1\n(1,4:10,100:500,9,2\n)\nx1,4,33:20,=\n}1\n", "cv-body.tex");
  REQUIRE(sheets.size() == 1);
  const auto& x = sheets[0].records.back();
  CHECK(x.line == 4);
  CHECK(x.x == 20);
  CHECK(x.y == 100);
}

TEST_CASE("what is no SyncTeX file has no sheets, and broken lines do no harm") {
  CHECK(parse_synctex("", "cv-body.tex").empty());
  CHECK(parse_synctex("x1,2:3,4\n", "cv-body.tex").empty());
  const auto sheets =
      parse_synctex("{1\nx\nx1\nx1,:\nk-,-:-,-\n(1,2:99999999999999999999,1\n}1", "cv-body.tex");
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].records.size() == 5);
}
