#include "bibliography/bib_language.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cctype>
#include <map>

namespace xmlcv {
namespace {

std::string in_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::string in_lower_case(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

// English names and both ISO codes, and what babel calls otherwise.
using Codes = std::map<std::string, std::string, std::less<>>;

Codes make_codes() {
  Codes result = {
      {"american", "en"},  {"australian", "en"}, {"british", "en"},     {"canadian", "en"},
      {"ukenglish", "en"}, {"usenglish", "en"},  {"newzealand", "en"},  {"ngerman", "de"},
      {"austrian", "de"},  {"naustrian", "de"},  {"swissgerman", "de"}, {"nswissgerman", "de"},
      {"acadian", "fr"},   {"canadien", "fr"},   {"francais", "fr"},    {"frenchb", "fr"},
      {"brazilian", "pt"}, {"brazil", "pt"},     {"portuges", "pt"},    {"magyar", "hu"},
      {"farsi", "fa"},     {"mexican", "es"},    {"norsk", "no"},       {"nynorsk", "nn"},
      {"bokmål", "nb"},    {"slovene", "sl"},    {"ger", "de"},         {"fre", "fr"},
      {"dut", "nl"},       {"cze", "cs"}};
  for (const auto* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    const icu::Locale locale(*code);
    icu::UnicodeString name;
    result.try_emplace(in_lower_case(in_utf8(locale.getDisplayLanguage("en", name))), *code);
    result.try_emplace(*code, *code);
    result.try_emplace(locale.getISO3Language(), *code);
  }
  return result;
}

}  // namespace

std::optional<std::string> language_code(std::string_view name) {
  static const auto codes = make_codes();
  auto key = in_lower_case(name);
  if (key.starts_with("lang") && codes.contains(key.substr(4))) key.erase(0, 4);
  auto found = codes.find(key);
  // en-GB, en_US
  if (found == codes.end()) found = codes.find(key.substr(0, key.find_first_of("-_")));
  return found == codes.end() ? std::nullopt : std::optional(found->second);
}

std::string language_name(const std::string& code, const std::string& language) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale::forLanguageTag(language, error), name);
  return in_utf8(name);
}

}  // namespace xmlcv
