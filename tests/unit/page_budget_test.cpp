#include "feedback/page_budget.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

const Source source("cv.xml", "0123456789");

// Leaves at offsets 1, 4 and 7, on lines 2, 5 and 8 of calls with the same offsets.
SourceMap map() {
  SourceMap result;
  for (const std::size_t offset : {1U, 4U, 7U}) {
    result.place_leaf(result.add_leaf(source.at(offset)), offset + 1);
    result.add_call({offset, offset + 2, source.at(offset)});
  }
  return result;
}

const std::string paper = "paper 39158276 55380990 3915768\n";

std::string leaf(int number, int begins_on, int ends_on) {
  const auto n = std::to_string(number);
  return n + " begin " + std::to_string(begins_on) + " 5 5\n" + n + " end " +
         std::to_string(ends_on) + " 5 5\n";
}

Diagnostics checked(const std::string& positions, long pages) {
  Diagnostics diagnostics;
  check_page_budget(parse_positions(positions), pages, map(), diagnostics);
  return diagnostics;
}

}  // namespace

TEST_CASE("as many pages as there may be are good") {
  const auto positions = paper + leaf(1, 1, 1) + leaf(2, 1, 2) + leaf(3, 2, 2);
  CHECK_FALSE(checked(positions, 2).has_errors());
  CHECK_FALSE(checked(positions, 3).has_errors());
}

TEST_CASE("the first text that does not end within the pages is named") {
  const auto found = checked(paper + leaf(1, 1, 1) + leaf(2, 1, 2) + leaf(3, 3, 3), 1).sorted();
  REQUIRE(found.size() == 1);
  CHECK(found[0].location.offset == 4);
  CHECK(found[0].message == "from here on the CV is on page 2: it has 3 pages, and may have 1");
}

TEST_CASE("what stands in the foot of every page is on the first") {
  const auto foot = leaf(1, 1, 1);
  const auto found =
      checked(paper + foot + leaf(2, 1, 1) + leaf(1, 2, 2) + leaf(3, 2, 2), 1).sorted();
  REQUIRE(found.size() == 1);
  CHECK(found[0].location.offset == 7);
}

TEST_CASE("the page of each element is told, by the line of its call") {
  Diagnostics diagnostics;
  tell_pages(parse_positions(paper + leaf(1, 1, 1) + leaf(2, 1, 2) + leaf(3, 2, 2)), map(),
             diagnostics);
  const auto notes = diagnostics.sorted();
  REQUIRE(notes.size() == 3);
  CHECK(notes[0].message == "on page 1");
  CHECK(notes[1].message == "on pages 1 to 2");
  CHECK(notes[1].location.offset == 4);
  CHECK(notes[2].message == "on page 2");
  CHECK(notes[2].severity == Severity::note);
}
