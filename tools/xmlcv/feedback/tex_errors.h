#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "typeset/tex_log.h"

namespace xmlcv {

// What an error of TeX in a person's own LaTeX means, in plain words.
struct Explanation {
  enum class Place {
    line,       // the command before which TeX stopped, in the line that it names
    character,  // likewise, the last character
    dollar,     // the last $ in front of that
    opening,    // where the brace opens that nothing closes
    named       // the line that the message names
  };
  std::string message;
  std::string hint;
  Place place;
  std::size_t named_line;  // 0 if the message names none
};

// Nothing if the error is not known.
std::optional<Explanation> explain(const TexError& error);

// The command at the end of what TeX had read, with its backslash; empty if there is none.
std::string last_command(const std::string& read);

}  // namespace xmlcv
