#include "feedback/synctex.h"

#include <fmt/format.h>

#include <regex>

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

// Paper of 2000 by 1000. TeX's records count from the top, cv.pos from the bottom.
constexpr const char* paper = "paper 2000 1000 100\n";

// Leaf 1 is the title (line 2 of the XML), leaf 2 the paragraph (words on lines 4, 4 and 5), both
// of calls in cv-body.tex on lines 3 and 6. The call on line 9 is raw LaTeX (line 7 of the XML).
const Source source("cv.xml",
                    "<section>\n<title>Work</title>\n<p>\none two\nthree</p>\n"
                    "\n<tex>\\x</tex></section>\n");

SourceMap two_leaves() {
  SourceMap map;
  map.add_leaf(source.at(source.text().find("<title>")));
  map.place_leaf(1, 3);
  map.add_leaf(source.at(source.text().find("<p>")));
  map.place_leaf(2, 6);
  map.add_call({3, 3, map.leaf(1).location});
  map.add_call({4, 6, map.leaf(2).location});
  map.add_call({9, 9, source.at(source.text().find("<tex>"))});
  return map;
}

// "Work"; "one two" and "three".
const WordLines lines_of_two_leaves = {{2}, {4, 4, 5}};

std::string synctex(const std::string& records, const std::string& positions) {
  return map_synctex("Input:1:/x/cv-body.tex\nContent:\n" + records,
                     parse_positions(paper + positions), two_leaves(), lines_of_two_leaves,
                     "/home/jane/cv.xml");
}

// The boxes of the result in a row: line of the XML, left, baseline, width.
std::string boxes(const std::string& records, const std::string& positions) {
  static const std::regex box("\\n\\(1,(\\d+):(-?\\d+),(-?\\d+):(\\d+),");
  const auto text = synctex(records, positions);
  std::string result;
  for (std::sregex_iterator found(text.begin(), text.end(), box), end; found != end; ++found) {
    const auto& part = *found;
    result +=
        fmt::format("{}:{},{}+{} ", part[1].str(), part[2].str(), part[3].str(), part[4].str());
  }
  return result;
}

const std::string title =
    "[1,3:0,900:2000,900,0\n(1,3:100,200:800,9,2\nh1,3:100,200:0,0,0\nx1,3:150,200\n"
    "h1,3:150,200:0,0,0\ng1,3:900,200\n)\n]\n";
const std::string title_positions = "1 begin 1 100 800\n1 end 1 150 800\n";

}  // namespace

TEST_CASE("the XML is the one source, and a text is a box with its line") {
  const auto text = synctex("{1\n" + title + "}1\n", title_positions);
  CHECK(text.starts_with("SyncTeX Version:1\nInput:1:/home/jane/cv.xml\nOutput:pdf\n"));
  CHECK(text.find("cv-body") == std::string::npos);
  CHECK(
      text.find("{1\n[1,1:0,1000:2000,1000,0\n(1,2:100,200:50,9,2\nx1,2:100,200\nx1,2:150,200\n)\n]"
                "\n}1\n") != std::string::npos);
}

TEST_CASE("without TeX's file there is a file without words") {
  CHECK(map_synctex("", parse_positions(""), two_leaves(), lines_of_two_leaves, "/cv.xml") ==
        "SyncTeX Version:1\nInput:1:/cv.xml\nOutput:pdf\nMagnification:1000\nUnit:1\nX Offset:0\n"
        "Y Offset:0\nContent:\nPostamble:\nCount:0\nPost scriptum:\n");
}

TEST_CASE("each word of a paragraph leads to its own line") {
  CHECK(boxes("{1\n[1,6:0,900:2000,900,0\n(1,6:100,300:800,9,2\nh1,6:100,300:0,0,0\nx1,6:200,300\n"
              "g1,6:210,300\nx1,6:300,300\nk1,6:320,300:20\nx1,6:400,300\nh1,6:400,300:0,0,0\ng1,6:"
              "900,300\n)\n]\n"
              "}1\n",
              "2 begin 1 100 700\n2 end 1 400 700\n") == "4:100,300+200 5:320,300+80 ");
}

TEST_CASE("words of one line of the XML are two boxes on two lines of the page") {
  CHECK(boxes("{1\n[1,6:0,900:2000,900,0\n(1,6:100,300:800,9,2\nh1,6:100,300:0,0,0\nx1,6:200,300\n"
              "g1,6:900,300\n)\n(1,6:100,320:800,9,2\nx1,6:150,320\ng1,6:160,320\nx1,6:200,320\n"
              "h1,6:200,320:0,0,0\ng1,6:900,320\n)\n]\n}1\n",
              "2 begin 1 100 700\n2 end 1 200 680\n") ==
        "4:100,300+100 4:100,320+50 5:160,320+40 ");
}

TEST_CASE("markers of unknown leaves, which raw LaTeX can write, are passed over") {
  CHECK(boxes("{1\n" + title + "}1\n", "0 begin 1 100 800\n3 end 1 150 800\n").empty());
  CHECK(boxes("{1\n" + title + title + "}1\n", "1 end 1 100 800\n2 begin 1 150 800\n").find("2:") ==
        std::string::npos);
}

TEST_CASE("a paragraph goes on in the box at the same place of the next page, not in the foot") {
  CHECK(
      boxes(
          "{1\n[1,9:0,0:0,0,0\n[1,6:0,900:2000,900,0\n(1,6:100,300:800,9,2\nh1,6:100,300:0,0,0\n"
          "x1,6:200,300\ng1,6:900,300\n)\n]\n[1,6:0,990:2000,9,0\n(1,6:0,990:90,9,2\nx1,6:90,990\n)"
          "\n]\n]\n}1\n{2\n[1,9:0,0:0,0,0\n[1,6:0,50:2000,9,0\n(1,6:0,50:90,9,2\nx1,6:90,50\n)\n]\n"
          "[1,6:0,900:2000,900,0\n(1,6:100,40:800,9,2\nx1,6:200,40\ng1,6:210,40\nx1,6:300,40\n"
          "h1,6:300,40:0,0,0\ng1,6:900,40\n)\n]\n]\n}2\n",
          "2 begin 1 100 700\n2 end 2 300 960\n") == "4:100,300+100 4:100,40+100 5:210,40+90 ");
}

TEST_CASE("a text in a foot is found on each page") {
  CHECK(boxes("{1\n" + title + "}1\n{2\n" + title + "}2\n",
              title_positions + "1 begin 2 100 800\n1 end 2 150 800\n") ==
        "2:100,200+50 2:100,200+50 ");
}

TEST_CASE("a comma goes with the text before it, a bullet and a label with that behind") {
  CHECK(
      boxes("{1\n[1,6:0,900:2000,900,0\n(1,6:50,300:800,9,2\nx1,6:60,300\ng1,6:100,300\n"
            "h1,6:100,300:0,0,0\nx1,6:200,300\nh1,6:200,300:0,0,0\nx1,6:205,300\ng1,6:220,300\n)\n"
            "]\n}1\n",
            "2 begin 1 100 700\n2 end 1 200 700\n") == "4:50,300+155 ");
}

TEST_CASE("raw LaTeX leads to its element, and what belongs to no call to nothing") {
  const auto at = [](int number) {
    return fmt::format(
        "{{1\n[1,{0}:0,900:2000,900,0\n(1,{0}:100,300:800,9,2\nx1,{0}:200,300\n)\n]\n}}1\n",
        number);
  };
  CHECK(boxes(at(9), "").starts_with("7:100,300+"));
  CHECK(boxes(at(20), "").empty());
  CHECK(boxes(at(3), "").empty());  // such as a page number: a call with a leaf, which is not here
}

TEST_CASE("an empty box that is no marker begins no text") {
  CHECK(boxes("{1\n" + title + "}1\n", "1 begin 1 101 800\n1 end 1 150 800\n").empty());
  CHECK(boxes("{1\n" + title + "}1\n", "1 begin 2 100 800\n1 end 2 150 800\n").empty());
}
