#include "text/capital.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("a sentence begins as its language begins one") {
  CHECK(with_capital("in press", "en") == "In press");
  CHECK(with_capital("übersetzt", "de") == "Übersetzt");
  CHECK(with_capital("ijsland", "nl") == "IJsland");
  CHECK(with_capital("istanbul", "tr") == "İstanbul");
  CHECK(with_capital("istanbul", "en") == "Istanbul");
}

TEST_CASE("what is behind the first letter stays, and so does what has no capital") {
  CHECK(with_capital("iPhone and NASA", "en") == "IPhone and NASA");
  CHECK(with_capital("", "en").empty());
  CHECK(with_capital("日本", "ja") == "日本");
}
