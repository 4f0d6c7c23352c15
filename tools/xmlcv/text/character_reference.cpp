#include "text/character_reference.h"

#include <charconv>
#include <limits>

namespace xmlcv {

std::optional<CharacterReference> read_character_reference(std::string_view text) {
  if (!text.starts_with("&#")) return std::nullopt;
  const bool is_hex = text.starts_with("&#x");
  const auto digits = text.substr(is_hex ? 3 : 2);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
  const auto behind = static_cast<std::size_t>(end - text.data());
  if (error == std::errc::invalid_argument || !text.substr(behind).starts_with(';')) {
    return std::nullopt;
  }
  if (error != std::errc()) code = std::numeric_limits<std::uint32_t>::max();
  return CharacterReference{code, behind + 1};
}

}  // namespace xmlcv
