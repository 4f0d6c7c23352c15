#include "typeset/latexmk.h"

#include <fmt/format.h>

#include <array>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/process.h"
#include "typeset/freshness.h"
#include "typeset/tex_files.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

fs::path require(const std::string& program, const char* package) {
  const auto found = find_program(program);
  if (found) return *found;
  throw Failure(ExitStatus::missing_program, fmt::format("{} is not installed", program),
                fmt::format("on Debian and Ubuntu: apt-get install {}", package));
}

// The log of a CV has 40 kB, its folder with the largest photo 150 MB.
constexpr std::uintmax_t most_text = 16U << 20U;
constexpr std::uintmax_t most_in_folder = 512U << 20U;
// LuaTeX takes 1 GB of address space with large fonts (TeX Live 2022).
constexpr std::uint64_t most_memory = 4ULL << 30U;

bool is_input(const fs::path& file) {
  return file.stem() == "photo" || file.filename() == "cv-body.tex" || file.filename() == "cv.fmt";
}

// Stands while TeX runs, and stays if that ends badly. Where it stands when a build begins, TeX's
// own files are of no use: they may be cut off in the middle (a truncated .aux stops TeX).
class Unfinished {
 public:
  explicit Unfinished(const fs::path& folder) : mark_(folder / "cv.unfinished") {
    std::error_code error;
    if (fs::exists(mark_, error)) remove_files_of_tex(folder);
    write_file(mark_, "");
  }
  ~Unfinished() {
    std::error_code ignored;
    if (!kept_) fs::remove(mark_, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  void keep() { kept_ = true; }

 private:
  static void remove_files_of_tex(const fs::path& folder) {
    static constexpr std::array suffixes = {"aux",     "fdb_latexmk",   "fls", "log",
                                            "out",     "pdf",           "pos", "run",
                                            "synctex", "synctex(busy)", "toc"};
    for (const auto* suffix : suffixes) {
      std::error_code ignored;
      fs::remove(folder / fmt::format("cv.{}", suffix), ignored);
    }
    remove_large_files(folder);
  }

  // What raw LaTeX wrote without end into a file of its own.
  static void remove_large_files(const fs::path& folder) {
    std::error_code error;
    for (const auto& file : fs::directory_iterator(folder, error)) {
      if (file.file_size(error) > most_text && !error && !is_input(file)) {
        fs::remove(file.path(), error);
      }
    }
  }

  fs::path mark_;
  bool kept_ = false;
};

// Tells each pass as it begins, and the files that are the reason for it. latexmk 4.79 prints, in
// this order, "Changed files or newly in use/created:", their names two blanks behind the margin,
// and "Run number 1 of rule 'pdflatex'".
class Passes {
 public:
  explicit Passes(const OnPass& on_pass) : on_pass_(on_pass) {}

  void operator()(std::string_view line) {
    if (line == "Changed files or newly in use/created:") {
      in_list_ = true;
      changed_.clear();
    } else if (in_list_ && line.starts_with("  ")) {
      if (!changed_.empty()) changed_ += ", ";
      changed_ += line.substr(2);
    } else {
      in_list_ = false;
    }
    if (line.find("Run number ") == std::string_view::npos ||
        line.find("latex'") == std::string_view::npos) {
      return;
    }
    on_pass_(++passes_, changed_);
    changed_.clear();
  }

 private:
  const OnPass& on_pass_;
  int passes_ = 0;
  bool in_list_ = false;
  std::string changed_;
};

// Folders as a path of TeX's.
std::string joined(const std::vector<fs::path>& folders) {
  std::string result;
  for (const auto& folder : folders) {
    if (!result.empty()) result += ':';
    result += folder.string();
  }
  return result;
}

bool is_good(const Outcome& outcome) {
  return outcome.end == Outcome::End::exited && outcome.status == 0;
}

bool is_flooded(const fs::path& folder) {
  std::uintmax_t size = 0;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder, error)) {
    const auto one = file.file_size(error);
    if (error) continue;
    const bool is_text = file.path().filename() == "cv.log" || file.path().stem() != "cv";
    if (one > most_text && is_text && !is_input(file)) return true;
    size += one;
  }
  return size > most_in_folder;
}

// Raw LaTeX may be Lua, which neither openin_any nor openout_any stops in LuaTeX 1.15. It may use
// what is installed, and the folder; caches of fonts go there as well, for later runs would trust
// them.
Confinement confinement_for(const fs::path& folder, const std::vector<fs::path>& font_folders) {
  Confinement result;
  result.readable = find_tex_trees();
  result.readable.insert(result.readable.end(), font_folders.begin(), font_folders.end());
  for (const auto* path :
       {"/usr", "/bin", "/lib", "/lib64", "/nix/store", "/var/lib/texmf", "/var/cache/fontconfig",
        "/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/etc/perl",
        "/etc/texmf", "/dev/urandom"}) {
    result.readable.emplace_back(path);
  }
  result.writable = {fs::absolute(folder), "/dev/null"};
  return result;
}

// latexmk 4.79 takes a file of the same size and the same second for unchanged, so it overlooks
// that a page count in the .aux went from 5 to 4. The log tells.
constexpr int most_extra_runs = 3;

bool wants_rerun(const fs::path& folder) {
  if (is_flooded(folder)) return false;
  try {
    return read_file(folder / "cv.log").find("Rerun to get") != std::string::npos;
  } catch (const UnreadableFile&) {
    return false;
  }
}

}  // namespace

Typesetting typeset(const fs::path& folder, const LatexDocument& document, bool with_format,
                    std::chrono::seconds limit, const OnPass& on_pass) {
  const bool is_lualatex = document.engine == Engine::lualatex;
  if (is_lualatex) {
    require("lualatex", "texlive-luatex");
  } else {
    require("pdflatex", "texlive-latex-base");
  }
  Command command{
      require("latexmk", "latexmk"),
      // Debian's system rc file would choose LuaLaTeX: -norc.
      {"-norc", is_lualatex ? "-lualatex" : "-pdf", "-interaction=nonstopmode", "-halt-on-error",
       "-file-line-error", "-no-shell-escape", "-synctex=-1", "cv.tex"},
      folder,
      // With p LuaTeX 1.18 refuses luaotfload and fonts their own files; 1.15 did not ask it for
      // Lua.
      {{"openin_any", is_lualatex ? "a" : "p"},
       {"openout_any", "p"},
       {"OSFONTDIR", joined(document.font_folders)},
       // Keeps TeX from wrapping the lines of its log.
       {"max_print_line", "1000"},
       {"error_line", "254"},
       {"half_error_line", "238"}},
      limit,
      [&folder] { return is_flooded(folder); },
      most_memory,
      most_in_folder};
  if (is_lualatex && document.has_raw_latex) {
    command.confinement = confinement_for(folder, document.font_folders);
    command.environment["TEXMFVAR"] = (fs::absolute(folder) / "cv-fonts").string();
  }
  if (with_format) {
    // %O are latexmk's options. The preamble is in the format, so TeX begins behind it. A format
    // has no page, on which xcolor (2.14) puts an order for black as it is loaded: with it, the PDF
    // has the same bytes as that of cv.tex.
    command.arguments.insert(command.arguments.begin(),
                             R"(-pdflatex=pdflatex -fmt=cv -jobname=cv %O )"
                             R"('\pdfcolorstack0 push{0 g 0 G})"
                             R"(\begin{document}\input{cv-body}\end{document}')");
  }
  // For latexmk all is made if the PDF is.
  const bool has_synctex = fs::exists(folder / "cv.synctex");
  if (has_synctex && is_up_to_date(folder)) return {true, false, false, ""};
  if (!has_synctex || misses_input(folder))
    command.arguments.insert(command.arguments.begin(), "-g");
  Unfinished unfinished(folder);
  const auto end = std::chrono::steady_clock::now() + limit;
  Passes passes(on_pass);
  const auto on_line = [&passes](std::string_view line) { passes(line); };
  Outcome outcome = run(command, on_line);
  for (int again = 0; again < most_extra_runs && is_good(outcome) && wants_rerun(folder); ++again) {
    if (again == 0) command.arguments.insert(command.arguments.begin(), "-g");
    command.limit = std::chrono::ceil<std::chrono::seconds>(end - std::chrono::steady_clock::now());
    outcome = run(command, on_line);
  }
  const bool flooded = outcome.end == Outcome::End::stopped || is_flooded(folder);
  const bool good = is_good(outcome) && !flooded;
  // latexmk would not run TeX again after an error, whatever else had changed.
  if (!good) unfinished.keep();
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
  if (good) remember_run(folder);
  return {good, outcome.end == Outcome::End::timed_out, flooded, outcome.output};
}

}  // namespace xmlcv
