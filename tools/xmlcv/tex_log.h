#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// An error in a log that was written with -file-line-error and unwrapped lines.
struct TexError {
  std::string file;     // as TeX names it, without ./
  std::size_t line;     // from 1; 0 if TeX names no line
  std::string message;  // without "LaTeX Error: "
};

// The errors of a log, in TeX's order. With -halt-on-error there is one at most.
std::vector<TexError> parse_tex_log(std::string_view log);

}  // namespace xmlcv
