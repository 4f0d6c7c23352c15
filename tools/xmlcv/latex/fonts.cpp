#include "latex/fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace xmlcv {
namespace {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Destroy<FcFontSetDestroy>>;

const FcChar8* bytes(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

std::string text(const FcPattern* font, const char* property) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(font, property, 0, &value) != FcResultMatch) return "";
  return reinterpret_cast<const char*>(value);
}

int number(const FcPattern* font, const char* property) {
  int value = 0;
  FcPatternGetInteger(font, property, 0, &value);
  return value;
}

bool is(const FcPattern* font, const char* property) {
  FcBool value = FcFalse;
  FcPatternGetBool(font, property, 0, &value);
  return value == FcTrue;
}

const FcCharSet* characters_of(const FcPattern* font) {
  FcCharSet* characters = nullptr;
  FcPatternGetCharSet(font, FC_CHARSET, 0, &characters);
  return characters;
}

// luaotfload 3.23 loads OpenType fonts; of variable ones it shows the default shape only, and it
// reads no WOFF.
bool can_be_loaded(const FcPattern* font) {
  const auto format = text(font, FC_FONTFORMAT);
  const auto extension = std::filesystem::path(text(font, FC_FILE)).extension();
  const bool is_opentype = extension == ".ttf" || extension == ".otf" || extension == ".ttc";
  return (format == "TrueType" || format == "CFF") && is_opentype && !is(font, FC_VARIABLE);
}

FontFile file_of(const FcPattern* font) { return {text(font, FC_FILE), number(font, FC_INDEX)}; }

bool has_all(const FcPattern* font, const std::vector<char32_t>& wanted) {
  const auto* characters = characters_of(font);
  return characters != nullptr && std::ranges::all_of(wanted, [characters](char32_t c) {
           return FcCharSetHasChar(characters, c) == FcTrue;
         });
}

// LeakSanitizer does not see the patterns of fontconfig 2.14, which keeps offsets, not pointers.
struct Fontconfig {
  ~Fontconfig() { FcFini(); }
};

Pattern preferences(Fonts::Kind kind, const std::string& language) {
  Pattern pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FAMILY,
                     bytes(kind == Fonts::Kind::serif ? "serif" : "sans-serif"));
  FcPatternAddString(pattern.get(), FC_LANG, bytes(language));
  FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  return pattern;
}

}  // namespace

class Fonts::Sorted {
 public:
  Sorted(Kind kind, const std::string& language) {
    static const Fontconfig cleaned_at_exit;
    const auto pattern = preferences(kind, language);
    FcResult result = FcResultMatch;
    all_.reset(FcFontSort(nullptr, pattern.get(), FcFalse, nullptr, &result));
    if (all_ == nullptr) return;
    for (int i = 0; i < all_->nfont; ++i) {
      const auto* font = all_->fonts[i];
      if (!can_be_loaded(font)) continue;
      fonts_.push_back(font);
      by_file_.try_emplace({text(font, FC_FILE), number(font, FC_INDEX)}, font);
    }
  }

  const std::vector<const FcPattern*>& fonts() const { return fonts_; }

  const FcPattern* font(const FontFile& file) const {
    const auto found = by_file_.find({file.path.native(), file.index});
    return found == by_file_.end() ? nullptr : found->second;
  }

 private:
  FontSet all_;
  std::vector<const FcPattern*> fonts_;
  // Asked for each character: a search through all fonts took 40 us for one.
  std::map<std::pair<std::string, int>, const FcPattern*> by_file_;
};

Fonts::Fonts(Kind kind, const std::string& language)
    : sorted_(std::make_unique<Sorted>(kind, language)) {}
Fonts::~Fonts() = default;

std::optional<FontFile> Fonts::find(const std::vector<char32_t>& characters, bool in_color) const {
  std::optional<FontFile> first;
  for (const auto* font : sorted_->fonts()) {
    if (!has_all(font, characters)) continue;
    if (is(font, FC_COLOR) == in_color) return file_of(font);
    if (!first) first = file_of(font);
  }
  return first;
}

bool Fonts::has(const FontFile& font, const std::vector<char32_t>& characters) const {
  const auto* pattern = sorted_->font(font);
  return pattern != nullptr && has_all(pattern, characters);
}

bool Fonts::is_in_color(const FontFile& font) const {
  const auto* pattern = sorted_->font(font);
  return pattern != nullptr && is(pattern, FC_COLOR);
}

FontFile Fonts::variant(const FontFile& font, bool bold, bool slanted,
                        const std::vector<char32_t>& characters) const {
  const auto* of = sorted_->font(font);
  const auto suits = [&](const FcPattern* other) {
    const int weight = number(other, FC_WEIGHT);
    return text(other, FC_FAMILY) == text(of, FC_FAMILY) &&
           number(other, FC_WIDTH) == number(of, FC_WIDTH) &&
           (number(other, FC_SLANT) != FC_SLANT_ROMAN) == slanted &&
           (bold ? weight == FC_WEIGHT_BOLD : weight == number(of, FC_WEIGHT)) &&
           has_all(other, characters);
  };
  const auto found = std::ranges::find_if(sorted_->fonts(), suits);
  if (found != sorted_->fonts().end()) return file_of(*found);
  return bold && slanted ? variant(font, true, false, characters) : font;
}

class FontCoverage::Characters {
 public:
  explicit Characters(const std::filesystem::path& file) {
    int fonts = 0;
    font_.reset(FcFreeTypeQuery(bytes(file.string()), 0, nullptr, &fonts));
  }
  bool has(char32_t c) const { return font_ != nullptr && has_all(font_.get(), {c}); }

 private:
  Pattern font_;
};

FontCoverage::FontCoverage(const std::filesystem::path& file)
    : characters_(std::make_unique<Characters>(file)) {}
FontCoverage::~FontCoverage() = default;

bool FontCoverage::has(char32_t character) const { return characters_->has(character); }

}  // namespace xmlcv
