#include "phrases.h"

#include <algorithm>

#include "catch.h"
#include "vocabulary.h"

using namespace xmlcv;

TEST_CASE("every phrase is known in English and in German") {
  for (int i = 0; i <= static_cast<int>(Phrase::in_preparation); ++i) {
    CAPTURE(i);
    CHECK_FALSE(phrase(static_cast<Phrase>(i), "en").empty());
    CHECK_FALSE(phrase(static_cast<Phrase>(i), "de").empty());
  }
}

TEST_CASE("each phrase stands at its own place") {
  CHECK(phrase(Phrase::present, "en") == "present");
  CHECK(phrase(Phrase::present, "de") == "heute");
  CHECK(phrase(Phrase::et_al, "en") == "et al.");
  CHECK(phrase(Phrase::pages, "en") == "pages");
  CHECK(phrase(Phrase::pages, "de") == "Seiten");
  CHECK(phrase(Phrase::patent, "en") == "Patent");
  CHECK(phrase(Phrase::in_press, "en") == "in press");
  CHECK(phrase(Phrase::in_preparation, "en") == "in preparation");
  CHECK(phrase(Phrase::in_preparation, "de") == "in Vorbereitung");
}

TEST_CASE("every kind of section but other has a heading in English and in German") {
  const auto& attributes = find_rule("section")->attributes;
  const auto kind = std::ranges::find(attributes, "kind", &AttributeRule::name);
  REQUIRE(kind != attributes.end());
  for (const auto value : kind->values) {
    CAPTURE(value);
    CHECK(heading(value, "en").empty() == (value == "other"));
    CHECK(heading(value, "de").empty() == (value == "other"));
  }
  CHECK(heading("work", "en") == "Experience");
  CHECK(heading("work", "de") == "Berufserfahrung");
  CHECK(heading("nosuch", "en").empty());
}

TEST_CASE("a language is known by the first part of its tag, in any case") {
  for (const auto* tag : {"de", "de-CH", "de-CH-1901", "DE", "De-at"}) {
    CAPTURE(tag);
    CHECK(speaks(tag));
    CHECK(phrase(Phrase::present, tag) == "heute");
    CHECK(heading("education", tag) == "Ausbildung");
  }
  CHECK(speaks("en-GB"));
  CHECK(speaks("EN"));
}

TEST_CASE("in a language that is not known, phrases are English") {
  for (const auto* tag : {"fr", "den", "d", "x-de", ""}) {
    CAPTURE(tag);
    CHECK_FALSE(speaks(tag));
    CHECK(phrase(Phrase::present, tag) == "present");
    CHECK(heading("education", tag) == "Education");
  }
}

TEST_CASE("a list is joined as the language does it") {
  struct Case {
    const char* language;
    const char* two;
    const char* middle;
    const char* last;
  };
  for (const auto& [language, two, middle, last] :
       {Case{"en", " and ", ", ", ", and "}, Case{"en-GB", " and ", ", ", " and "},
        Case{"de", " und ", ", ", " und "}, Case{"fr", " et ", ", ", " et "}}) {
    CAPTURE(language);
    const auto words = list_words(language);
    CHECK(words.two == two);
    CHECK(words.middle == middle);
    CHECK(words.last == last);
  }
}
