#include "command/pdf.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

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
#include "machine/folder.h"
#include "machine/output_path.h"
#include "machine/process.h"
#include "typeset/dumped_preamble.h"
#include "typeset/positions.h"
#include "typeset/tex_log.h"
#include "xml/word_lines.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

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

// log: where the user finds TeX's.
void explain_failure(const Typesetting& typesetting, const fs::path& log,
                     const LatexDocument& document, Diagnostics& diagnostics) {
  const auto parsed = parse_tex_log(typesetting.results.log);
  if (typesetting.disk_is_full) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("the disk is full: {}", log.parent_path().string()));
  }
  if (parsed.errors.empty() && !document.has_raw_latex) {
    throw Failure(ExitStatus::machine_failed, "latexmk failed",
                  fmt::format("TeX's log is {}; the last that latexmk said:{}", log.string(),
                              last_lines(typesetting.output)));
  }
  map_errors(parsed, document, log, diagnostics);
}

std::string shown(Location location) {
  const auto position = location.source->position(location.offset);
  return fmt::format("{}:{}:{}", location.source->path(), position.line, position.column);
}

std::string reason(Stop stop, std::chrono::seconds limit) {
  switch (stop) {
    case Stop::cpu:
      return fmt::format("after {} seconds of CPU time", limit.count());
    case Stop::clock:
      return fmt::format("after {} seconds", wall_limit(limit).count());
    case Stop::idle:
      return fmt::format("because it waited for {} seconds", usual_patience.count());
    case Stop::bytes:
      return "because it wrote without end";
    case Stop::processes:
      return fmt::format("because it started more than {} processes", most_processes);
  }
  return "";
}

// Raw LaTeX that runs without end is an error of the CV; a CV that takes long is none.
void explain_stop(const Typesetting& typesetting, const Options& options,
                  const LatexDocument& document, Diagnostics& diagnostics) {
  constexpr std::size_t enough = 1U << 20U;
  std::string_view log = typesetting.results.log;
  if (log.size() > enough) log.remove_prefix(log.size() - enough);
  const auto parsed = parse_tex_log(std::string(log));
  const auto place = find_endless(parsed, document);
  const auto why = reason(*typesetting.stop, options.timeout);
  const bool by_time = typesetting.stop == Stop::cpu || typesetting.stop == Stop::clock;
  const auto hint = by_time ? "--timeout gives it more time" : "";
  if (!place) {
    const auto at = find_interrupted(parsed, document);
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("TeX was stopped {}{}", why, at ? " at " + shown(*at) : ""), hint);
  }
  diagnostics.error(*place, fmt::format("TeX was stopped here {}", why), hint);
}

// What a build writes for its user. Refused before anything is written.
struct Outputs {
  OutputFile pdf;
  OutputFile synctex;  // beside the PDF's name, where viewers look
  std::optional<OutputFile> depfile;
};

void refuse_one_file(const OutputFile& one, const OutputFile& other, const char* which,
                     const char* hint) {
  if (!is_same_file(one.path(), other.path())) return;
  throw Failure(ExitStatus::wrong_usage,
                fmt::format("{} are one file: {}", which, one.path().string()), hint);
}

Outputs find_outputs(const Options& options, const Cv& cv) {
  const auto inputs = inputs_of(options, cv);
  Outputs outputs{
      find_output(options.output, options.output_links, inputs),
      find_output(fs::path(options.output).replace_extension("synctex"), Links::refuse, inputs),
      {}};
  refuse_one_file(outputs.pdf, outputs.synctex, "the PDF and the SyncTeX file",
                  "give the PDF another name");
  if (options.depfile.empty()) return outputs;
  outputs.depfile = find_output(options.depfile, Links::follow, inputs);
  refuse_one_file(outputs.pdf, *outputs.depfile, "the PDF and the depfile",
                  "give the depfile another name");
  refuse_one_file(outputs.synctex, *outputs.depfile, "the SyncTeX file and the depfile",
                  "give the depfile another name");
  return outputs;
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
std::string synctex(const std::string& of_tex, const Positions& positions, const SourceMap& map,
                    const fs::path& xml) {
  std::error_code error;
  const auto path = fs::weakly_canonical(xml, error);
  return map_synctex(of_tex, positions, map, lines_of_words(map), path.string());
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

namespace {

Typesetting run_tex(const Options& options, const LatexDocument& document,
                    const std::vector<NewFile>& files, Progress& progress) {
  const KeptRun kept(options.output, wall_limit(options.timeout), [&] {
    progress.step(fmt::format("{}: waiting for another build", options.file));
  });
  progress.step(fmt::format("{}: preparing the preamble", options.file));
  const auto preamble = document.engine == Engine::pdflatex
                            ? dump_preamble(document.tex_preamble(), files, options.timeout)
                            : DumpedPreamble{std::nullopt, "LuaLaTeX cannot dump it"};
  if (!preamble.format) {
    progress.step(fmt::format("{}: without a dumped preamble: {}", options.file, preamble.why_not));
  }
  progress.step(fmt::format("{}: starting latexmk", options.file));
  return typeset(
      files, document, preamble.format, kept, options.timeout,
      [&](int pass, std::string_view changed) {
        progress.step(fmt::format("{}: typesetting, pass {}{}", options.file, pass,
                                  changed.empty() ? "" : fmt::format(": {} changed", changed)));
      });
}

// What only the PDF shows: whether all is on its pages.
void check_result(const Options& options, const Cv& cv, const LatexDocument& document,
                  const RunResults& results, const fs::path& log_file, const Positions& markers,
                  Diagnostics& diagnostics) {
  const auto log = parse_tex_log(results.log);
  map_warnings(log, document, log_file, diagnostics);
  check_pages(markers, document.map, diagnostics);
  if (const auto& pages = cv.layout[LayoutAttribute::pages]) {
    check_page_budget(markers, std::stol(*pages), document.map, diagnostics);
  }
  check_widths(log, markers, document.map, diagnostics);
  if (!diagnostics.has_errors()) check_heights(log, markers, document.map, diagnostics);
  if (options.verbosity == Options::Verbosity::verbose) {
    tell_pages(markers, document.map, diagnostics);
  }
}

}  // namespace

std::optional<Success> build_pdf(const Options& options, const Cv& cv,
                                 const LatexDocument& document, Diagnostics& diagnostics) {
  const auto outputs = find_outputs(options, cv);
  const auto exported = generated_folder_of(options.output);
  const auto log_file = exported / "cv.log";
  Progress progress(options.verbosity);
  progress.step(fmt::format("{}: writing LaTeX", options.file));
  make_folder(exported);
  const Folder folder(exported, Links::refuse);
  const auto files = generated_files(document, cv);
  export_files(folder, files);
  const auto typesetting = run_tex(options, document, files, progress);
  export_log(folder, typesetting.results.log);
  if (typesetting.stop) {
    explain_stop(typesetting, options, document, diagnostics);
    return std::nullopt;
  }
  if (!typesetting.good) {
    explain_failure(typesetting, log_file, document, diagnostics);
    return std::nullopt;
  }
  const auto& results = typesetting.results;
  const auto markers = parse_positions(results.positions);
  check_result(options, cv, document, results, log_file, markers, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  replace_files(
      {{outputs.synctex.folder,
        {outputs.synctex.name, synctex(results.synctex, markers, document.map, options.file)}},
       {outputs.pdf.folder, {outputs.pdf.name, results.pdf}}});
  if (outputs.depfile) {
    write_file(outputs.depfile->folder,
               {outputs.depfile->name,
                depfile(options.output, inputs_of(options, cv), options.depfile_target)});
  }
  const auto synctex_file = fs::path(options.output).replace_extension("synctex");
  return Success{{options.output, synctex_file}, pages_of(results.log), document.engine, {}};
}

}  // namespace xmlcv
