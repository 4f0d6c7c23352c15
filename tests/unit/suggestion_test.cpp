#include "text/suggestion.h"

#include "catch.h"
#include "xml/vocabulary.h"

using namespace xmlcv;

TEST_CASE("a mistyped element is found") {
  struct Case {
    const char* mistyped;
    const char* meant;
  };
  const Case cases[] = {
      {"secton", "section"},             // a letter lost
      {"sectionn", "section"},           // one added
      {"sektion", "section"},            // one changed
      {"sectoin", "section"},            // neighbours swapped
      {"publicatoin", "publication"},    //
      {"organisation", "organization"},  //
      {"Section", "section"},            // case is free
      {"EMAIL", "email"},                //
      {"e-mail", "email"},               //
      {"nmae", "name"},                  // one error, not two: a swap
      {"ll", "li"},                      //
      {"adress", "address"},             //
      {"title", "title"},                //
  };
  for (const auto& one : cases) {
    CAPTURE(one.mistyped);
    CHECK(nearest(one.mistyped, element_names()) == one.meant);
  }
}

TEST_CASE("a word that is like none is not guessed") {
  for (const auto* word : {"literature", "curriculum", "div", "xyzzy", "qqqqqqqqqqqq"}) {
    CAPTURE(word);
    CHECK(nearest(word, element_names()).empty());
  }
}

TEST_CASE("of several, the nearest is meant") {
  constexpr std::string_view known[] = {"master", "faster", "fasten"};
  CHECK(nearest("faste", known) == "faster");
  CHECK(nearest("fastenn", known) == "fasten");
  CHECK(nearest("mastre", known) == "master");
}

TEST_CASE("where nothing is known, nothing is suggested") { CHECK(nearest("x", {}).empty()); }
