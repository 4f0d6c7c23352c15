#include "feedback/tex_errors.h"

#include <filesystem>
#include <set>

#include "catch.h"
#include "machine/file.h"

namespace fs = std::filesystem;

using namespace xmlcv;

namespace {

std::string message_of(const char* message, const char* read = "") {
  const auto explanation = explain({"cv-body.tex", 1, message, read, read});
  return explanation ? explanation->message : "";
}

}  // namespace

TEST_CASE("TeX's errors are told in plain words, with what they are about") {
  CHECK(message_of("Undefined control sequence.", "words \\fooo") == "there is no command \\fooo");
  CHECK(message_of("Environment nosuch undefined.") == "there is no environment nosuch");
  CHECK(message_of("Extra \\else.") == "\\else has no \\if");
  CHECK(message_of("Argument of \\textbf has an extra }.") ==
        "the argument of \\textbf has a } without a {");
  CHECK(message_of("Misplaced \\noalign.", "a \\hline") ==
        "\\hline does not stand between two rows of a table");
  CHECK(message_of("Missing character: There is no ≥ (U+2265) in font cmr10!") ==
        "the font cmr10 lacks the letter ≥ (U+2265)");
  CHECK(message_of("Lua error: x") == "Lua stops here: x");
  for (const auto* full :
       {"Lua error: not enough memory for buffer allocation", "error:  (lua): not enough memory"}) {
    CHECK(message_of(full) == "this needs more memory than a CV may take");
  }
  CHECK(message_of("Missing $ inserted.", "a^") == "^ stands outside of a formula");
  CHECK(message_of("Missing $ inserted.", "an \\alpha") == "\\alpha stands outside of a formula");
  CHECK(message_of("Missing $ inserted.", "") == "a $ has no second one in its paragraph");
}

TEST_CASE("an error that is not known, or does not say what it is about, has no other words") {
  CHECK(message_of("This can't happen (vbox).") == "");
  CHECK(message_of("Undefined control sequence.", "") == "");
  CHECK(message_of("Environment nosuch undefined. And more.") == "");
}

TEST_CASE("the line that a message names is its place") {
  const auto explanation =
      explain({"cv.tex", 9, "Incomplete \\iffalse; all text was ignored after line 18."});
  REQUIRE(explanation);
  CHECK(explanation->place == Explanation::Place::named);
  CHECK(explanation->named_line == 18);
}

TEST_CASE("the last command is found") {
  CHECK(last_command("words \\textbf{and \\fooo") == "\\fooo");
  CHECK(last_command("words \\hspace{3}") == "\\hspace");
  CHECK(last_command("words \\\\") == "\\\\");
  CHECK(last_command("100\\%") == "\\%");
  CHECK(last_command("words") == "");
  CHECK(last_command("\\") == "\\");
}

// What the owner is told stands in tests/typeset/errors, found there with pdfTeX.
TEST_CASE("both engines' logs lead to the words that the owner is told") {
  const fs::path tests = fs::path(XMLCV_SOURCE_DIR) / "tests";
  const std::set<std::string> other_words = {
      "error-of-own",                     // told in TeX's words
      "missing-font", "missing-glyph",    // LuaTeX has others
      "photo-broken", "photo-too-large",  // told by what TeX does with the photo
      "stop"};
  std::size_t compared = 0;
  for (const auto& log : fs::directory_iterator(tests / "unit/logs")) {
    const auto name = log.path().stem().stem().string();
    if (log.path().extension() != ".log" || other_words.contains(name)) continue;
    const auto errors = parse_tex_log(read_file(log.path())).errors;
    if (errors.empty() || errors.front().message == "Interruption.") continue;
    CAPTURE(log.path().filename().string());
    const auto explanation = explain(errors.front());
    REQUIRE(explanation);
    const auto told = read_file(tests / "typeset/errors" / fs::path(name + ".txt"));
    CHECK(told.find(": error: " + explanation->message + "\n") != std::string::npos);
    ++compared;
  }
  CHECK(compared == 67);
}
