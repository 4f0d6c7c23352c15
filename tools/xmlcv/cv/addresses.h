#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xmlcv {

// Why a value is not of its kind: what was expected, and how to write it. The value has its
// white space collapsed already.
struct ValueError {
  std::string expected;
  std::string hint;
};

// A DOI without a resolver: 10.1145/3620666.3651374.
std::optional<ValueError> check_doi(std::string_view value);

// An address of the web, with https:// or without.
std::optional<ValueError> check_web_address(std::string_view value);

// The address of a link: with https:// where the text has no scheme.
std::string with_scheme(const std::string& address);

}  // namespace xmlcv
