#include "cv/addresses.h"

#include "text/pattern.h"

namespace xmlcv {

// The patterns are those of xml/cv.rnc.
std::optional<ValueError> check_doi(std::string_view value) {
  if (matches(value, R"(10\.[^ /]+/\S+)")) return std::nullopt;
  return ValueError{"a DOI", "write 10.1145/3620666.3651374, without https://doi.org/"};
}

std::optional<ValueError> check_web_address(std::string_view value) {
  if (matches(value, R"((https?://)?[^ /:@]+\.[^ /:@]+(:[0-9]+)?(/\S*)?)")) return std::nullopt;
  return ValueError{"a web address", "write www.example.org/page or https://www.example.org/page"};
}

std::string with_scheme(const std::string& address) {
  const bool complete = address.starts_with("http://") || address.starts_with("https://");
  return complete ? address : "https://" + address;
}

}  // namespace xmlcv
