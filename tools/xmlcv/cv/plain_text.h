#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cv/model.h"

namespace xmlcv {

// UTF-8 in NFC (ICU). Throws Failure (machine_failed).
std::string to_nfc(const std::string& text);

inline constexpr char32_t replacement_character = 0xFFFD;
inline constexpr char32_t soft_hyphen = 0xAD;

// Whether a character may stand in no text: controls, invisible, private and unassigned ones, but
// not the soft hyphen, which belongs into running text alone.
bool has_no_place(char32_t c);

// Whether all may stand in a text as it is, because it is ASCII: most text is.
bool is_plain(std::string_view text);

// Joins neighbouring texts' white space: one blank at most, none at the ends of the whole or
// beside a line break.
void collapse_white_space(std::vector<Inline>& content);

// The words of a text without its markup.
std::string words_in(const std::vector<Inline>& content);

}  // namespace xmlcv
