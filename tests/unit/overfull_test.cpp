#include "overfull.h"

#include "catch.h"
#include "source.h"

using namespace xmlcv;

namespace {

// A4 with a right margin of 60 pt, and a call on lines 10 to 12 of the body.
constexpr auto positions = "paper 39158276 55380990 3932160\n";

std::vector<Diagnostic> find(const std::string& log) {
  static const Source source("cv.xml", "<cv><p>text</p></cv>");
  SourceMap map;
  map.add_call({10, 12, source.at(4)});
  Diagnostics diagnostics;
  check_widths(log, positions, map, diagnostics);
  return diagnostics.sorted();
}

}  // namespace

TEST_CASE("a line that is too wide is a warning with its millimetres, at its element") {
  const auto found = find(
      "Overfull \\hbox (30.0pt too wide) in paragraph at lines 12--12\n"
      "Overfull \\hbox (10.0pt too wide) detected at line 11\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].location.offset == 4);
  CHECK(found[0].message == "text is 11 mm too wide for its column");
}

TEST_CASE("a line that reaches the edge of the paper is an error") {
  const auto found = find("Overfull \\hbox (60.5pt too wide) in paragraph at lines 10--12\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::error);
}

TEST_CASE("what nobody sees, and what is no line of text, is nothing") {
  CHECK(find("Overfull \\hbox (1.9pt too wide) in paragraph at lines 10--12\n").empty());
  CHECK(find("Underfull \\hbox (badness 10000) in paragraph at lines 10--12\n").empty());
  CHECK(find("Overfull \\hbox (30.0pt too wide) has occurred while \\output is active\n").empty());
  CHECK(find("Overfull \\hbox (30.0pt too wide) in paragraph at lines 99--99\n").empty());
}
