#pragma once

#include <string>
#include <vector>

#include "random_words.h"

// A .bib file, and what of each entry is to be printed.
struct RandomBib {
  struct Entry {
    std::string key;
    std::string type;
    std::string keyword;
    int year;
    bool is_of_owner;
    std::vector<std::string> words;  // each a text that stands together
  };
  std::string text;
  std::vector<Entry> entries;
};

// A variant of the owner's name must be this.
constexpr auto owner_in_bib = "Lee Kim";

RandomBib random_bib(RandomWords& words);
