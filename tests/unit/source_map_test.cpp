#include "latex/source_map.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

const Source source("cv.xml", "0123456789");

// Calls on lines 3 to 6, 7 to 7 and 10 to 12.
SourceMap three_calls() {
  SourceMap map;
  map.add_call({3, 6, source.at(3)});
  map.add_call({7, 7, source.at(7)});
  map.add_call({10, 12, source.at(9)});
  return map;
}

}  // namespace

TEST_CASE("each line of a call belongs to it") {
  const auto map = three_calls();
  for (const std::size_t line : {3, 4, 6}) CHECK(map.call_at(line)->location.offset == 3);
  CHECK(map.call_at(7)->location.offset == 7);
  for (const std::size_t line : {10, 11, 12}) CHECK(map.call_at(line)->location.offset == 9);
}

TEST_CASE("a line before, between and behind the calls belongs to none") {
  const auto map = three_calls();
  for (const std::size_t line : {0, 1, 2, 8, 9, 13, 1000}) {
    CAPTURE(line);
    CHECK_FALSE(map.call_at(line));
  }
  CHECK_FALSE(SourceMap().call_at(1));
}

TEST_CASE("leaves are numbered from 1 in the order in which they come") {
  SourceMap map;
  CHECK(map.size() == 0);
  CHECK(map.add_leaf(source.at(5)) == 1);
  CHECK(map.add_leaf(source.at(2)) == 2);
  CHECK(map.size() == 2);
  CHECK(map.leaf(1).location.offset == 5);
  CHECK(map.leaf(2).location.offset == 2);
}

TEST_CASE("a call has the leaves on its lines") {
  auto map = three_calls();
  for (const std::size_t line : {3, 7, 6, 12, 8}) map.place_leaf(map.add_leaf({}), line);
  map.add_leaf({});  // stands on no line
  CHECK(map.leaf(3).line == 6);
  CHECK(map.leaves_of(*map.call_at(4)) == std::vector<std::size_t>{1, 3});
  CHECK(map.leaves_of(*map.call_at(7)) == std::vector<std::size_t>{2});
  CHECK(map.leaves_of(*map.call_at(11)) == std::vector<std::size_t>{4});
}

TEST_CASE("leaves of a call come in the order of their lines") {
  SourceMap map;
  map.add_call({1, 9, {}});
  for (const std::size_t line : {5, 2, 2, 4}) map.place_leaf(map.add_leaf({}), line);
  CHECK(map.leaves_of(*map.call_at(1)) == std::vector<std::size_t>{2, 3, 4, 1});
}
