#pragma once

#include <random>
#include <string>
#include <string_view>

#include "random_text.h"
#include "xml/vocabulary.h"

// Random choices. The same seed makes the same ones with every library, which the distributions of
// <random> would not.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t end) { return random_() % end; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class Range>
  auto pick(const Range& range) {
    return *(std::begin(range) + static_cast<std::ptrdiff_t>(below(std::size(range))));
  }

 private:
  std::mt19937 random_;
};

// Words as they stand in CVs, and values of each kind.
class RandomWords {
 public:
  // What the words are made of beside plain ones. Only the first two can be set by pdfLaTeX.
  enum class Script { ascii, latin, vietnamese, cyrillic, greek, chinese, korean, devanagari };

  RandomWords(unsigned seed, Script script) : chance_(seed), hostile_(seed), script_(script) {}

  Chance& chance() { return chance_; }

  // Words with single blanks between.
  std::string some(std::size_t at_most);
  std::string plain();  // one of ASCII letters
  std::string name();   // of a person

  // The text of an element or attribute that is of a kind.
  std::string value(xmlcv::ValueKind kind);
  std::string account(std::string_view network);
  std::vector<std::pair<std::string, std::string>> attributes_of_account(std::string_view network);
  std::string phone();
  std::string pages();
  std::string number();
  int year() { return 1970 + static_cast<int>(chance_.below(57)); }

 private:
  std::string one();
  std::string hostile();
  std::string digits(std::size_t count);
  std::string date(bool with_day);
  std::string host();
  std::string path();

  Chance chance_;
  RandomText hostile_;
  Script script_;
};
