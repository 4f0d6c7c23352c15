#include "typeset/font_cache.h"

#include <fmt/format.h>

#include <array>
#include <regex>
#include <set>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/folder.h"
#include "machine/folder_lock.h"
#include "machine/private_folder.h"
#include "machine/process.h"
#include "text/parts.h"
#include "typeset/confined_tex.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

fs::path own_cache(const fs::path& run) { return run / "cv-fonts"; }

// Where luaotfload (3.23) keeps fonts and its index of them, in any cache.
constexpr auto of_fonts = "luatex-cache/generic/fonts/otl";
constexpr auto of_names = "luatex-cache/generic/names";

// The fonts of the class that a run read for itself: luaotfload names what it keeps like the file,
// in small letters, as Latin Modern's are.
std::set<std::string> fonts_read_in(const fs::path& run) {
  std::set<std::string> result;
  std::error_code error;
  for (const auto& one : fs::directory_iterator(own_cache(run) / of_fonts, error)) {
    if (one.path().extension() == ".luc") result.insert(one.path().stem().string() + ".otf");
  }
  return result;
}

// Names of files without a folder; a number stands for the font in a collection.
bool is_font_name(const std::string& name) {
  static const std::regex pattern(R"([A-Za-z0-9 ,._+-]+\.(otf|ttf|ttc|OTF|TTF|TTC)(\([0-9]+\))?)");
  return std::regex_match(name, pattern);
}

std::set<std::string> fonts_of(const std::string& declarations) {
  std::set<std::string> result;
  static const std::regex argument(R"(\{([^{}]*)\})");
  for (auto i = std::sregex_iterator(declarations.begin(), declarations.end(), argument);
       i != std::sregex_iterator(); ++i) {
    if (const auto name = (*i)[1].str(); is_font_name(name)) result.insert(name);
  }
  return result;
}

// Those of every CV. The first run also makes the index of all fonts, which takes 10 s.
constexpr auto fonts_of_class =
    std::to_array<const char*>({"lmroman10-regular.otf", "lmsans10-regular.otf"});

// "NotoSans.ttc(1)" is \font\cvfont="[NotoSans.ttc](1)". luaotfload keeps a font apart for
// HarfBuzz, and takes a second to read a large one.
std::string list_of(const std::set<std::string>& fonts) {
  std::string result = "\\documentclass{article}\n\\usepackage{luaotfload}\n\\begin{document}\n";
  for (const auto& font : fonts) {
    const auto number = font.find('(');
    const auto file = font.substr(0, number);
    for (const auto* mode : {"node", "harf"}) {
      result += fmt::format("\\font\\cvfont=\"[{}]{}:mode={};\" \\cvfont\n", file,
                            number == std::string::npos ? "" : font.substr(number), mode);
    }
  }
  return result + "\\end{document}\n";
}

void fill(const fs::path& shared, const std::set<std::string>& fonts,
          const std::string& font_folders) {
  const auto lualatex = find_program("lualatex");
  if (!lualatex) return;
  const FolderLock lock(shared, std::chrono::seconds(60), [] {});
  const FreshFolder fresh;
  write_file(Folder(fresh.path(), Links::refuse), {"fonts.tex", list_of(fonts)});
  Command command{*lualatex,
                  {"-interaction=batchmode", "-no-shell-escape", "-draftmode", "fonts.tex"},
                  fresh.path(),
                  environment_of_tex(fresh.path(), false),
                  std::chrono::seconds(120)};
  command.environment["TEXMFCACHE"] = shared.string();
  command.environment["TEXMFVAR"] = shared.string();
  command.environment["OSFONTDIR"] = font_folders;
  command.most_memory = most_memory_of_tex;
  std::vector<fs::path> folders;
  for (const auto& path : split(font_folders, ':')) folders.emplace_back(path);
  command.confinement = confinement_of_tex(fresh.path(), folders);
  command.confinement->writable.push_back(shared);
  const auto outcome = run(command, [](std::string_view) {});
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
}

}  // namespace

void use_font_caches(const fs::path& run, std::map<std::string, std::string>& environment,
                     std::vector<fs::path>& readable) {
  const auto own = own_cache(run);
  Folder(run, Links::refuse).subfolder("cv-fonts");
  const auto shared = user_cache("fonts");
  // luaotfload (3.23) reads all of a path, and writes into the first that it can.
  environment["TEXMFCACHE"] =
      shared ? fmt::format("{}:{}", own.string(), shared->string()) : own.string();
  environment["TEXMFVAR"] = own.string();
  if (!shared) return;
  readable.push_back(*shared);
  // The index of fonts is read from the first folder alone.
  std::error_code ignored;
  fs::create_directories(own / of_names, ignored);
  fs::copy(*shared / of_names, own / of_names, ignored);
}

void prepare_fonts(const std::string& declarations, const std::string& font_folders) {
  const auto shared = user_cache("fonts");
  if (!shared) return;
  auto fonts = fonts_of(declarations);
  fonts.insert(fonts_of_class.begin(), fonts_of_class.end());
  try {
    std::error_code error;
    const auto record = *shared / "filled-for-both";
    std::string filled = fs::exists(record, error) ? read_file(record) : "\n";
    std::erase_if(fonts, [&filled](const std::string& font) {
      return filled.find("\n" + font + "\n") != std::string::npos;
    });
    if (fonts.empty()) return;
    fill(*shared, fonts, font_folders);
    for (const auto& font : fonts) filled += font + "\n";
    write_file(record, filled);
  } catch (const Failure&) {
    // A full disk, or another build is at it: this build reads the fonts for itself.
  } catch (const UnreadableFile&) {
  }
}

void share_fonts(const fs::path& run, const std::string& font_folders) {
  const auto shared = user_cache("fonts");
  const auto fonts = fonts_read_in(run);
  if (!shared || fonts.empty()) return;
  try {
    fill(*shared, fonts, font_folders);
  } catch (const Failure&) {
    // A full disk, or another build is at it: the next build reads the fonts again.
  }
}

}  // namespace xmlcv
