#include "text/edit.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("an edited text knows where each byte was") {
  EditedText text("0123456789");
  text.apply({2, 1, "abc"});
  CHECK(text.text() == "01abc3456789");
  CHECK(text.original(1) == 1);
  for (const std::size_t brought : {2U, 3U, 4U}) CHECK(text.original(brought) == 2);
  CHECK(text.original(5) == 3);
  text.apply({7, 2, ""});
  CHECK(text.text() == "01abc34789");
  CHECK(text.original(6) == 4);
  CHECK(text.original(7) == 7);
  text.apply({10, 0, "!"});
  CHECK(text.text() == "01abc34789!");
  CHECK(text.original(10) == 10);
  CHECK(text.original(11) == 10);
  CHECK(text.original(99) == 10);
}
