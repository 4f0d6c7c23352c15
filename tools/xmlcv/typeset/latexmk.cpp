#include "typeset/latexmk.h"

#include <fmt/format.h>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/private_folder.h"
#include "machine/process.h"
#include "typeset/confined_tex.h"
#include "typeset/font_cache.h"

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

bool is_input(const fs::path& file) {
  return file.stem() == "photo" || file.filename() == "cv-body.tex";
}

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

std::optional<Stop> stop_of(const Outcome& outcome, const fs::path& folder) {
  using enum Outcome::End;
  if (outcome.end == timed_out) return Stop::cpu;
  if (outcome.end == late) return Stop::clock;
  if (outcome.end == idle) return Stop::idle;
  if (outcome.end == crowded) return Stop::processes;
  if (outcome.end == stopped || is_flooded(folder)) return Stop::bytes;
  return std::nullopt;
}

// luaotfload (3.23) writes each coloured glyph into a temporary file, which Lua (5.3) puts into
// /tmp.
const NewFile lua_init = {"cv-init.lua",
                          "local number = 0\n"
                          "os.tmpname = function()\n"
                          "  number = number + 1\n"
                          "  return \"cv-glyph-\" .. number\n"
                          "end\n"};

// latexmk 4.79 takes a file of the same size and the same second for unchanged, so it overlooks
// that a page count in the .aux went from 5 to 4. The log tells.
constexpr int most_extra_runs = 3;

// What TeX left under a name: a regular file with no other name, of a size that can be.
std::string read_result(const Folder& run, const char* name) {
  try {
    return run.read(name, most_in_folder).value_or("");
  } catch (const UnreadableFile& error) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("TeX left no good {}: {}", name, error.what()));
  }
}

bool is_full(const fs::path& folder) {
  constexpr std::uintmax_t too_little = 64U << 10U;
  std::error_code error;
  return fs::space(folder, error).available < too_little && !error;
}

bool wants_rerun(const Folder& run) {
  return !is_flooded(run.path()) &&
         read_result(run, "cv.log").find("Rerun to get") != std::string::npos;
}

Command command_for(const LatexDocument& document, const std::optional<fs::path>& format,
                    const fs::path& folder, std::chrono::seconds limit) {
  const bool is_lualatex = document.engine == Engine::lualatex;
  Command command{
      require("latexmk", "latexmk"),
      // Debian's system rc file would choose LuaLaTeX: -norc.
      {"-norc", is_lualatex ? "-lualatex" : "-pdf", "-interaction=nonstopmode", "-halt-on-error",
       "-file-line-error", "-no-shell-escape", "-synctex=-1", "cv.tex"},
      folder,
      // With p LuaTeX 1.18 refuses luaotfload and fonts their own files; 1.15 did not ask it for
      // Lua.
      environment_of_tex(folder, !is_lualatex),
      limit,
      [folder] { return is_flooded(folder); },
      most_memory_of_tex,
      most_in_folder};
  command.environment["OSFONTDIR"] = joined(document.font_folders);
  auto readable = document.font_folders;
  if (is_lualatex) {
    prepare_fonts(document.fonts, joined(document.font_folders));
    use_font_caches(folder, command.environment, readable);
    command.arguments.insert(command.arguments.begin(),
                             fmt::format("-lualatex=lualatex --lua={} %O %S", lua_init.name));
  }
  if (format) {
    readable.push_back(*format);
    // Not by its path in -fmt: with -recorder, pdfTeX (1.40.24) would write its .fls beside it.
    // Both are in the cache, so that no $ or colon of its path comes into TEXFORMATS.
    command.environment["TEXFORMATS"] =
        format->parent_path().lexically_relative(folder).string() + ":";
    // %O are latexmk's options. The preamble is in the format, so TeX begins behind it. A format
    // has no page, on which xcolor (2.14) puts an order for black as it is loaded: with it, the PDF
    // has the same bytes as that of cv.tex.
    command.arguments.insert(
        command.arguments.begin(),
        fmt::format(R"(-pdflatex=pdflatex -fmt={} -jobname=cv %O '\pdfcolorstack0 push{{0 g 0 G}})"
                    R"(\begin{{document}}\input{{cv-body}}\end{{document}}')",
                    format->stem().string()));
  }
  command.confinement = confinement_of_tex(folder, readable);
  return command;
}

}  // namespace

Typesetting typeset(const std::vector<NewFile>& files, const LatexDocument& document,
                    const std::optional<fs::path>& format, const KeptRun& kept,
                    std::chrono::seconds limit, const OnPass& on_pass) {
  if (document.engine == Engine::lualatex) {
    require("lualatex", "texlive-luatex");
  } else {
    require("pdflatex", "texlive-latex-base");
  }
  // What raw LaTeX leaves is for raw LaTeX alone.
  const RunInputs inputs{
      files,
      fmt::format("{}{}", static_cast<int>(document.engine), document.has_raw_latex ? " raw" : ""),
      format ? file_stamp(*format) : ""};
  if (auto results = kept.results(inputs))
    return {true, std::nullopt, false, "", std::move(*results)};
  const FreshFolder fresh;
  auto command = command_for(document, format, fresh.path(), limit);
  const Folder run(fresh.path(), Links::refuse);
  for (const auto& file : files) write_file(run, file);
  if (document.engine == Engine::lualatex) {
    write_file(run, lua_init);
  }
  kept.restore(inputs, run);
  Passes passes(on_pass);
  const auto on_line = [&passes](std::string_view line) { passes(line); };
  Outcome outcome = xmlcv::run(command, on_line);
  for (int again = 0; again < most_extra_runs && is_good(outcome) && wants_rerun(run); ++again) {
    command.limit = std::max(command.limit - outcome.cpu, std::chrono::seconds(1));
    outcome = xmlcv::run(command, on_line);
  }
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
  const auto stop = stop_of(outcome, fresh.path());
  Typesetting result{is_good(outcome) && !stop, stop, is_full(fresh.path()), outcome.output, {}};
  result.results.log = run.read_end("cv.log", most_text).value_or("");
  if (!result.good) return result;
  result.results.pdf = read_result(run, "cv.pdf");
  result.results.positions = read_result(run, "cv.pos");
  result.results.synctex = read_result(run, "cv.synctex");
  kept.keep(inputs, result.results, run);
  if (document.engine == Engine::lualatex && !document.has_raw_latex) {
    share_fonts(fresh.path(), joined(document.font_folders));
  }
  return result;
}

}  // namespace xmlcv
