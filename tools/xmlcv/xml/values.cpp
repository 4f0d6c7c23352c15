#include "xml/values.h"

#include <unicode/locid.h>

#include <algorithm>

#include "cv/dates.h"
#include "text/pattern.h"
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

std::optional<ValueFault> unless(bool good, const char* expected, const char* hint) {
  if (good) return std::nullopt;
  return ValueFault{expected, hint};
}

bool are_names(std::string_view value) {
  const auto parsed = parse_audience(value);
  return parsed && std::ranges::all_of(parsed->terms, [](const Audience::Term& term) {
           return term.size() == 1 && term[0].wanted;
         });
}

}  // namespace

std::optional<ValueFault> check_value(ValueKind kind, std::string_view value) {
  constexpr auto date_hint = "write 2019, 2019-04 or 2019-04-30";
  switch (kind) {
    case ValueKind::any:
      return std::nullopt;
    case ValueKind::token:
      return unless(!value.empty(), "a value", "");
    case ValueKind::date:
      return unless(parse_date(value).has_value(), "a date", date_hint);
    case ValueKind::date_or_present:
      return unless(value == "present" || parse_date(value).has_value(), "a date or present",
                    date_hint);
    case ValueKind::day:
      return unless(value.size() == 10 && parse_date(value).has_value(), "a day",
                    "write 2019-04-30");
    case ValueKind::language:
      return unless(is_language_tag(value), "a language",
                    "write en, de, fr or another code of BCP 47");
    case ValueKind::email:
      return unless(matches(value, R"([^@: ]+@[^@ ]+)"), "an e-mail address",
                    "write name@example.org");
    case ValueKind::doi:
      return check_doi(value);
    case ValueKind::web_address:
      return check_web_address(value);
    case ValueKind::link:
      return unless(matches(value, R"((https?|mailto|tel|doi):\S+)"), "a link",
                    "begin it with https:, http:, mailto:, tel: or doi:");
    case ValueKind::audience_names:
      return unless(are_names(value), "names of audiences",
                    "write names of letters, digits, . _ and -, with blanks between");
    case ValueKind::audience:
      return unless(parse_audience(value).has_value(), "audiences",
                    "write one name or several: industry academia+senior !hr");
    case ValueKind::text_area:
      return unless(matches(value, R"(0\.([5-8][0-9]?|9[0-5]?))"), "a share from 0.5 to 0.95",
                    "0.8 is usual");
    case ValueKind::page_count:
      return unless(matches(value, "[1-9][0-9]{0,2}"), "a number of pages from 1 to 999", "");
  }
  return std::nullopt;
}

}  // namespace xmlcv
