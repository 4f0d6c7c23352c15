#include "command/pdf.h"

#include <fmt/format.h>

#include "command/progress.h"
#include "feedback/log_mapper.h"
#include "feedback/overfull.h"
#include "feedback/page_budget.h"
#include "feedback/page_check.h"
#include "feedback/raw_latex.h"
#include "feedback/synctex.h"
#include "machine/depfile.h"
#include "machine/failure.h"
#include "machine/file.h"
#include "machine/folder_lock.h"
#include "machine/output_path.h"
#include "typeset/dumped_preamble.h"
#include "typeset/positions.h"
#include "typeset/tex_log.h"
#include "xml/word_lines.h"

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

// What latexmk says when TeX says nothing: its last words.
std::string last_lines(std::string_view output) {
  constexpr int most = 3;
  std::size_t begin = output.size();
  for (int lines = 0; begin > 0 && lines <= most; ++lines) {
    const auto end = output.rfind('\n', begin - 1);
    begin = end == std::string_view::npos ? 0 : end;
  }
  return std::string(output.substr(begin));
}

void explain_failure(const Typesetting& typesetting, const fs::path& folder,
                     const LatexDocument& document, Diagnostics& diagnostics) {
  const auto path = folder / "cv.log";
  const auto log = parse_tex_log(read_if_there(path));
  std::error_code error;
  constexpr std::uintmax_t too_little = 64U << 10U;
  if (fs::space(folder, error).available < too_little && !error) {
    throw Failure(ExitStatus::machine_failed, fmt::format("the disk is full: {}", folder.string()));
  }
  if (log.errors.empty() && !only_raw_latex(document.map)) {
    throw Failure(ExitStatus::machine_failed, "latexmk failed",
                  fmt::format("TeX's log is {}; the last that latexmk said:{}", path.string(),
                              last_lines(typesetting.output)));
  }
  map_errors(log, document, path, diagnostics);
}

// Raw LaTeX that runs without end is a fault of the CV; a CV that takes long is none.
void explain_stop(const Typesetting& typesetting, const Options& options, const fs::path& folder,
                  const LatexDocument& document, Diagnostics& diagnostics) {
  constexpr std::size_t enough = 1U << 20U;
  const auto place = find_endless(parse_tex_log(read_end(folder / "cv.log", enough)), document);
  const std::string after = fmt::format("after {} seconds", options.timeout.count());
  const std::string flood = "because it wrote without end";
  const std::string hint = "--timeout gives it more time";
  if (place) {
    diagnostics.error(*place,
                      fmt::format("TeX was stopped here {}", typesetting.flooded ? flood : after),
                      typesetting.flooded ? "" : hint);
  } else {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("TeX was stopped {}", typesetting.flooded ? flood : after),
                  typesetting.flooded ? "" : hint);
  }
}

// What a build writes for its user. Refused before anything is written.
struct Outputs {
  fs::path pdf;
  fs::path synctex;  // beside the PDF's name, where viewers look
  fs::path depfile;  // empty for none
};

void refuse_one_file(const fs::path& one, const fs::path& other, const char* which,
                     const char* hint) {
  if (!is_same_file(one, other)) return;
  throw Failure(ExitStatus::wrong_usage, fmt::format("{} are one file: {}", which, one.string()),
                hint);
}

Outputs find_outputs(const Options& options, const Cv& cv) {
  const auto inputs = inputs_of(options, cv);
  Outputs outputs{find_output(options.output, inputs),
                  find_output(fs::path(options.output).replace_extension("synctex"), inputs),
                  {}};
  refuse_one_file(outputs.pdf, outputs.synctex, "the PDF and the SyncTeX file",
                  "give the PDF another name");
  if (options.depfile.empty()) return outputs;
  outputs.depfile = find_output(options.depfile, inputs);
  refuse_one_file(outputs.pdf, outputs.depfile, "the PDF and the depfile",
                  "give the depfile another name");
  refuse_one_file(outputs.synctex, outputs.depfile, "the SyncTeX file and the depfile",
                  "give the depfile another name");
  return outputs;
}

std::string read_made(const fs::path& path) {
  try {
    return read_file(path);
  } catch (const UnreadableFile& error) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("cannot read {}: {}", path.string(), error.what()));
  }
}

// Of a leaf from a .bib file it is the line of the field. The first leaf is the owner's name, in
// the XML.
WordLines lines_of_words(const SourceMap& map) {
  WordLines result;
  for (std::size_t leaf = 1; leaf <= map.size(); ++leaf) {
    const auto place = map.leaf(leaf).location;
    result.push_back(place.source == map.leaf(1).location.source
                         ? word_lines(place)
                         : std::vector{place.source->position(place.offset).line});
  }
  return result;
}

// Editors know the XML by its canonical path.
std::string synctex(const fs::path& folder, const Positions& positions, const SourceMap& map,
                    const fs::path& xml) {
  std::error_code error;
  const auto path = fs::weakly_canonical(xml, error);
  return map_synctex(read_if_there(folder / "cv.synctex"), positions, map, lines_of_words(map),
                     path.string());
}

}  // namespace

std::vector<fs::path> inputs_of(const Options& options, const Cv& cv) {
  const fs::path file = options.file;
  std::vector<fs::path> result = {file};
  if (cv.person.photo) result.push_back(file.parent_path() / cv.person.photo->src.value);
  if (!options.preamble.empty()) result.push_back(options.preamble);
  result.insert(result.end(), cv.bibliographies.begin(), cv.bibliographies.end());
  return result;
}

fs::path generated_folder_of(const fs::path& pdf) {
  return pdf.parent_path() / (pdf.stem().string() + "-latex");
}

void build_pdf(const Options& options, const Cv& cv, const LatexDocument& document,
               Diagnostics& diagnostics) {
  const auto outputs = find_outputs(options, cv);
  const auto folder = generated_folder_of(options.output);
  Progress progress(options.verbosity);
  const FolderLock lock(folder, options.timeout, [&] {
    progress.step(fmt::format("{}: waiting for another build", options.file));
  });
  progress.step(fmt::format("{}: writing LaTeX", options.file));
  write_generated_folder(folder, document, cv, fs::path(options.file).parent_path());
  if (document.engine == Engine::lualatex) refuse_code_of_others(folder);
  progress.step(fmt::format("{}: preparing the preamble", options.file));
  const auto preamble = document.engine == Engine::pdflatex
                            ? dump_preamble(folder, options.timeout)
                            : DumpedPreamble{false, "LuaLaTeX cannot dump it"};
  if (!preamble.there) {
    progress.step(fmt::format("{}: without a dumped preamble: {}", options.file, preamble.why_not));
  }
  progress.step(fmt::format("{}: starting latexmk", options.file));
  const auto typesetting = typeset(
      folder, document, preamble.there, options.timeout, [&](int pass, std::string_view changed) {
        progress.step(fmt::format("{}: typesetting, pass {}{}", options.file, pass,
                                  changed.empty() ? "" : fmt::format(": {} changed", changed)));
      });
  if (typesetting.timed_out || typesetting.flooded) {
    explain_stop(typesetting, options, folder, document, diagnostics);
    return;
  }
  if (!typesetting.good) {
    explain_failure(typesetting, folder, document, diagnostics);
    return;
  }
  const auto log = parse_tex_log(read_if_there(folder / "cv.log"));
  map_warnings(log, document, folder / "cv.log", diagnostics);
  const auto markers = parse_positions(read_if_there(folder / "cv.pos"));
  check_pages(markers, document.map, diagnostics);
  if (cv.layout.pages) {
    check_page_budget(markers, std::stol(*cv.layout.pages), document.map, diagnostics);
  }
  check_widths(log, markers, document.map, diagnostics);
  if (!diagnostics.has_errors()) check_heights(log, markers, document.map, diagnostics);
  if (options.verbosity == Options::Verbosity::verbose) {
    tell_pages(markers, document.map, diagnostics);
  }
  if (diagnostics.has_errors()) return;
  replace_files({{outputs.synctex, synctex(folder, markers, document.map, options.file)},
                 {outputs.pdf, read_made(folder / "cv.pdf")}});
  if (outputs.depfile.empty()) return;
  write_file(outputs.depfile,
             depfile(options.output, inputs_of(options, cv), options.depfile_target));
}

}  // namespace xmlcv
