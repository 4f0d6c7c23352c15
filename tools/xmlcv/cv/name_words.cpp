#include "cv/name_words.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <span>

#include "machine/failure.h"

namespace xmlcv {
namespace {

// Letters that Unicode does not take apart, and how ASCII writes them.
struct Spelling {
  UChar32 letter;
  std::string_view plain;
  std::string_view spelt_out;
};
constexpr auto spellings = std::to_array<Spelling>({{0xE6, "ae", "ae"},
                                                    {0xF0, "d", "d"},
                                                    {0xF8, "o", "oe"},
                                                    {0xFE, "th", "th"},
                                                    {0x111, "d", "d"},
                                                    {0x127, "h", "h"},
                                                    {0x131, "i", "i"},
                                                    {0x142, "l", "l"},
                                                    {0x153, "oe", "oe"},
                                                    {0x167, "t", "t"}});

// With a diaeresis or a ring some letters have a second letter behind them: Müller, Mueller; Åse,
// Aase.
std::string_view second_letter(UChar32 letter, UChar32 mark) {
  constexpr UChar32 diaeresis = 0x308;
  constexpr UChar32 ring = 0x30A;
  if (mark == diaeresis && (letter == 'a' || letter == 'o' || letter == 'u')) return "e";
  return mark == ring && letter == 'a' ? "a" : "";
}

void append(NameWord& word, UChar32 letter) {
  const auto found = std::ranges::find(spellings, letter, &Spelling::letter);
  if (found != spellings.end()) {
    word.plain += found->plain;
    word.spelt_out += found->spelt_out;
    return;
  }
  std::string bytes;
  icu::UnicodeString(letter).toUTF8String(bytes);
  word.plain += bytes;
  word.spelt_out += bytes;
}

std::size_t letters(const std::string& word) {
  return static_cast<std::size_t>(icu::UnicodeString::fromUTF8(word).countChar32());
}

bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// Whether its letters stand in the other word too, in their order, the first one as the first.
bool are_initials_of(const GivenName& initials, const NameWord& word) {
  if (!std::ranges::all_of(initials.parts, &NameWord::is_initial) || word.is_initial()) {
    return false;
  }
  std::size_t at = 0;
  for (const auto& part : initials.parts) {
    at = word.plain.find(part.plain, at);
    if (at == std::string::npos || (&part == initials.parts.data() && at != 0)) return false;
    at += part.plain.size();
  }
  return true;
}

bool same_given_name(const NameWord& a, const NameWord& b) {
  if (!a.is_initial() && !b.is_initial()) return is_same(a, b);
  return starts_with(a, b) || starts_with(b, a);
}

using Names = std::span<const GivenName>;

bool same_names(Names printed, Names of_person);

enum class Hyphen { printed, of_person };

// The first name of a has a hyphen, that of b has none.
bool same_with_hyphen(Hyphen hyphen, Names a, Names b) {
  const auto same_rest = [&](std::size_t count) {
    const auto a_rest = a.subspan(1);
    const auto b_rest = b.subspan(count);
    return hyphen == Hyphen::printed ? same_names(a_rest, b_rest) : same_names(b_rest, a_rest);
  };
  const auto& parts = a.front().parts;
  const auto& word = b.front().parts.front();
  if (is_same(a.front().joined(), word) || are_initials_of(a.front(), word)) {
    return same_rest(1);
  }
  const auto count = std::min(parts.size(), b.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (b[i].parts.size() != 1 || !same_given_name(parts[i], b[i].parts.front())) return false;
  }
  // Jean-Pierre may be printed as Jean or J., but Wei never as Wei-Hua or W.-H.
  return b.size() < parts.size() ? hyphen == Hyphen::of_person : same_rest(parts.size());
}

bool same_names(Names printed, Names of_person) {
  if (printed.empty() || of_person.empty()) return true;
  const auto& first = printed.front().parts;
  const auto& second = of_person.front().parts;
  if (first.size() > 1 && second.size() == 1) {
    return same_with_hyphen(Hyphen::printed, printed, of_person);
  }
  if (first.size() == 1 && second.size() > 1) {
    return same_with_hyphen(Hyphen::of_person, of_person, printed);
  }
  const auto count = std::min(first.size(), second.size());
  return std::equal(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(count),
                    second.begin(), same_given_name) &&
         same_names(printed.subspan(1), of_person.subspan(1));
}

}  // namespace

bool NameWord::is_initial() const { return letters(plain) == 1; }

void NameWord::append(const NameWord& other) {
  plain += other.plain;
  spelt_out += other.spelt_out;
}

bool is_same(const NameWord& a, const NameWord& b) {
  return a.plain == b.plain || a.plain == b.spelt_out || a.spelt_out == b.plain ||
         a.spelt_out == b.spelt_out;
}

bool starts_with(const NameWord& word, const NameWord& begin) {
  return word.plain.starts_with(begin.plain) || word.spelt_out.starts_with(begin.spelt_out);
}

NameWord GivenName::joined() const {
  NameWord result;
  for (const auto& part : parts) result.append(part);
  return result;
}

std::vector<GivenName> split_name(std::string_view name) {
  UErrorCode code = U_ZERO_ERROR;
  const auto* decomposer = icu::Normalizer2::getNFKDInstance(code);
  if (U_FAILURE(code)) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("ICU cannot compare names: {}", u_errorName(code)));
  }
  const auto text = decomposer->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size()))),
      code);
  std::vector<GivenName> result;
  bool begins_word = true;
  bool begins_part = false;
  UChar32 last = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c == '\'' || c == 0x2019 || c == 0xAD) continue;
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!begins_word) result.back().parts.back().spelt_out += second_letter(last, c);
      continue;
    }
    if (!u_isalnum(c)) {
      begins_part = is_hyphen(c) && !result.empty();
      begins_word = true;
      continue;
    }
    if (begins_word && !begins_part) result.emplace_back().is_capitals = true;
    if (begins_word) result.back().parts.emplace_back();
    begins_word = begins_part = false;
    auto& word = result.back();
    word.is_capitals = word.is_capitals && u_isupper(c) != 0;
    auto folded = icu::UnicodeString(c).foldCase();
    for (std::int32_t k = 0; k < folded.length(); k = folded.moveIndex32(k, 1)) {
      last = folded.char32At(k);
      append(word.parts.back(), last);
    }
  }
  for (auto& word : result) {
    constexpr std::size_t most_initials = 3;
    const auto count = letters(word.parts.front().plain);
    word.is_capitals =
        word.is_capitals && word.parts.size() == 1 && count > 1 && count <= most_initials;
  }
  return result;
}

std::vector<GivenName> with_initials_apart(const std::vector<GivenName>& names) {
  std::vector<GivenName> result;
  for (const auto& name : names) {
    if (!name.is_capitals) {
      result.push_back(name);
      continue;
    }
    const auto text = icu::UnicodeString::fromUTF8(name.parts.front().plain);
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      result.emplace_back().parts.emplace_back();
      append(result.back().parts.back(), text.char32At(i));
    }
  }
  return result;
}

bool may_be_given_names(const std::vector<GivenName>& printed,
                        const std::vector<GivenName>& of_person) {
  return same_names(printed, of_person);
}

}  // namespace xmlcv
