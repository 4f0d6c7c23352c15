#include "word_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <sstream>

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Without what a style sets beside a word: commas, full stops, brackets.
std::string bare(std::string word) {
  while (!word.empty() && !is_letter(word.back())) word.pop_back();
  const auto begin = std::ranges::find_if(word, is_letter);
  return {begin, word.end()};
}

}  // namespace

std::map<std::string, int> count_words(const std::string& text) {
  static const std::regex no_break_space("\u00A0");
  std::map<std::string, int> result;
  std::istringstream words(std::regex_replace(text, no_break_space, " "));
  for (std::string word; words >> word;) ++result[bare(word)];
  return result;
}

std::vector<std::string> missing_words(const std::map<std::string, int>& expected,
                                       const std::string& text) {
  const auto found = count_words(text);
  std::vector<std::string> result;
  for (const auto& [word, times] : expected) {
    const auto at = found.find(word);
    const int seen = at == found.end() ? 0 : at->second;
    if (seen < times) result.push_back(fmt::format("{} of {} times {}", seen, times, word));
  }
  return result;
}
