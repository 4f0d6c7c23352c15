#include "special_words.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace {

constexpr std::string_view marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
constexpr std::string_view printable =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./"
    ":;<=>?@[\\]^_`{|}~";

constexpr auto joined = std::to_array<std::string_view>(
    {"--",  "---", "----", "``",     "''",   "`",     "'",   "\"",  "\"a",  "\"=",   "\"-", "<<",
     ">>",  "<<<", ">>>",  ",,",     ",,,",  "?`",    "!`",  "??`", "!!`",  "`?",    "~",   "~~",
     "^",   "^^M", "^^41", "^^^^41", "\\\\", "\\par", "\\%", "{}",  "-{}-", "$x$",   "$$",  "#1",
     "##1", "%%",  "%x",   "&amp;",  "__",   "a_b",   "a^b", "[x]", "[*]",  "\\x@y", "fi",  "ff",
     "fl",  "ffi", "ffl",  "f-f",    "ij",   "''''",  "-,-", "`'",  "'`",   "<->",   "-->", "<--"});

constexpr auto markup = std::to_array<std::string_view>({"b", "i", "code", "sub", "sup", "a"});

std::string begin_of(std::string_view element) {
  return element == "a" ? "<a href=\"https://example.org/\">" : fmt::format("<{}>", element);
}

std::string marked_up(std::string_view element, const std::string& xml) {
  return fmt::format("{}{}</{}>", begin_of(element), xml, element);
}

Word around(const std::string& middle) {
  return {fmt::format("a{}z", as_xml(middle)), fmt::format("a{}z", middle)};
}

}  // namespace

std::string as_xml(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::vector<Word> joined_words() {
  std::vector<Word> result;
  for (const auto sequence : joined) result.push_back(around(std::string(sequence)));
  return result;
}

std::vector<Word> marked_words(std::size_t row) {
  constexpr std::string_view that_join = "-,<>`'?!\"~^fil";
  std::vector<Word> result;
  for (const char first : marks) {
    for (const char second : marks) result.push_back(around({first, second}));
  }
  std::size_t number = row;
  for (const char first : that_join) {
    for (const char second : that_join) {
      for (const char third : that_join) {
        if (number++ % 4 == 0) result.push_back(around({first, second, third}));
      }
    }
  }
  return result;
}

std::vector<Word> markup_words(std::size_t row) {
  constexpr auto size = printable.size();
  std::vector<Word> result;
  for (const auto element : markup) {
    for (std::size_t i = 0; i < size; ++i) {
      Word word{std::string(element), std::string(element)};
      std::size_t at = i;
      bool is_inside = true;
      for (const std::size_t step : {row, row, row + size / 2, row + size / 2, row}) {
        const auto letter = std::string(1, printable[at % size]);
        word.xml += is_inside ? marked_up(element, as_xml(letter)) : as_xml(letter);
        word.text += letter;
        is_inside = !is_inside;
        at += step;
      }
      result.push_back({word.xml + "y", word.text + "y"});
    }
  }
  return result;
}

std::vector<Word> broken_words() {
  std::vector<Word> result = {{"front<br/>rear", "front rear"}};
  for (const auto element : markup) {
    if (element == "code") continue;
    const auto left = fmt::format("{}left", element);
    const auto right = fmt::format("{}right", element);
    const auto text = fmt::format("{} {}", left, right);
    result.push_back({marked_up(element, fmt::format("{}<br/>{}", left, right)), text});
    result.push_back({marked_up(element, left) + "<br/>" + marked_up(element, right), text});
    result.push_back({marked_up(element, fmt::format("{}<br/>", left)) + right, text});
  }
  return result;
}
