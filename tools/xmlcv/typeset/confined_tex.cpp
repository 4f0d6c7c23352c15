#include "typeset/confined_tex.h"

#include <cstdlib>

#include "machine/process.h"
#include "text/parts.h"
#include "typeset/tex_files.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// Folders of a search path of TeX's: "/home/jane/tex//".
void add_folders(const char* variable, std::vector<fs::path>& folders) {
  const char* value = std::getenv(variable);
  if (value == nullptr) return;
  for (auto& path : split(value, ':')) {
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    if (fs::path(path).is_absolute()) folders.emplace_back(path);
  }
}

// Links of /usr, of fonts and of Perl lead to the folders of the last two lines.
constexpr const char* folders_of_system[] = {"/usr",
                                             "/bin",
                                             "/lib",
                                             "/lib64",
                                             "/nix/store",
                                             "/var/lib/texmf",
                                             "/etc/perl",
                                             "/etc/fonts",
                                             "/etc/texmf",
                                             "/etc/alternatives",
                                             "/etc/ld.so.cache",
                                             "/var/lib/ghostscript",
                                             "/var/lib/fonts",
                                             "/etc/localtime",
                                             "/etc/locale.alias",
                                             "/dev/urandom",
                                             "/dev/null",
                                             "/var/cache/fontconfig"};

}  // namespace

Confinement confinement_of_tex(const fs::path& folder, const std::vector<fs::path>& readable) {
  Confinement result;
  result.readable = find_tex_trees();
  result.readable.insert(result.readable.end(), readable.begin(), readable.end());
  // A TeX of the user's own may be anywhere.
  for (const auto* name : {"latexmk", "pdflatex", "lualatex", "perl"}) {
    std::error_code error;
    const auto program = find_program(name);
    if (!program) continue;
    result.readable.push_back(program->parent_path());
    result.readable.push_back(fs::canonical(*program, error).parent_path());
  }
  for (const auto* path : folders_of_system) result.readable.emplace_back(path);
  for (const auto* variable : {"TEXINPUTS", "OSFONTDIR", "OPENTYPEFONTS", "TTFONTS"}) {
    add_folders(variable, result.readable);
  }
  result.writable = {folder, "/dev/null"};
  return result;
}

std::map<std::string, std::string> environment_of_tex(const fs::path& folder, bool paranoid) {
  return {{"openin_any", paranoid ? "p" : "a"},
          {"openout_any", "p"},
          // Keeps TeX from wrapping the lines of its log.
          {"max_print_line", "1000"},
          {"error_line", "254"},
          {"half_error_line", "238"},
          {"TMPDIR", folder.string()}};
}

}  // namespace xmlcv
