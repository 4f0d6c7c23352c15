#include "typeset/engine.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <set>

#include "latex/characters.h"
#include "latex/font_packages.h"
#include "latex/fonts.h"
#include "latex/script_fonts.h"
#include "machine/second_core.h"
#include "text/character_names.h"
#include "text/utf8.h"
#include "typeset/pdflatex_letters.h"
#include "typeset/tex_files.h"

namespace xmlcv {
namespace {

std::string text_of(const Cluster& cluster) {
  std::string text;
  for (const char32_t c : cluster.characters) append_code_point(text, c);
  return text;
}

// … (U+2026, HORIZONTAL ELLIPSIS), and so on for each character of a cluster.
std::string described(const Cluster& cluster) {
  std::string names;
  for (const char32_t c : cluster.characters) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", code_and_name(c));
  }
  return fmt::format("{}, {}", text_of(cluster), names);
}

Location place_of(const Cluster& cluster) {
  return place_of(cluster.characters.front(), cluster.location);
}

bool is_right_to_left(const Cluster& cluster) {
  return std::ranges::any_of(cluster.characters, [](char32_t c) {
    const auto direction = u_charDirection(static_cast<UChar32>(c));
    UErrorCode code = U_ZERO_ERROR;
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
           direction == U_ARABIC_NUMBER ||
           uscript_isRightToLeft(uscript_getScript(static_cast<UChar32>(c), &code)) != 0;
  });
}

// A joiner or a selector with nothing to join or to change.
void refuse_invisible(const std::vector<Cluster>& clusters, Diagnostics& diagnostics) {
  for (const auto& cluster : clusters) {
    if (!std::ranges::all_of(cluster.characters, is_ignorable)) continue;
    const auto character = cluster.characters.front();
    diagnostics.error(place_of(cluster),
                      fmt::format("the character {} has no place here", code_and_name(character)),
                      "remove it: it cannot be seen, and it changes nothing");
  }
}

// Once for each text.
void refuse_right_to_left(const std::vector<Cluster>& clusters, Diagnostics& diagnostics) {
  std::set<std::size_t> refused;
  for (const auto& cluster : clusters) {
    if (!cluster.printed || !is_right_to_left(cluster)) continue;
    if (!refused.insert(cluster.location.offset).second) continue;
    diagnostics.error(
        place_of(cluster),
        fmt::format("text from right to left cannot be set yet: {}", described(cluster)),
        "write it in Latin letters");
  }
}

// Reports the first cluster of each script: what cannot set one cannot set the others.
template <class Message, class Hint>
void refuse_once(const std::vector<Cluster>& clusters, Diagnostics& diagnostics, Message message,
                 Hint hint) {
  std::map<std::string, std::set<std::vector<char32_t>>> of_script;
  for (const auto& cluster : clusters) of_script[cluster.script].insert(cluster.characters);
  std::set<std::string> refused;
  for (const auto& cluster : clusters) {
    if (!refused.insert(cluster.script).second) continue;
    const auto others = of_script[cluster.script].size() - 1;
    const auto and_others = others > 0 ? fmt::format(", nor {} others of this script", others) : "";
    diagnostics.error(place_of(cluster), message(described(cluster)) + and_others, hint(cluster));
  }
}

void refuse_for_pdflatex(const std::vector<Cluster>& clusters, Diagnostics& diagnostics) {
  refuse_once(
      clusters, diagnostics,
      [](const std::string& what) { return fmt::format("pdfLaTeX has no letter for {}", what); },
      [](const Cluster&) { return "LuaLaTeX sets it: --engine lualatex"; });
}

// Its pictures would have no colour, and no text in the PDF.
void refuse_for_xelatex(const std::vector<Cluster>& clusters, Diagnostics& diagnostics) {
  std::vector<Cluster> pictures;
  std::ranges::copy_if(clusters, std::back_inserter(pictures), is_emoji);
  refuse_once(
      pictures, diagnostics,
      [](const std::string& what) { return fmt::format("XeLaTeX cannot set {}", what); },
      [](const Cluster&) { return "LuaLaTeX sets it: --engine lualatex"; });
}

void refuse_without_font(const std::vector<Cluster>& missing, Diagnostics& diagnostics) {
  refuse_once(
      missing, diagnostics,
      [](const std::string& what) { return fmt::format("no font on this machine has {}", what); },
      [](const Cluster& cluster) {
        return fmt::format("on Debian and Ubuntu: apt-get install {}", font_packages(cluster));
      });
}

// The language that fontconfig is asked for where the script is East Asian: Chinese with its
// country, and in a CV that is not in such a language that of the letters.
std::string east_asian_language(const icu::Locale& locale, const std::vector<Cluster>& clusters) {
  std::string language = locale.getLanguage();
  if (language == "zh") return fmt::format("zh-{}", locale.getCountry());
  if (language == "ja" || language == "ko") return language;
  const auto holds = [&clusters](const char* script) {
    return std::ranges::find(clusters, script, &Cluster::script) != clusters.end();
  };
  if (holds("Hira") || holds("Kana")) return "ja";
  return holds("Hang") ? "ko" : "zh-CN";
}

// Fonts for Chinese have Greek and Cyrillic letters too, as wide as their own.
std::string other_language(const icu::Locale& locale) {
  std::string language = locale.getLanguage();
  const bool is_east_asian = language == "zh" || language == "ja" || language == "ko";
  return is_east_asian ? "en" : language;
}

bool are_all(const std::vector<Cluster>& clusters, const std::set<char32_t>& letters) {
  return std::ranges::all_of(clusters, [&letters](const Cluster& cluster) {
    return std::ranges::all_of(cluster.characters,
                               [&letters](char32_t c) { return c < 0x80 || letters.contains(c); });
  });
}

// Letters stand alone, and run from left to right: such a text needs no closer look.
bool are_letters(std::string_view text, const std::set<char32_t>& letters) {
  for (auto at = find_beyond_ascii(text, 0); at < text.size(); at = find_beyond_ascii(text, at)) {
    if (!letters.contains(next_code_point(text, at))) return false;
  }
  return true;
}

std::vector<Cluster> without(std::vector<Cluster> clusters, const std::set<char32_t>& letters) {
  std::erase_if(clusters,
                [&letters](const Cluster& cluster) { return are_all({cluster}, letters); });
  return clusters;
}

void set_in_unicode_fonts(const Cv& cv, const std::vector<Cluster>& clusters,
                          LatexDocument& document, Diagnostics& diagnostics) {
  static const auto files = find_tex_files({"lmroman10-regular.otf", "lmmono10-regular.otf"});
  if (files.size() != 2) return;
  const FontCoverage proportional(files.at("lmroman10-regular.otf"));
  const FontCoverage typewriter(files.at("lmmono10-regular.otf"));
  const auto kind =
      cv.layout[LayoutAttribute::font] == "roman" ? Fonts::Kind::serif : Fonts::Kind::sans;
  UErrorCode code = U_ZERO_ERROR;
  auto locale = icu::Locale::forLanguageTag(cv.language, code);
  locale.addLikelySubtags(code);
  const Fonts east_asian(kind, east_asian_language(locale, clusters));
  const Fonts other(kind, other_language(locale));
  const auto is_latin_modern = [&](char32_t c) { return proportional.has(c) && typewriter.has(c); };
  auto setting = set_scripts(document.body, clusters, {east_asian, other, is_latin_modern});
  refuse_without_font(setting.missing, diagnostics);
  document.body = std::move(setting.body);
  document.font_folders = std::move(setting.folders);
  document.fonts = std::move(setting.declarations);
}

}  // namespace

Engines::Engines() : letters_(std::async(beside(), pdflatex_letters)) {}

void Engines::choose(std::optional<Engine> wanted, const Cv& cv, LatexDocument& document,
                     Diagnostics& diagnostics) const {
  const auto& letters = letters_.get();
  const bool may_be_pdflatex = wanted.value_or(Engine::pdflatex) == Engine::pdflatex;
  if (!may_be_pdflatex) {
    document.engine = *wanted;
  } else if (letters && are_letters(document.body, *letters)) {
    return;
  }
  const auto clusters = clusters_of(document);
  refuse_invisible(clusters, diagnostics);
  refuse_right_to_left(clusters, diagnostics);
  if (clusters.empty() || diagnostics.has_errors()) return;
  if (wanted == Engine::xelatex) refuse_for_xelatex(clusters, diagnostics);
  if (may_be_pdflatex) {
    if (!letters || are_all(clusters, *letters)) return;
    if (wanted) return refuse_for_pdflatex(without(clusters, *letters), diagnostics);
  }
  if (!wanted) document.engine = Engine::lualatex;
  set_in_unicode_fonts(cv, clusters, document, diagnostics);
}

}  // namespace xmlcv
