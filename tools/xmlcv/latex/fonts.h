#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xmlcv {

// A font in a file. Some files (.ttc) hold several, counted from 0.
struct FontFile {
  std::filesystem::path path;
  int index = 0;

  bool operator==(const FontFile&) const = default;
};

// The fonts of this machine that TeX can load, by fontconfig: the reader's own preferences for
// sans-serif or serif letters and for a language (a BCP 47 tag) come first.
class Fonts {
 public:
  enum class Kind { sans, serif };
  Fonts(Kind kind, const std::string& language);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // The first font that has all the characters; in colour, if there is one and it is wanted.
  std::optional<FontFile> find(const std::vector<char32_t>& characters, bool in_color) const;

  bool has(const FontFile& font, const std::vector<char32_t>& characters) const;
  bool is_in_color(const FontFile& font) const;

  // The bold or slanted font of the same family, if it has the characters; else the font.
  FontFile variant(const FontFile& font, bool bold, bool slanted,
                   const std::vector<char32_t>& characters) const;

 private:
  class Sorted;
  std::unique_ptr<Sorted> sorted_;
};

// Whether a font in a file that need not be installed has a character.
class FontCoverage {
 public:
  explicit FontCoverage(const std::filesystem::path& file);
  ~FontCoverage();
  FontCoverage(const FontCoverage&) = delete;
  FontCoverage& operator=(const FontCoverage&) = delete;

  bool has(char32_t character) const;

 private:
  class Characters;
  std::unique_ptr<Characters> characters_;
};

}  // namespace xmlcv
