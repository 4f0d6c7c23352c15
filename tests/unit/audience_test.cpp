#include "xml/audience.h"

#include "catch.h"

using namespace xmlcv;

namespace {

bool is_read_by(const char* expression, const std::set<std::string>& readers) {
  const auto audience = parse_audience(expression);
  REQUIRE(audience.has_value());
  return holds(*audience, readers);
}

}  // namespace

TEST_CASE("a blank is or, + is and, ! is not") {
  CHECK(is_read_by("a b", {"b"}));
  CHECK_FALSE(is_read_by("a b", {"c"}));
  CHECK(is_read_by("a+b", {"a", "b", "c"}));
  CHECK_FALSE(is_read_by("a+b", {"a"}));
  CHECK(is_read_by("!a", {"b"}));
  CHECK_FALSE(is_read_by("!a", {"a", "b"}));
  CHECK(is_read_by("a+!b c", {"a"}));
  CHECK(is_read_by("a+!b c", {"b", "c"}));
  CHECK_FALSE(is_read_by("a+!b c", {"a", "b"}));
}

TEST_CASE("the place of each name is known, in code points") {
  const auto audience = parse_audience(" über  !x+y ");
  REQUIRE(audience.has_value());
  REQUIRE(audience->terms.size() == 2);
  CHECK(audience->terms[0][0].name == "über");
  CHECK(audience->terms[0][0].offset == 1);
  REQUIRE(audience->terms[1].size() == 2);
  CHECK(audience->terms[1][0].offset == 8);
  CHECK_FALSE(audience->terms[1][0].wanted);
  CHECK(audience->terms[1][1].offset == 10);
}

TEST_CASE("what is no expression is none") {
  for (const auto* text :
       {"", " ", "a+", "+a", "a++b", "!", "!!a", "a+ b", "a,b", "a b+", "a!b", "\xFF"}) {
    INFO(text);
    CHECK_FALSE(parse_audience(text).has_value());
  }
}
