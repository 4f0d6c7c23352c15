#include "cv/phrases.h"

#include <algorithm>

#include "catch.h"
#include "xml/vocabulary.h"

using namespace xmlcv;

TEST_CASE("each phrase stands at its own place") {
  struct Case {
    Phrase phrase;
    const char* english;
    const char* german;
  };
  const Case cases[] = {{Phrase::present, "present", "heute"},
                        {Phrase::et_al, "et al.", "et al."},
                        {Phrase::in, "In", "In"},
                        {Phrase::of, "of", "von"},
                        {Phrase::volume, "volume", "Band"},
                        {Phrase::number, "number", "Nummer"},
                        {Phrase::page, "page", "Seite"},
                        {Phrase::pages, "pages", "Seiten"},
                        {Phrase::edited_by, "edited by", "herausgegeben von"},
                        {Phrase::patent, "Patent", "Patent"},
                        {Phrase::in_press, "in press", "im Druck"},
                        {Phrase::accepted, "accepted", "angenommen"},
                        {Phrase::submitted, "submitted", "eingereicht"},
                        {Phrase::in_preparation, "in preparation", "in Vorbereitung"}};
  for (const auto& one : cases) {
    CAPTURE(one.english);
    CHECK(phrase(one.phrase, "en") == one.english);
    CHECK(phrase(one.phrase, "de") == one.german);
  }
}

TEST_CASE("every kind of section but other has a heading in English and in German") {
  for (const auto name : value_names<SectionKind>) {
    CAPTURE(name);
    const auto kind = find_value<SectionKind>(name).value();
    CHECK(heading(kind, "en").empty() == (kind == SectionKind::other));
    CHECK(heading(kind, "de").empty() == (kind == SectionKind::other));
  }
  CHECK(heading(SectionKind::work, "en") == "Experience");
  CHECK(heading(SectionKind::work, "de") == "Berufserfahrung");
}

TEST_CASE("a language is known by the first part of its tag, in any case") {
  for (const auto* tag : {"de", "de-CH", "de-CH-1901", "DE", "De-at"}) {
    CAPTURE(tag);
    CHECK(speaks(tag));
    CHECK(phrase(Phrase::present, tag) == "heute");
    CHECK(heading(SectionKind::education, tag) == "Ausbildung");
  }
  CHECK(speaks("en-GB"));
  CHECK(speaks("EN"));
}

TEST_CASE("in a language that is not known, phrases are English") {
  for (const auto* tag : {"fr", "den", "d", "x-de", ""}) {
    CAPTURE(tag);
    CHECK_FALSE(speaks(tag));
    CHECK(phrase(Phrase::present, tag) == "present");
    CHECK(heading(SectionKind::education, tag) == "Education");
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
