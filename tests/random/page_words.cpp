#include "page_words.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

#include "cv/plain_text.h"
#include "text/utf8.h"

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr char taken = '\x01';  // in place of a leaf that was found

// Length of the white space at a place.
std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (std::string_view(" \t\r\n\f").find(text[at]) != std::string_view::npos) return 1;
  return text.substr(at).starts_with(no_break_space) ? no_break_space.size() : 0;
}

std::size_t blanks_at(std::string_view text, std::size_t at) {
  const auto begin = at;
  for (auto length = blank_at(text, at); length > 0; length = blank_at(text, at)) at += length;
  return at - begin;
}

// A page has blanks at a text's beginning and end anyway.
std::string without_blanks_around(std::string_view words) {
  words.remove_prefix(blanks_at(words, 0));
  while (words.ends_with(' ') || words.ends_with(no_break_space)) {
    words.remove_suffix(words.ends_with(' ') ? 1 : no_break_space.size());
  }
  return std::string(words);
}

bool is_written_without_blanks(char32_t c) {
  UErrorCode code = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &code)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
      return true;
    default:
      return false;
  }
}

// Whether a line may end inside the word around a place: it is longer than a line may be, or it is
// of a script without blanks.
bool may_end_line(std::string_view words, std::size_t at) {
  constexpr std::size_t long_word = 40;
  std::size_t begin = at;
  while (begin > 0 && words[begin - 1] != ' ') --begin;
  const auto end = std::min(words.find(' ', at), words.size());
  if (end - begin >= long_word) return true;
  for (std::size_t i = begin; i < end;) {
    if (is_written_without_blanks(xmlcv::next_code_point(words, i))) return true;
  }
  return false;
}

// How far words stand in the text from a place on.
struct Match {
  std::size_t words;  // how many bytes of them
  std::size_t end;    // where in the text
};

Match match(std::string_view words, std::string_view text, std::size_t at, bool may_divide) {
  std::size_t i = 0;
  while (i < words.size()) {
    if (const auto blank = blanks_at(words, i)) {
      const auto found = blanks_at(text, at);
      if (found == 0) break;
      i += blank;
      at += found;
    } else if (at < text.size() && text[at] == words[i]) {
      ++i;
      ++at;
    } else if (i > 0 && at < text.size() && text[at] == '\n' &&
               (may_divide || may_end_line(words, i))) {
      at += blanks_at(text, at);
    } else if (i > 0 && may_divide && text.substr(at).starts_with("-\n")) {
      at += 2;
    } else {
      break;
    }
  }
  return {i, at};
}

// What a CV sets beside a text: between the parts of a publication, of a heading, of a period.
bool is_boundary(std::string_view text, std::size_t begin, std::size_t end) {
  static constexpr auto before = std::to_array<std::string_view>({"(", "doi:", "–", "\x01"});
  static constexpr auto behind =
      std::to_array<std::string_view>({".", ",", ";", ":", ")", "–", "\x01"});
  const auto head = text.substr(0, begin);
  const bool begins = begin == 0 || head.ends_with(no_break_space) ||
                      blank_at(text, begin - 1) > 0 ||
                      std::ranges::any_of(before, [&](auto mark) { return head.ends_with(mark); });
  const auto tail = text.substr(end);
  const bool ends = tail.empty() || blank_at(text, end) > 0 ||
                    std::ranges::any_of(behind, [&](auto mark) { return tail.starts_with(mark); });
  return begins && ends;
}

bool take(std::string_view words, std::string& text, bool may_divide) {
  for (auto at = text.find(words[0]); at != std::string::npos; at = text.find(words[0], at + 1)) {
    const auto found = match(words, text, at, may_divide);
    if (found.words < words.size() || !is_boundary(text, at, found.end)) continue;
    text.replace(at, found.end - at, 1, taken);
    return true;
  }
  return false;
}

// What stands in the text where most of the words stand.
std::string most_like(std::string_view words, std::string_view text, bool may_divide) {
  Match best{0, 0};
  std::size_t begin = 0;
  for (auto at = text.find(words[0]); at != std::string::npos; at = text.find(words[0], at + 1)) {
    const auto found = match(words, text, at, may_divide);
    if (found.words <= best.words) continue;
    best = found;
    begin = at;
  }
  constexpr std::size_t context = 12;
  const auto from = begin - std::min(begin, context);
  auto result = std::string(text.substr(from, best.end + 2 * context - from));
  std::ranges::replace(result, '\n', ' ');
  return result;
}

std::vector<std::string> texts_of_pages(const std::string& text) {
  std::vector<std::string> pages;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\f', begin), text.size());
    auto page = text.substr(begin, end - begin);
    page.erase(page.find_last_not_of(" \n") + 1);
    if (!page.empty()) pages.push_back(page);
    begin = end + 1;
  }
  return pages;
}

// Without their numbers, 1/2 and 2/2: a telephone number may look like one, and stand there too.
std::vector<std::string> pages_of(const std::string& text) {
  auto pages = texts_of_pages(text);
  for (std::size_t i = 0; i < pages.size() && pages.size() > 1; ++i) {
    auto& page = pages[i];
    const auto number = fmt::format("{}/{}", i + 1, pages.size());
    const auto before = page.size() - std::min(page.size(), number.size());
    if (!page.ends_with(number) || before == 0 || blank_at(page, before - 1) == 0) continue;
    page.erase(page.find_last_not_of(" \n", before - 1) + 1);
  }
  return pages;
}

bool holds_contacts(const std::string& foot, const std::vector<Leaf>& leaves) {
  static const std::set<std::string_view> contacts = {"address", "born",        "phone",
                                                      "email",   "homepage",    "social",
                                                      "extra",   "nationality", "pronouns"};
  std::vector<Leaf> wanted;
  std::ranges::copy_if(leaves, std::back_inserter(wanted),
                       [](const Leaf& leaf) { return contacts.contains(leaf.element); });
  return !wanted.empty() && lost_leaves(wanted, foot, true).empty();
}

// The lines with which all pages end, and that hold the contacts. The last entry of each page may
// be the same one too.
std::size_t common_foot(const std::vector<std::string>& pages, const std::vector<Leaf>& leaves) {
  const auto& last = pages.back();
  for (std::size_t i = 1; i <= last.size(); ++i) {
    const auto end = last.substr(last.size() - i);
    if (!std::ranges::all_of(pages, [&](const auto& page) { return page.ends_with(end); })) break;
    if (end.starts_with('\n') && holds_contacts(end, leaves)) return i;
  }
  return 0;
}

}  // namespace

std::string flowing_text(const std::string& text, const std::vector<Leaf>& leaves) {
  const auto pages = pages_of(text);
  if (pages.empty()) return "";
  const auto foot = pages.size() > 1 ? common_foot(pages, leaves) : 0;
  std::string result;
  for (const auto& page : pages) result += page.substr(0, page.size() - foot) + "\n";
  if (foot > 0) result.append(pages.back(), pages.back().size() - foot + 1).append("\n");
  return result;
}

std::vector<Lost> lost_leaves(std::vector<Leaf> leaves, const std::string& text, bool may_divide) {
  std::string rest = xmlcv::to_nfc(text);
  for (auto& leaf : leaves) leaf.words = without_blanks_around(leaf.words);
  std::ranges::stable_sort(leaves, std::ranges::greater{},
                           [](const Leaf& leaf) { return leaf.words.size(); });
  std::vector<Lost> lost;
  for (const auto& leaf : leaves) {
    if (!leaf.words.empty() && !take(leaf.words, rest, may_divide)) lost.push_back({leaf, ""});
  }
  for (auto& one : lost) one.instead = most_like(one.leaf.words, rest, may_divide);
  return lost;
}
