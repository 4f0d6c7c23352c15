#include "tex_errors.h"

#include "catch.h"

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
