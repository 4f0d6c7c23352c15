#include "text/character_reference.h"

#include <limits>

#include "catch.h"

using namespace xmlcv;

TEST_CASE("a reference names the number of a character") {
  const auto read = read_character_reference("&#8364; and more");
  REQUIRE(read);
  CHECK(read->code == 0x20AC);
  CHECK(read->length == 7);
  CHECK(read_character_reference("&#x20ac;")->code == 0x20AC);
  CHECK(read_character_reference("&#99999999999;")->code ==
        std::numeric_limits<std::uint32_t>::max());
  for (const auto* text : {"", "&", "&#", "&#;", "&#x;", "&#xZ;", "&#65", "&#65 B", "&amp;", "x"}) {
    CAPTURE(text);
    CHECK_FALSE(read_character_reference(text));
  }
}
