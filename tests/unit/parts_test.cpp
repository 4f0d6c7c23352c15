#include "text/parts.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("what is between two marks is the shortest, and nothing where a mark lacks") {
  CHECK(between("a(b)c)", "(", ")") == "b");
  CHECK(between("a)b(c)", "(", ")") == "c");
  CHECK(between("a((b))", "((", "))") == "b");
  CHECK(between("||", "|", "|").empty());
  CHECK(between("a(b", "(", ")").empty());
  CHECK(between("ab)", "(", ")").empty());
  CHECK(between("|", "|", "|").empty());
}

TEST_CASE("lines count from 1, and the last needs no end") {
  for (const std::string_view text : {"one\n\nthree", "one\n\nthree\n"}) {
    CAPTURE(text);
    CHECK(line_of(text, 1) == "one");
    CHECK(line_of(text, 2).empty());
    CHECK(line_of(text, 3) == "three");
  }
}

TEST_CASE("a separator at the end begins no further part, one at the beginning or doubled does") {
  using Parts = std::vector<std::string>;
  CHECK(split("", ':') == Parts{});
  CHECK(split("a", ':') == Parts{"a"});
  CHECK(split("a:", ':') == Parts{"a"});
  CHECK(split(":a::b:", ':') == Parts{"", "a", "", "b"});
}
