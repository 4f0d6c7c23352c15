#include "command/doctor.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <regex>
#include <string_view>
#include <vector>

#include "command/console.h"
#include "machine/file.h"
#include "machine/private_folder.h"
#include "machine/process.h"
#include "text/wrap.h"
#include "typeset/tex_files.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

struct Part {
  std::string name;  // a program, or with a dot a file of TeX
  bool needed;
  std::string_view use;
  std::string debian_package;
  std::string tex_live_package;
  bool is_for_moderncv = false;  // and useless unless it is the one that this moderncv wants
};

// By their names.
using Found = std::map<std::string, fs::path>;

// moderncv 2.3.1 takes its icons from fontawesome5, 2.6.1 from fontawesome6: its file says which.
std::string icon_package() {
  static const std::string file = "moderncviconsawesome.sty";
  static const std::regex request(R"(\\RequirePackage(\[.*\])?\{(fontawesome\w*)\})");
  const auto found = find_tex_files({file});
  const auto place = found.find(file);
  if (place == found.end()) return "fontawesome5";
  const auto text = read_file(place->second);
  std::smatch match;
  return std::regex_search(text, match, request) ? match[2].str() : "fontawesome5";
}

std::vector<Part> parts_with(const std::string& icons) {
  return {
      {"latexmk", true, "runs TeX as often as it must", "latexmk", "latexmk"},
      {"pdflatex", true, "makes the PDF", "texlive-latex-base", "latex-bin"},
      {"moderncv.cls", true, "the class of the CV", "texlive-latex-extra", "moderncv"},
      {"lmodern.sty", true, "its letters", "lmodern", "lm"},
      {"marvosym.sty", true, "its symbols", "texlive-fonts-recommended", "marvosym"},
      {icons + ".sty", false, "icons for phones, mail and networks", "texlive-fonts-extra", icons,
       true},
      {"academicons.sty", false, "icons of networks, with lualatex", "texlive-fonts-extra",
       "academicons", true},
      {"lualatex", false, "characters that pdflatex lacks", "texlive-luatex", "collection-luatex"},
      {"biber", false, "publications from a .bib file", "biber", "biber"},
  };
}

bool is_file_of_tex(const Part& part) { return part.name.find('.') != std::string::npos; }

std::string output_of(const fs::path& program, const std::vector<std::string>& arguments) {
  constexpr std::chrono::seconds limit{30};
  return run({program, arguments, fs::current_path(), {}, limit}, [](std::string_view) {}).output;
}

Found find_parts(const std::vector<Part>& parts) {
  std::vector<std::string> files;
  for (const auto& part : parts) {
    if (is_file_of_tex(part)) files.push_back(part.name);
  }
  auto found = find_tex_files(files);
  for (const auto& part : parts) {
    if (is_file_of_tex(part)) continue;
    const auto program = find_program(part.name);
    if (program) found[part.name] = *program;
  }
  return found;
}

// "TeX Live 2022", or the first "4.79" or "v2.3.1" in a text; TeX's files say theirs in
// \ProvidesPackage.
std::string version_in(const std::string& text) {
  static const std::regex release(R"(TeX Live \d+)");
  static const std::regex number(R"(\bv?(\d+(\.\d+)+[a-z]?)\b)");
  std::smatch match;
  if (std::regex_search(text, match, release)) return match[0].str();
  return std::regex_search(text, match, number) ? match[1].str() : "";
}

std::string version_of(const Part& part, const fs::path& path) {
  if (!is_file_of_tex(part)) return version_in(output_of(path, {"--version"}));
  const auto text = read_file(path);
  const auto begin = text.find("\\Provides");
  return begin == std::string::npos ? "" : version_in(text.substr(begin, 200));
}

std::string line(const Part& part, const std::string& state, const std::string& where) {
  return fmt::format("  {:<17} {:<14} {:<37} {}\n", part.name, state, part.use, where);
}

bool is_of_the_system(const fs::path& path) {
  const auto text = path.string();
  return text.starts_with("/usr/bin/") || text.starts_with("/bin/") ||
         text.starts_with("/usr/share/");
}

// A TeX Live from tug.org finds nothing of Debian's packages; and Debian's icons are those that
// Debian's moderncv wants.
bool comes_from_debian(const Part& part, const Found& found) {
  const auto kpsewhich = find_program("kpsewhich");
  if (kpsewhich && !is_of_the_system(*kpsewhich)) return false;
  const auto moderncv = found.find("moderncv.cls");
  return !part.is_for_moderncv || moderncv == found.end() || is_of_the_system(moderncv->second);
}

struct Missing {
  std::vector<std::string> debian;
  std::vector<std::string> tex_live;

  bool none() const { return debian.empty() && tex_live.empty(); }
};

void add(std::vector<std::string>& packages, const std::string& package) {
  if (std::ranges::find(packages, package) == packages.end()) packages.push_back(package);
}

std::string how_to_install(const Missing& missing) {
  std::string text;
  if (!missing.debian.empty()) {
    text += fmt::format(" On Debian and Ubuntu:\n  apt-get install {}\n",
                        fmt::join(missing.debian, " "));
  }
  if (!missing.tex_live.empty()) {
    text += fmt::format(" In a TeX Live of one's own:\n  tlmgr install {}\n",
                        fmt::join(missing.tex_live, " "));
  }
  return text;
}

// Other builds may remove folders of it meanwhile. About as much, then: a recursive iterator of the
// library throws there, or ends.
std::uintmax_t size_of(const fs::path& folder) {
  std::uintmax_t size = 0;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    if (at->symlink_status(gone).type() == fs::file_type::directory) {
      size += size_of(at->path());
    } else if (const auto one = at->is_regular_file(gone) ? at->file_size(gone) : 0; !gone) {
      size += one;
    }
  }
  return size;
}

std::string cache_line() {
  const auto cache = user_cache_folder();
  if (!cache) return "\nThere is no home for a cache: each build starts from nothing.\n";
  return fmt::format("\nThe cache is {} ({} MB); xmlcv doctor --empty-cache empties it.\n",
                     cache->string(), (size_of(*cache) + (1U << 19U)) >> 20U);
}

}  // namespace

// Only what xmlcv puts there: somebody may have named a folder of more as the cache.
std::string empty_cache() {
  const auto cache = user_cache_folder();
  if (!cache) return "There is no home for a cache.\n";
  const auto before = size_of(*cache);
  for (const auto* name : {"biber", "documents", "fonts", "preambles", "runs", "tex-files"}) {
    std::error_code ignored;
    fs::remove_all(*cache / name, ignored);
  }
  return fmt::format("{}: {} MB removed\n", cache->string(),
                     (before - size_of(*cache) + (1U << 19U)) >> 20U);
}

Diagnosis examine_machine() {
  const auto parts = parts_with(icon_package());
  const auto found = find_parts(parts);
  Diagnosis result;
  Missing needed;
  Missing useful;
  for (const auto& part : parts) {
    const auto place = found.find(part.name);
    if (place != found.end()) {
      result.report += line(part, version_of(part, place->second), place->second.string());
      continue;
    }
    const bool is_debians = comes_from_debian(part, found);
    const auto& package = is_debians ? part.debian_package : part.tex_live_package;
    result.report += line(part, part.needed ? "MISSING" : "not there",
                          fmt::format("{}: {}", is_debians ? "Debian" : "TeX Live", package));
    auto& missing = part.needed ? needed : useful;
    add(is_debians ? missing.debian : missing.tex_live, package);
    if (part.needed) result.healthy = false;
  }
  result.report += needed.none() ? "\nAll is there that a CV in Latin script needs.\n"
                                 : fmt::format("\nMissing.{}", how_to_install(needed));
  if (!useful.none()) result.report += fmt::format("Of use to some.{}", how_to_install(useful));
  result.report += cache_line();
  constexpr std::size_t indent = 20;  // below what a part is for
  result.report = wrapped_lines(result.report, terminal_width(STDOUT_FILENO), indent);
  return result;
}

}  // namespace xmlcv
