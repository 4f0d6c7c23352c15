#include "pdf.h"

#include <fmt/format.h>

#include "depfile.h"
#include "failure.h"
#include "file.h"
#include "log_mapper.h"
#include "overfull.h"
#include "page_check.h"
#include "progress.h"
#include "tex_log.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

std::string read_if_there(const fs::path& path) {
  try {
    return read_file(path);
  } catch (const UnreadableFile&) {
    return "";
  }
}

void write_depfile(const Options& options, const Cv& cv) {
  if (options.depfile.empty()) return;
  const fs::path file = options.file;
  std::vector<fs::path> dependencies = {file};
  if (cv.person.photo) dependencies.push_back(file.parent_path() / cv.person.photo->value);
  write_file(options.depfile, depfile(options.output, dependencies));
}

}  // namespace

fs::path generated_folder_of(const fs::path& pdf) {
  return pdf.parent_path() / (pdf.stem().string() + "-latex");
}

void build_pdf(const Options& options, const Cv& cv, const LatexDocument& document,
               Diagnostics& diagnostics) {
  const auto folder = generated_folder_of(options.output);
  Progress progress;
  progress.step(fmt::format("{}: writing LaTeX", options.file));
  write_generated_folder(folder, document, cv, fs::path(options.file).parent_path());
  progress.step(fmt::format("{}: starting latexmk", options.file));
  const auto typesetting = typeset(folder, options.timeout, [&](int pass) {
    progress.step(fmt::format("{}: typesetting, pass {}", options.file, pass));
  });
  if (typesetting.timed_out) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("TeX was stopped after {} seconds", options.timeout.count()),
                  "--timeout gives it more time");
  }
  if (!typesetting.good) {
    const auto log = folder / "cv.log";
    map_errors(parse_tex_log(read_if_there(log)), document, log, diagnostics);
    return;
  }
  const auto positions = read_if_there(folder / "cv.pos");
  check_pages(positions, document.map, diagnostics);
  check_widths(read_if_there(folder / "cv.log"), positions, document.map, diagnostics);
  if (diagnostics.has_errors()) return;
  replace_file(folder / "cv.pdf", options.output);
  write_depfile(options, cv);
}

}  // namespace xmlcv
