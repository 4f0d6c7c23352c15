#pragma once

// Generated from xml/cv.xsd and xml/cv.rules by the target regenerate.
// clang-format off

#include <array>
#include <string_view>

namespace xmlcv {

// The kinds of value that xml/cv.rnc has names for; any: no limits.
enum class ValueKind {
  any,
  audience_choice,
  audience_names,
  author_count,
  doi_name,
  email_address,
  iso_date,
  iso_date_or_present,
  iso_day,
  language,
  link_address,
  number_prefix,
  page_count,
  picture_height,
  section_kinds,
  text_area,
  value,
  web_address,
};

// Their patterns there, as regular expressions of XSD; empty for those that have none.
inline constexpr auto value_patterns = std::to_array<std::string_view>({
  "",
  "!?[\\p{L}\\p{M}\\p{N}_.\\-]+([ +]!?[\\p{L}\\p{M}\\p{N}_.\\-]+)*",
  "",
  "[1-9][0-9]{0,2}",
  "10\\.[^ /]+/\\S+",
  "[^@: ]+@[^@ ]+",
  "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
  "",
  "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
  "",
  "(https?|mailto|tel|doi):\\S+",
  "([^ =]{1,8}|[a-z]+=[^ =]{1,8}( [a-z]+=[^ =]{1,8})*)",
  "[1-9][0-9]{0,2}",
  "([1-9](\\.[0-9])?cm|[1-9][0-9]mm|[1-3](\\.[0-9])?in)",
  "[a-z]+( [a-z]+)*",
  "0\\.([5-8][0-9]?|9[0-5]?)",
  "",
  "(https?://)?[^ /:@]+\\.[^ /:@]+(:[0-9]+)?(/\\S*)?",
});

}  // namespace xmlcv
