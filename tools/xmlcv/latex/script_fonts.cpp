#include "latex/script_fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace xmlcv {
namespace {

constexpr std::string_view of_many_scripts = "Zyyy";
constexpr std::string_view text_command = "cvscript";

// A font for one script, as cv.tex declares it and cv-body.tex uses it by its name.
struct ScriptFont {
  std::string name;  // Deva, Hani2
  std::string script;
  FontFile file;
  std::vector<char32_t> characters;  // that are set in it
};

// Chinese, Japanese and Korean are set in one font, and none of their letters is shaped.
std::string shaping_script(const std::string& script) {
  static constexpr std::array<std::string_view, 4> like_chinese = {"Hira", "Kana", "Hang", "Bopo"};
  return std::ranges::find(like_chinese, script) == like_chinese.end() ? script : "Hani";
}

std::vector<char32_t> visible(const std::vector<char32_t>& characters) {
  std::vector<char32_t> result;
  std::ranges::copy_if(characters, std::back_inserter(result),
                       [](char32_t c) { return !is_ignorable(c); });
  return result;
}

class Setter {
 public:
  Setter(const std::string& body, const std::vector<Cluster>& clusters, const FontChoice& choice)
      : body_(body), clusters_(clusters), choice_(choice) {}

  ScriptSetting set();

 private:
  // Text in one font, from an offset of the body to another.
  struct Stretch {
    std::size_t begin;
    std::size_t end;
    std::size_t font;
    std::string_view command;
  };

  void add(const Cluster& cluster);
  void find_foreign_scripts();
  bool is_main(const Cluster& cluster) const;
  std::optional<std::size_t> font_for(const Cluster& cluster);
  std::optional<std::size_t> font_before(const Cluster& cluster,
                                         const std::vector<char32_t>& characters) const;
  std::optional<FontFile> find_file(const Cluster& cluster,
                                    const std::vector<char32_t>& characters);
  std::vector<char32_t> all_of(const std::string& script) const;
  std::size_t add_font(const Cluster& cluster, const FontFile& file);
  void add_to_stretches(const Cluster& cluster, std::size_t font);
  bool joins(const Stretch& before, std::size_t begin) const;
  std::string name_for(const std::string& script) const;
  std::string new_body() const;
  std::string declaration(const ScriptFont& font) const;
  std::vector<std::filesystem::path> folders() const;

  const std::string& body_;
  const std::vector<Cluster>& clusters_;
  const FontChoice& choice_;
  std::set<std::string> foreign_scripts_;
  std::map<std::string, std::optional<FontFile>> fonts_of_scripts_;
  std::vector<ScriptFont> script_fonts_;
  std::vector<Stretch> stretches_;
  std::vector<Cluster> missing_;
};

ScriptSetting Setter::set() {
  ScriptSetting result;
  find_foreign_scripts();
  for (const auto& cluster : clusters_) {
    if (cluster.printed) add(cluster);
  }
  result.missing = std::move(missing_);
  result.body = new_body();
  for (const auto& font : script_fonts_) result.declarations += declaration(font);
  result.folders = folders();
  return result;
}

void Setter::add(const Cluster& cluster) {
  if (is_main(cluster)) return;
  if (const auto font = font_for(cluster)) {
    add_to_stretches(cluster, *font);
  } else if (const auto parts = characters_of(cluster); parts.size() > 1) {
    for (const auto& part : parts) add(part);
  } else {
    missing_.push_back(cluster);
  }
}

// Latin Modern has the capital letters of Greek only: a word is not set in two fonts.
void Setter::find_foreign_scripts() {
  for (const auto& cluster : clusters_) {
    if (cluster.script == "Latn" || cluster.script == of_many_scripts) continue;
    if (cluster.printed && !is_main(cluster)) foreign_scripts_.insert(cluster.script);
  }
}

// Latin Modern has some combining marks, but does not place them.
bool Setter::is_main(const Cluster& cluster) const {
  return cluster.characters.size() == 1 && !foreign_scripts_.contains(cluster.script) &&
         (cluster.characters.front() < 0x80 || choice_.is_latin_modern(cluster.characters.front()));
}

std::optional<std::size_t> Setter::font_for(const Cluster& cluster) {
  const auto characters = visible(cluster.characters);
  auto font = font_before(cluster, characters);
  if (!font) {
    const auto file = find_file(cluster, characters);
    if (!file) return std::nullopt;
    font = add_font(cluster, *file);
  }
  auto& used = script_fonts_[*font].characters;
  used.insert(used.end(), characters.begin(), characters.end());
  return font;
}

// The font of the text in front, if it suits.
std::optional<std::size_t> Setter::font_before(const Cluster& cluster,
                                               const std::vector<char32_t>& characters) const {
  if (stretches_.empty()) return std::nullopt;
  const auto before = stretches_.back().font;
  const auto& font = script_fonts_[before];
  const auto script = shaping_script(cluster.script);
  const bool suits = (script == font.script || script == of_many_scripts) &&
                     choice_.other.is_in_color(font.file) == is_emoji(cluster) &&
                     choice_.other.has(font.file, characters);
  return suits ? std::optional(before) : std::nullopt;
}

// One that has all letters of the script is preferred.
std::optional<FontFile> Setter::find_file(const Cluster& cluster,
                                          const std::vector<char32_t>& characters) {
  const auto script = shaping_script(cluster.script);
  const auto& fonts = script == "Hani" ? choice_.east_asian : choice_.other;
  if (is_emoji(cluster)) return fonts.find(characters, true);
  const auto [found, is_new] = fonts_of_scripts_.try_emplace(script);
  if (is_new) found->second = fonts.find(all_of(script), false);
  const auto& whole = found->second;
  return whole && fonts.has(*whole, characters) ? whole : fonts.find(characters, false);
}

std::vector<char32_t> Setter::all_of(const std::string& script) const {
  std::vector<char32_t> result;
  for (const auto& cluster : clusters_) {
    if (shaping_script(cluster.script) != script || is_emoji(cluster)) continue;
    if (!cluster.printed || is_main(cluster)) continue;
    const auto characters = visible(cluster.characters);
    result.insert(result.end(), characters.begin(), characters.end());
  }
  return result;
}

std::size_t Setter::add_font(const Cluster& cluster, const FontFile& file) {
  const auto script = shaping_script(cluster.script);
  const auto found = std::ranges::find_if(script_fonts_, [&](const ScriptFont& font) {
    return font.file == file && font.script == script;
  });
  const auto index = static_cast<std::size_t>(found - script_fonts_.begin());
  if (found == script_fonts_.end()) script_fonts_.push_back({name_for(script), script, file, {}});
  return index;
}

std::string Setter::name_for(const std::string& script) const {
  const auto before = std::ranges::count(script_fonts_, script, &ScriptFont::script);
  return before == 0 ? script : fmt::format("{}{}", script, before + 1);
}

// A picture leaves no text in the PDF, and a joiner not always: such a cluster stands alone.
void Setter::add_to_stretches(const Cluster& cluster, std::size_t font) {
  const bool is_picture = choice_.other.is_in_color(script_fonts_[font].file);
  const bool is_joined = std::ranges::any_of(cluster.characters, is_ignorable);
  const auto command = is_picture ? "cvemoji" : is_joined ? "cvcluster" : text_command;
  if (command == text_command && !stretches_.empty() && stretches_.back().font == font &&
      stretches_.back().command == text_command && joins(stretches_.back(), cluster.begin)) {
    stretches_.back().end = cluster.end;
  } else {
    stretches_.push_back({cluster.begin, cluster.end, font, command});
  }
}

// Blanks and marks between two stretches belong to both.
bool Setter::joins(const Stretch& before, std::size_t begin) const {
  constexpr std::string_view neutral = " ,.;:()-/\u200B";
  const auto between = std::string_view(body_).substr(before.end, begin - before.end);
  return between.find_first_not_of(neutral) == std::string_view::npos;
}

std::string Setter::new_body() const {
  std::string result;
  std::size_t at = 0;
  for (const auto& stretch : stretches_) {
    result += body_.substr(at, stretch.begin - at);
    result += fmt::format("\\{}{{{}}}{{{}}}", stretch.command, script_fonts_[stretch.font].name,
                          body_.substr(stretch.begin, stretch.end - stretch.begin));
    at = stretch.end;
  }
  return result + body_.substr(at);
}

// \cvscriptfont{Deva}{deva}{regular}{bold}{slanted}{bold and slanted}, each file(index)
std::string Setter::declaration(const ScriptFont& font) const {
  auto tag = font.script == of_many_scripts ? "" : font.script;
  std::ranges::transform(tag, tag.begin(), [](unsigned char c) { return std::tolower(c); });
  auto result = fmt::format("\\cvscriptfont{{{}}}{{{}}}", font.name, tag);
  for (const bool slanted : {false, true}) {
    for (const bool bold : {false, true}) {
      const auto file = choice_.other.variant(font.file, bold, slanted, font.characters);
      result += fmt::format("{{{}({})}}", file.path.filename().string(), file.index);
    }
  }
  return result + "\n";
}

std::vector<std::filesystem::path> Setter::folders() const {
  std::set<std::filesystem::path> result;
  for (const auto& font : script_fonts_) result.insert(font.file.path.parent_path());
  return {result.begin(), result.end()};
}

}  // namespace

ScriptSetting set_scripts(const std::string& body, const std::vector<Cluster>& clusters,
                          const FontChoice& choice) {
  return Setter(body, clusters, choice).set();
}

}  // namespace xmlcv
