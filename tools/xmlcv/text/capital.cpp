#include "text/capital.h"

#include <unicode/brkiter.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>

namespace xmlcv {

std::string with_capital(std::string_view text, std::string_view language) {
  UErrorCode code = U_ZERO_ERROR;
  const auto locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), code);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  icu::CaseMap::utf8ToTitle(
      locale.getName(), U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, nullptr,
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, code);
  return U_SUCCESS(code) ? result : std::string(text);
}

}  // namespace xmlcv
