#pragma once

#include <string>
#include <string_view>

namespace xmlcv {

// The words of a line of text, in UTF-8, from TeX's display of its box in the log: without the
// names of fonts, and with the letters of the fonts' encoding T1 (pdfTeX; LuaTeX writes UTF-8).
std::string words_of_box(std::string_view display);

}  // namespace xmlcv
