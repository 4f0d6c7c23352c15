#include "latexmk.h"

#include <fmt/format.h>

#include <array>

#include "failure.h"
#include "file.h"
#include "process.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

fs::path require(const std::string& program, const char* package) {
  const auto found = find_program(program);
  if (found) return *found;
  throw Failure(ExitStatus::missing_program, fmt::format("{} is not installed", program),
                fmt::format("on Debian and Ubuntu: apt-get install {}", package));
}

// Stands while TeX runs. Where it stands when a build begins, the last one was killed, and TeX's
// own files may be cut off in the middle (a truncated .aux stops TeX).
class Unfinished {
 public:
  explicit Unfinished(const fs::path& folder) : mark_(folder / "cv.unfinished") {
    std::error_code error;
    if (fs::exists(mark_, error)) remove_files_of_tex(folder);
    write_file(mark_, "");
  }
  ~Unfinished() {
    std::error_code ignored;
    if (!killed_) fs::remove(mark_, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  void killed() { killed_ = true; }

 private:
  static void remove_files_of_tex(const fs::path& folder) {
    static constexpr std::array suffixes = {"aux", "fdb_latexmk", "fls",        "log", "out",
                                            "pdf", "pos",         "synctex.gz", "toc"};
    for (const auto* suffix : suffixes) {
      std::error_code ignored;
      fs::remove(folder / fmt::format("cv.{}", suffix), ignored);
    }
  }

  fs::path mark_;
  bool killed_ = false;
};

// latexmk prints "Run number 1 of rule 'pdflatex'" (4.79).
int pass_of(std::string_view line) {
  constexpr std::string_view before = "Run number ";
  constexpr std::string_view after = " of rule 'pdflatex'";
  const auto begin = line.find(before);
  if (begin == std::string_view::npos || line.find(after) == std::string_view::npos) return 0;
  const char digit = line[std::min(begin + before.size(), line.size() - 1)];
  return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

}  // namespace

Typesetting typeset(const fs::path& folder, std::chrono::seconds limit,
                    const std::function<void(int)>& on_pass) {
  require("pdflatex", "texlive-latex-base");
  const Command command{require("latexmk", "latexmk"),
                        // Debian's system rc file would choose LuaLaTeX: -norc.
                        {"-norc", "-pdf", "-interaction=nonstopmode", "-halt-on-error",
                         "-file-line-error", "-no-shell-escape", "cv.tex"},
                        folder,
                        {{"openin_any", "p"},
                         {"openout_any", "p"},
                         // Keeps TeX from wrapping the lines of its log.
                         {"max_print_line", "1000"},
                         {"error_line", "254"},
                         {"half_error_line", "238"}},
                        limit};
  Unfinished unfinished(folder);
  const Outcome outcome = run(command, [&on_pass](std::string_view line) {
    if (const int pass = pass_of(line); pass > 0) on_pass(pass);
  });
  if (outcome.end != Outcome::End::exited) unfinished.killed();
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
  const bool in_time = outcome.end == Outcome::End::exited;
  return {in_time && outcome.status == 0, !in_time, outcome.output};
}

}  // namespace xmlcv
