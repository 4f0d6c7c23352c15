#include "xml/values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/locid.h>

#include <algorithm>
#include <set>

#include "cv/date_guess.h"
#include "cv/dates.h"
#include "cv/value_names.h"
#include "text/pattern.h"
#include "text/suggestion.h"
#include "text/utf8.h"
#include "text/white_space.h"
#include "text/xml_escape.h"
#include "xml/audience.h"

namespace xmlcv {
namespace {

// The pattern lets pass what is no tag, such as e and de-x, and what ICU then fails on.
bool is_language_tag(std::string_view value) {
  if (!matches(value, "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")) return false;
  UErrorCode code = U_ZERO_ERROR;
  icu::Locale::forLanguageTag(icu::StringPiece(value.data(), static_cast<int>(value.size())), code);
  return U_SUCCESS(code);
}

// The pattern that cv.rnc has for the kind.
bool fits(std::string_view value, ValueKind kind) {
  return matches(value, value_patterns.at(static_cast<std::size_t>(kind)).data());
}

std::optional<ValueError> unless(bool good, const char* expected, const char* hint) {
  if (good) return std::nullopt;
  return ValueError{expected, hint};
}

bool are_names(std::string_view value) {
  const auto parsed = parse_audience(value);
  return parsed && std::ranges::all_of(parsed->terms, [](const Audience::Term& term) {
           return term.size() == 1 && term[0].wanted;
         });
}

// A regular expression counts bytes.
std::string with_a_byte_each(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = next_code_point(text, i);
    constexpr char32_t ascii = 0x80;
    result += c < ascii ? static_cast<char>(c) : 'x';
  }
  return result;
}

std::optional<ValueError> check_section_kinds(std::string_view value) {
  constexpr auto expected = "kinds of sections, each once,";
  const auto& kinds = value_names<SectionKind>;
  std::set<std::string> named;
  for (const auto& name : split_words(value)) {
    if (!find_value<SectionKind>(name)) {
      const auto meant = nearest(name, kinds);
      return ValueError{
          expected, meant.empty()
                        ? fmt::format("there is no {}; they are {}", name, fmt::join(kinds, ", "))
                        : fmt::format("there is no {}: did you mean {}?", name, meant)};
    }
    if (!named.insert(name).second) {
      return ValueError{expected, fmt::format("{} is there twice", name)};
    }
  }
  return std::nullopt;
}

bool is_date(ValueKind kind) {
  return kind == ValueKind::iso_date || kind == ValueKind::iso_day ||
         kind == ValueKind::iso_date_or_present;
}

}  // namespace

std::optional<ValueError> check_value(ValueKind kind, std::string_view value) {
  constexpr auto date_hint = "write 2019, 2019-04 or 2019-04-30";
  constexpr std::string_view soft_hyphen = "\u00AD";
  const bool is_address = kind == ValueKind::email_address || kind == ValueKind::doi_name ||
                          kind == ValueKind::web_address || kind == ValueKind::link_address;
  if (is_address && value.find(soft_hyphen) != std::string_view::npos) {
    return ValueError{"an address without soft hyphens", "it would lead elsewhere with one"};
  }
  switch (kind) {
    case ValueKind::any:
      return std::nullopt;
    case ValueKind::value:
      return unless(!value.empty(), "a value", "");
    case ValueKind::iso_date:
      return unless(parse_date(value).has_value(), "a date", date_hint);
    case ValueKind::iso_date_or_present:
      return unless(value == "present" || parse_date(value).has_value(), "a date or present",
                    date_hint);
    case ValueKind::iso_day:
      return unless(value.size() == 10 && parse_date(value).has_value(), "a day",
                    "write 2019-04-30");
    case ValueKind::language:
      return unless(is_language_tag(value), "a language",
                    "write en, de, fr or another code of BCP 47");
    case ValueKind::email_address:
      return unless(fits(value, kind), "an e-mail address", "write name@example.org");
    case ValueKind::doi_name:
      return check_doi(value);
    case ValueKind::web_address:
      return check_web_address(value);
    case ValueKind::link_address:
      return unless(fits(value, kind), "a link",
                    "begin it with https:, http:, mailto:, tel: or doi:");
    case ValueKind::audience_names:
      return unless(are_names(value), "names of audiences",
                    "write names of letters, digits, . _ and -, with blanks between");
    case ValueKind::audience_choice:
      return unless(parse_audience(value).has_value(), "audiences",
                    "write one name or several: industry academia+senior !hr");
    case ValueKind::text_area:
      return unless(fits(value, kind), "a share from 0.5 to 0.95", "0.8 is usual");
    case ValueKind::author_count:
      return unless(fits(value, kind), "a number of authors from 1 to 999", "");
    case ValueKind::number_prefix:
      return unless(fits(with_a_byte_each(value), kind), "a prefix of up to eight characters",
                    "write J, or one for each type: article=J inproceedings=C");
    case ValueKind::picture_height:
      return unless(fits(value, kind), "a height from 1cm to 9.9cm", "write 4cm, 45mm or 1.5in");
    case ValueKind::section_kinds:
      return check_section_kinds(value);
    case ValueKind::page_count:
      return unless(fits(value, kind), "a number of pages from 1 to 999", "");
  }
  return std::nullopt;
}

std::string date_hint(const ElementRule& parent, const AttributeRule& attribute,
                      std::string_view value) {
  if (!is_date(attribute.kind)) return "";
  const auto has = [&parent](std::string_view name) {
    return std::ranges::find(parent.attributes, name, &AttributeRule::name) !=
           parent.attributes.end();
  };
  const auto guess = guess_date(value);
  if (guess && !guess->date.empty() && !check_value(attribute.kind, guess->date)) {
    return fmt::format("write {}=\"{}\"", attribute.name, guess->date);
  }
  if (guess && guess->date.empty() && has("to")) {
    const auto from = guess->from.empty() ? "" : fmt::format("from=\"{}\" ", guess->from);
    return fmt::format("write {}to=\"{}\"", from, guess->to);
  }
  const bool holds_when =
      std::ranges::find(parent.children, "when", &ChildRule::name) != parent.children.end();
  const bool is_time = matches(value, ".*[^0-9./ -].*|[0-9]{4}/[0-9]{2}");
  if (!holds_when || !is_time) return "";
  return fmt::format("write <when>{}</when> in <{}>", xml_escaped(value), parent.name);
}

}  // namespace xmlcv
