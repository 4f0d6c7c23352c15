#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// What biber found wrong in a .bib file, in its own words.
struct BiberMessage {
  bool is_error;
  std::string text;
  std::size_t line = 0;  // in the .bib, from 1; 0: not told
  std::string key;       // of the entry; empty: not told
};

// Reads a log of biber (2.18 and 2.20 are known). Left out is what xmlcv judges itself: dates,
// macros and entries that are nowhere, keys that are there twice.
std::vector<BiberMessage> parse_biber_log(std::string_view log);

}  // namespace xmlcv
