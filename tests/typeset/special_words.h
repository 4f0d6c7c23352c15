#pragma once

#include <string>
#include <vector>

// A word as XML says it and as the PDF must say it: it begins and ends with a letter, so that what
// a style sets beside it can be told apart.
struct Word {
  std::string xml;
  std::string text;  // of one with a line break: both words, with a blank between them
};

std::string as_xml(const std::string& text);

// Round a sequence of marks or letters that some font, or TeX, makes something else of.
std::vector<Word> joined_words();

// Round each pair of ASCII marks, and round each triple of those that fonts join. Of the triples, a
// quarter: the row says which.
std::vector<Word> marked_words(std::size_t row);

// The markup changes five times in each. Of 48 rows, each pair of a letter or mark in front and one
// behind stands in one, for each kind of markup, where it begins and where it ends.
std::vector<Word> markup_words(std::size_t row);

// Two words with <br/> between them, in each kind of markup and in none.
std::vector<Word> broken_words();
