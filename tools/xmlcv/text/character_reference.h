#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xmlcv {

// A number that stands for a character in XML: &#8364; or &#x20AC;.
struct CharacterReference {
  std::uint32_t code;  // UINT32_MAX for a number beyond that
  std::size_t length;  // in bytes, with the ";"
};

// The one that begins a text; nothing if it is not complete.
std::optional<CharacterReference> read_character_reference(std::string_view text);

}  // namespace xmlcv
