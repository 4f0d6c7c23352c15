#include "cv/phrases.h"

#include <fmt/format.h>
#include <unicode/listformatter.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <memory>

#include "machine/failure.h"
#include "text/parts.h"

namespace xmlcv {
namespace {

// Case does not matter in BCP 47. base: in lower case.
bool same_language(std::string_view tag, std::string_view base) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + 32 == b); };
  const auto language = tag.substr(0, tag.find('-'));
  return std::ranges::equal(language, base, same);
}

const Language& find_language(std::string_view tag) {
  const auto found = std::ranges::find_if(
      all_languages, [tag](const Language& language) { return same_language(tag, language.tag); });
  return found != all_languages.end() ? *found
                                      : *std::ranges::find(all_languages, "en", &Language::tag);
}

// Empty where there is no such name.
template <class Names, class Words>
std::string_view words_of(const Names& names, std::string_view name, const Words& words) {
  const auto found = std::ranges::find(names, name);
  return found != names.end() ? words[static_cast<std::size_t>(found - names.begin())]
                              : std::string_view();
}

}  // namespace

std::string_view phrase(Phrase phrase, std::string_view language) {
  return find_language(language).phrases[static_cast<std::size_t>(phrase)];
}

std::string_view heading(SectionKind kind, std::string_view language) {
  return words_of(heading_names, name_of(kind), find_language(language).headings);
}

std::string_view bibliography_words(std::string_view key, std::string_view language) {
  return words_of(publication_names, key, find_language(language).publications);
}

std::string edition_words(int number, std::string_view language) {
  UErrorCode code = U_ZERO_ERROR;
  const auto& known = find_language(language);
  const icu::RuleBasedNumberFormat ordinals(icu::URBNF_ORDINAL,
                                            icu::Locale(std::string(known.tag).c_str()), code);
  icu::UnicodeString ordinal;
  ordinals.format(static_cast<std::int32_t>(number), ordinal);
  std::string result;
  ordinal.toUTF8String(result);
  return fmt::format("{} {}", U_SUCCESS(code) ? result : std::to_string(number),
                     bibliography_words("edition", known.tag));
}

bool speaks(std::string_view language) {
  return std::ranges::any_of(all_languages, [language](const Language& known) {
    return same_language(language, known.tag);
  });
}

ListWords list_words(const std::string& language) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> formatter(
      icu::ListFormatter::createInstance(icu::Locale::forLanguageTag(language, code), code));
  if (U_FAILURE(code)) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("ICU cannot join a list: {}", u_errorName(code)));
  }
  const icu::UnicodeString names[] = {"1", "2", "3"};
  icu::UnicodeString two;
  icu::UnicodeString three;
  formatter->format(names, 2, two, code);
  formatter->format(names, 3, three, code);
  std::string two_utf8;
  std::string three_utf8;
  two.toUTF8String(two_utf8);
  three.toUTF8String(three_utf8);
  return {between(two_utf8, "1", "2"), between(three_utf8, "1", "2"),
          between(three_utf8, "2", "3")};
}

}  // namespace xmlcv
