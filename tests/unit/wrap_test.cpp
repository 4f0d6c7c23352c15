#include "text/wrap.h"

#include <sstream>

#include "catch.h"
#include "command/diagnostic_printer.h"
#include "command/help_text.h"
#include "text/parts.h"
#include "text/source.h"

using namespace xmlcv;

TEST_CASE("a text is divided at its blanks") {
  CHECK(wrapped("one two three", 0, 0, 0) == "one two three");
  CHECK(wrapped("one two three", 7, 0, 0) == "one two\nthree");
  CHECK(wrapped("one two three", 8, 0, 2) == "one two\n  three");
  CHECK(wrapped("one two three", 8, 5, 2) == "one\n  two\n  three");
  CHECK(wrapped("one two", 8, 6, 2) == "\n  one\n  two");
  CHECK(wrapped("incomprehensible word", 8, 0, 0) == "incomprehensible\nword");
  CHECK(wrapped("日本 日本", 8, 0, 0) == "日本\n日本");
  CHECK(wrapped("日本 日本", 9, 0, 0) == "日本 日本");
}

TEST_CASE("a message fits the terminal, and its caret is below its place") {
  const std::string line =
      "  <section kind=\"work\"><entry><title>日本語 title</title><city>Göteborg and "
      "elsewhere</city>"
      "</entry></section>";
  const Source source("a/rather/long/path/cv.xml", line);
  Diagnostics diagnostics;
  diagnostics.error(source.at(line.find("<city>")), "unknown element <city> in an entry of this CV",
                    "write <place>London</place> or something else that is rather long");
  for (const std::size_t width : {40U, 60U, 80U, 120U}) {
    CAPTURE(width);
    const auto text = print_long(diagnostics, false, width);
    CAPTURE(text);
    std::string shown;
    for (const auto& each : split(text, '\n')) {
      CHECK(cells(each) <= width);
      const auto caret = each.find('^');
      if (caret != std::string::npos) {
        // As many cells before the caret as before its place.
        CHECK(cells(shown.substr(0, shown.find("<city>"))) == cells(each.substr(0, caret)));
      }
      shown = each;
    }
    CHECK(text.find("    1 | ") != std::string::npos);
  }
}

TEST_CASE("help is divided below its descriptions, or below its names on a narrow terminal") {
  const std::string help =
      "Options:\n"
      "  -o,--output TEXT=FILE.pdf   The PDF; the LaTeX goes into a folder beside it\n";
  CHECK(help_text(help, 80) == help);
  CHECK(help_text(help, 60) ==
        "Options:\n"
        "  -o,--output TEXT=FILE.pdf   The PDF; the LaTeX goes into a\n"
        "                              folder beside it\n");
  CHECK(help_text(help, 40) ==
        "Options:\n"
        "  -o,--output TEXT=FILE.pdf\n"
        "      The PDF; the LaTeX goes into a\n"
        "      folder beside it\n");
  CHECK(help_text("Exit status: 0 good, 1 an error, 2 wrong usage, 3 missing\n", 40) ==
        "Exit status: 0 good, 1 an error, 2 wrong\n  usage, 3 missing\n");
  CHECK(help_text("  --color TEXT:{black,blue,burgundy,green,grey,orange}\n", 40) ==
        "  --color\n    TEXT:{black,blue,burgundy,green,\n        grey,orange}\n");
}
