#include "feedback/overfull.h"

#include <fmt/format.h>

#include <list>

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

// A4 with a right margin of 60 pt, and a call on lines 10 to 12 of the body.
constexpr auto positions = "paper 39158276 55380990 3932160\n";

std::vector<Diagnostic> find(const std::string& log, const std::string& text = "text") {
  static std::list<Source> sources;
  const auto& source = sources.emplace_back("cv.xml", "<cv><p>" + text + "</p><p>other</p></cv>");
  SourceMap map;
  map.add_call({10, 12, source.at(4)});
  map.place_leaf(map.add_leaf(source.at(4)), 11);
  Diagnostics diagnostics;
  check_widths(parse_tex_log(log), parse_positions(positions), map, diagnostics);
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

TEST_CASE("the word that sticks out is named, a long one by its end") {
  const auto found = find(
      "Overfull \\hbox (30.0pt too wide) in paragraph at lines 12--12\n"
      "[]\\T1/lmss/m/n/10.95 good words and Elektrizit\xE4t[] \n",
      "good words and Elektrizität");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "“Elektrizität” is 11 mm too wide for its column");
  const auto cut = find(
      "Overfull \\hbox (60.5pt too wide) detected at line 12\n[]" + std::string(50, 'x') + "\n",
      std::string(50, 'x'));
  REQUIRE(cut.size() == 1);
  CHECK(cut[0].message == "“…" + std::string(40, 'x') + "” runs off the page's right edge");
}

TEST_CASE("a word is quoted as the XML has it, not as TeX shows it") {
  struct Case {
    const char* shown;
    const char* text;
    const char* quoted;
  };
  const Case cases[] = {
      {"Donau-dampf-schiff-", "die <b>Donaudampfschiff</b>fahrt", "“Donaudampfschifffahrt”"},
      {"Fach-Ausschuss", "der Fach-Aus<i>schuss</i>", "“Fach-Ausschuss”"},
      {"R&D-Lead", "as R&amp;D&#45;L&#x65;ad", "“R&D-Lead”"},
      {"$[]$", "in <sub>several words</sub>", "text"},
      {"$$", "for $$ alone", "text"},
      {"US$100", "of US$100", "“US$100”"},
      {"a<b", "if <![CDATA[a<b]]>", "“a<b”"},
      {"other", "<!-- other -->not this", "text"},
      {"abc", "abcd", "text"},
      {"end", "the<br/>end", "“end”"}};
  for (const auto& [shown, text, quoted] : cases) {
    CAPTURE(shown);
    const auto found =
        find(fmt::format("Overfull \\hbox (30.0pt too wide) detected at line 12\n[]{}[] \n", shown),
             text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == fmt::format("{} is 11 mm too wide for its column", quoted));
  }
}

TEST_CASE("the place is the leaf that holds the word, if one does") {
  static const Source source(
      "cv.xml",
      "<entry><title>good words</title><place a=\"x>\">Elektrizit\u00E4t word</place></entry>");
  SourceMap map;
  map.add_call({10, 12, source.at(0)});
  map.place_leaf(map.add_leaf(source.at(7)), 10);
  map.place_leaf(map.add_leaf(source.at(32)), 11);
  const auto place = [&](const std::string& word) {
    Diagnostics diagnostics;
    check_widths(parse_tex_log("Overfull \\hbox (30.0pt too wide) in paragraph at lines 12--12\n"
                               "[]\\T1/lmss/m/n/10.95 text " +
                               word + "[] \n"),
                 parse_positions(positions), map, diagnostics);
    REQUIRE(diagnostics.sorted().size() == 1);
    return diagnostics.sorted()[0].location.offset;
  };
  CHECK(place("Elektrizit\xE4t") == 32);
  CHECK(place("words") == 7);
  CHECK(place("word") == 0);
  CHECK(place("other") == 0);
}

TEST_CASE("a page with more than fits is told at what stands on it") {
  static const Source source("cv.xml", "0123456789");
  SourceMap map;
  map.place_leaf(map.add_leaf(source.at(1)), 5);
  map.add_call({8, 8, source.at(3), source.at(2)});
  map.place_leaf(map.add_leaf(source.at(4)), 10);
  const std::string paper = "paper 39158276 55380990 3932160 3932160\n";
  const auto find_high = [&](const char* points, const std::string& markers) {
    Diagnostics diagnostics;
    check_heights(
        parse_tex_log(std::string("Overfull \\vbox (") + points +
                      "pt too high) has occurred while \\output is active []\n\n\n [2])\n"),
        parse_positions(paper + markers), map, diagnostics);
    return diagnostics.sorted();
  };
  const auto raw = find_high("60.5", "1 begin 1 5 5\n2 begin 3 5 5\n");
  REQUIRE(raw.size() == 1);
  CHECK(raw[0].severity == Severity::error);
  CHECK(raw[0].location.offset == 2);
  const auto text = find_high("30.0", "1 begin 2 5 5\n2 begin 2 5 5\n");
  REQUIRE(text.size() == 1);
  CHECK(text[0].severity == Severity::warning);
  CHECK(text[0].message == "page 2 is 11 mm too long");
  CHECK(find_high("1.9", "1 begin 2 5 5\n").empty());
}
