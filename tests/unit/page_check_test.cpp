#include "feedback/page_check.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

const Source source("cv.xml", "0123456789");

// The offsets of the leaves that have an error, of two at offsets 4 and 7. The numbers are those
// of a real cv.pos, on A4.
std::vector<std::size_t> errors(const std::string& positions) {
  SourceMap map;
  map.add_leaf(source.at(4));
  map.add_leaf(source.at(7));
  Diagnostics diagnostics;
  check_pages(parse_positions(positions), map, diagnostics);
  std::vector<std::size_t> result;
  for (const auto& diagnostic : diagnostics.sorted()) {
    CHECK(diagnostic.severity == Severity::error);
    const bool is_known = diagnostic.message == "this text is on no page of the PDF" ||
                          diagnostic.message == "this text runs off the page";
    CHECK(is_known);
    result.push_back(diagnostic.location.offset);
  }
  return result;
}

using Offsets = std::vector<std::size_t>;

const std::string paper = "paper 39158276 55380990 3915768\n";
const std::string first = "1 begin 1 3846620 49380316\n1 end 1 7262726 49380316\n";
const std::string second = "2 begin 1 7961188 49380316\n2 end 1 13156633 49380316\n";

}  // namespace

TEST_CASE("texts inside the page's edges are good") {
  CHECK(errors(paper + first + second).empty());
  CHECK(errors(paper + second + first).empty());
}

TEST_CASE("the edges belong to the page") {
  CHECK(errors(paper + first + "2 begin 1 0 0\n2 end 1 39158276 55380990\n").empty());
}

TEST_CASE("a text may begin on one page and end on the next") {
  CHECK(errors(paper + first + "2 begin 1 7961188 3000000\n2 end 2 7961188 49380316\n").empty());
}

TEST_CASE("a text that is set on no page is an error at its place") {
  CHECK(errors(paper + first) == Offsets{7});
  CHECK(errors(paper + second) == Offsets{4});
  CHECK(errors(paper) == Offsets{4, 7});
  CHECK(errors("") == Offsets{4, 7});
}

TEST_CASE("a text without its beginning or its end is an error") {
  CHECK(errors(paper + first + "2 begin 1 7961188 49380316\n") == Offsets{7});
  CHECK(errors(paper + first + "2 end 1 7961188 49380316\n") == Offsets{7});
}

TEST_CASE("a text that begins or ends behind an edge is an error") {
  for (const std::string outside : {"39158277 49380316", "-1 49380316", "7961188 55380991",
                                    "7961188 -1", "7961188 -49380316"}) {
    CAPTURE(outside);
    const std::string inside = "7961188 49380316";
    CHECK(errors(paper + first + "2 begin 1 " + inside + "\n2 end 1 " + outside + "\n") ==
          Offsets{7});
    CHECK(errors(paper + first + "2 begin 1 " + outside + "\n2 end 1 " + inside + "\n") ==
          Offsets{7});
  }
}

TEST_CASE("a text in the header of each page is good if it is so everywhere") {
  const std::string again = "1 begin 2 3846620 49380316\n1 end 2 7262726 49380316\n";
  CHECK(errors(paper + first + second + again).empty());
  CHECK(errors(paper + first + second + "1 begin 2 3846620 -9\n1 end 2 7262726 -9\n") ==
        Offsets{4});
}

TEST_CASE("marks of leaves that are not known are passed over") {
  CHECK(errors(paper + "0 begin 1 -5 -5\n3 begin 1 -5 -5\n" + first + second).empty());
}
