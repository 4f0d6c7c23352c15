#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "latex/characters.h"
#include "latex/fonts.h"

namespace xmlcv {

// cv-body.tex for LuaLaTeX, where each stretch of text that Latin Modern lacks is in a \cvscript,
// \cvcluster or \cvemoji, which name a font.
struct ScriptSetting {
  std::string body;                            // with the same lines
  std::string declarations;                    // of the fonts, for the preamble: a line each
  std::vector<std::filesystem::path> folders;  // where the fonts are
  std::vector<Cluster> missing;                // what no font has
};

// Where the fonts come from.
struct FontChoice {
  const Fonts& east_asian;  // for Chinese, Japanese and Korean
  const Fonts& other;
  std::function<bool(char32_t)> is_latin_modern;  // has it in every weight and shape
};

ScriptSetting set_scripts(const std::string& body, const std::vector<Cluster>& clusters,
                          const FontChoice& choice);

}  // namespace xmlcv
