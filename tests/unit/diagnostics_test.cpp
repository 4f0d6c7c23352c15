#include "text/diagnostics.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

TEST_CASE("diagnostics come in the order of their places, those without a place last") {
  const Source source("cv.xml", "0123456789");
  Diagnostics diagnostics;
  diagnostics.error({}, "nowhere");
  diagnostics.error(source.at(7), "third");
  diagnostics.warning(source.at(0), "first", "a hint");
  diagnostics.error({}, "nowhere either");
  diagnostics.error(source.at(3), "second");
  diagnostics.error(source.at(7), "third, too");

  const auto sorted = diagnostics.sorted();

  const char* order[] = {"first", "second", "third", "third, too", "nowhere", "nowhere either"};
  REQUIRE(sorted.size() == std::size(order));
  for (std::size_t i = 0; i < sorted.size(); ++i) CHECK(sorted[i].message == order[i]);
  CHECK(sorted[0].severity == Severity::warning);
  CHECK(sorted[0].hint == "a hint");
  CHECK(sorted[1].severity == Severity::error);
  CHECK(sorted[1].hint.empty());
}

TEST_CASE("a warning is no error") {
  Diagnostics diagnostics;
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.warning({}, "x");
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.error({}, "x");
  CHECK(diagnostics.has_errors());
}

TEST_CASE("warnings become errors where that is asked for, also those of another collection") {
  Diagnostics strict(true);
  strict.note({}, "a note stays one");
  CHECK_FALSE(strict.has_errors());
  Diagnostics found;
  found.warning({}, "x");
  strict.add(found);
  REQUIRE(strict.has_errors());
  CHECK(strict.sorted()[0].severity == Severity::note);
  CHECK(strict.sorted()[1].severity == Severity::error);
}
