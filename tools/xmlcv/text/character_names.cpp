#include "text/character_names.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <cstdint>

namespace xmlcv {

std::string character_name(char32_t character) {
  char name[128] = "";
  UErrorCode code = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(character), U_EXTENDED_CHAR_NAME, name, sizeof name, &code);
  return name;
}

std::string code_and_name(char32_t character) {
  return fmt::format("U+{:04X} ({})", static_cast<std::uint32_t>(character),
                     character_name(character));
}

}  // namespace xmlcv
