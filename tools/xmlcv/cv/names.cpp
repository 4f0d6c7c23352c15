#include "cv/names.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "machine/failure.h"

namespace xmlcv {
namespace {

// Lower case without accents; full stops and hyphens end a word, so J.-P. is two initials.
std::vector<std::string> words_of(std::string_view name) {
  UErrorCode code = U_ZERO_ERROR;
  const auto* decomposer = icu::Normalizer2::getNFKDInstance(code);
  if (U_FAILURE(code)) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("ICU cannot compare names: {}", u_errorName(code)));
  }
  auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
  text = decomposer->normalize(text.foldCase(), code);
  std::vector<std::string> words(1);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK || c == '\'' || c == 0x2019) continue;
    if (u_isalnum(c)) {
      icu::UnicodeString(c).toUTF8String(words.back());
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::size_t letters(const std::string& word) {
  return static_cast<std::size_t>(icu::UnicodeString::fromUTF8(word).countChar32());
}

bool same_given_name(const std::string& a, const std::string& b) {
  if (letters(a) > 1 && letters(b) > 1) return a == b;
  return a.starts_with(b) || b.starts_with(a);
}

// Every given name of the shorter list has its own in the longer one, in the same order, and
// the first names agree: W. Hanafy and Walid A. Hanafy, but not A. Hanafy.
bool same_given_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  const auto count = std::min(a.size(), b.size());
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(count), b.begin(),
                    same_given_name);
}

}  // namespace

OwnerName::Parts OwnerName::split(std::string_view printed, std::size_t family_words) {
  if (const auto comma = printed.find(','); comma != std::string_view::npos) {
    return {words_of(printed.substr(comma + 1)), words_of(printed.substr(0, comma))};
  }
  auto given = words_of(printed);
  const auto count = std::min(family_words, given.size());
  const auto border = given.end() - static_cast<std::ptrdiff_t>(count);
  std::vector<std::string> family(border, given.end());
  given.erase(border, given.end());
  return {std::move(given), std::move(family)};
}

OwnerName::OwnerName(const Name& name) {
  forms_.push_back({name.given ? words_of(name.given->value) : std::vector<std::string>(),
                    words_of(name.family.value)});
  for (const auto& variant : name.variants) forms_.push_back(split(variant.value, 1));
}

bool OwnerName::matches(std::string_view printed) const {
  return std::ranges::any_of(forms_, [printed](const Parts& form) {
    const auto parts = split(printed, form.family.size());
    return !form.family.empty() && parts.family == form.family &&
           same_given_names(parts.given, form.given);
  });
}

}  // namespace xmlcv
