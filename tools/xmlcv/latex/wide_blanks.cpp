#include "latex/wide_blanks.h"

#include "latex/escape.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

constexpr std::string_view tie = "\u00A0";

// How many characters the words between blanks have.
std::vector<std::size_t> lengths_of_words(std::string_view words) {
  std::vector<std::size_t> lengths = {0};
  for (std::size_t i = 0; i < words.size();) {
    const auto character = words.substr(i, utf8_length(words[i]));
    i += character.size();
    if (character == " " || character == tie) {
      lengths.push_back(0);
    } else {
      ++lengths.back();
    }
  }
  return lengths;
}

}  // namespace

WideBlanks::WideBlanks(std::string_view words) {
  const auto lengths = lengths_of_words(words);
  for (std::size_t i = 1; i < lengths.size(); ++i) {
    is_wide_.push_back(lengths[i - 1] == 1 && lengths[i] == 1);
  }
}

std::string WideBlanks::mark(std::string_view part) {
  std::string result;
  for (std::size_t i = 0; i < part.size();) {
    const auto character = part.substr(i, utf8_length(part[i]));
    const bool is_tie = character == tie;
    const bool is_wide = (is_tie || character == " ") && is_wide_.at(next_++);
    result += !is_wide ? character : is_tie ? wide_tie : wide_blank;
    i += character.size();
  }
  return result;
}

bool is_wide_between(std::string_view first, std::string_view second) {
  return lengths_of_words(first).back() == 1 && lengths_of_words(second).front() == 1;
}

}  // namespace xmlcv
