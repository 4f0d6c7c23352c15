#include "command/build.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <ctime>
#include <optional>
#include <string>

#include "command/console.h"
#include "command/pdf.h"
#include "command/pipeline.h"
#include "command/progress.h"
#include "command/starter.h"
#include "command/watch.h"
#include "cv/leaves.h"
#include "latex/chapter.h"
#include "machine/depfile.h"
#include "machine/file.h"
#include "machine/output_path.h"
#include "text/internal_error.h"
#include "typeset/generated_folder.h"
#include "xml/schema.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// All takes about four times the file's size.
constexpr std::size_t most_megabytes = 100;

void open(const std::string& path, std::optional<Source>& source, Diagnostics& diagnostics) {
  try {
    source.emplace(path, read_file(path, most_megabytes));
  } catch (const UnreadableFile& error) {
    diagnostics.error({}, fmt::format("cannot read {}: {}", path, error.what()));
  }
}

PipelineInputs pipeline_inputs(const Options& options) {
  PipelineInputs inputs{
      {fs::path(options.file).parent_path(), options.allowed_folders, options.depfile_refused}};
  inputs.language = options.language;
  inputs.audiences = options.audiences;
  inputs.every_selection = options.action == Options::Action::check && options.language.empty() &&
                           options.audiences.empty();
  inputs.allow_tex = options.allow_tex;
  inputs.layout = options.layout;
  inputs.verbose = options.verbosity == Options::Verbosity::verbose && !inputs.every_selection;
  inputs.source_date = options.source_date;
  inputs.engine = options.engine;
  return inputs;
}

std::optional<Success> write_output(const Options& options, const Cv& cv, LatexDocument document,
                                    const std::vector<fs::path>& inputs, Diagnostics& diagnostics) {
  const auto engine = document.engine;
  if (options.action == Options::Action::check) return Success{};
  if (options.action == Options::Action::tex) {
    make_folder(options.output);
    export_files(Folder(options.output, options.output_links),
                 generated_files(std::move(document), cv));
    return Success{{options.output}, {}, engine, {}};
  }
  if (options.action == Options::Action::chapter) {
    write_chapter(options.output, options.output_links, document, inputs);
    if (!options.depfile.empty()) {
      const auto output = find_output(options.depfile, Links::follow, inputs);
      write_file(output.folder,
                 {output.name, depfile(options.output, inputs, options.depfile_target)});
    }
    return Success{{options.output}, {}, engine, {}};
  }
  return build_pdf(options, cv, document, diagnostics);
}

// With --verbose: how much of the CV is on no page, by the rows of the table.
void tell_unprinted(const Options& options, const Cv& cv, Progress& progress) {
  if (options.verbosity != Options::Verbosity::verbose) return;
  const auto counts = count_unprinted(cv);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    progress.step(fmt::format("{}: not printed: {} of {}", options.file, counts[i],
                              unprinted_rows()[i].what));
  }
}

// Editors go by the files beside the CV, which an older or a newer xmlcv may have written.
void tell_outdated_schemas(const Options& options, const Source& source, Diagnostics& diagnostics) {
  const auto names = outdated_schemas(options.file);
  if (names.empty()) return;
  diagnostics.note(source.at(0),
                   fmt::format("editors go by {} beside it, of another version of xmlcv: "
                               "xmlcv schema --beside {} writes this one's",
                               fmt::join(names, ", "), options.file));
}

// A file that is cut off is not well-formed.
bool is_well_formed(const std::string& path) {
  try {
    return !find_syntax_error(Source(path, read_file(path, most_megabytes)));
  } catch (const UnreadableFile&) {
    return false;
  }
}

}  // namespace

BuildResult build(const Options& options, const Engines& engines) {
  const auto begin = std::chrono::steady_clock::now();
  BuildResult result{ExitStatus::good, {options.file}, std::nullopt};
  Diagnostics diagnostics(options.warnings_are_errors);
  std::optional<Source> source;
  std::optional<Source> preamble;
  Progress progress(options.verbosity);
  auto inputs = pipeline_inputs(options);
  Bibliographies bibliographies(inputs.folders, options.bibliography,
                                [&progress](const std::string& file) {
                                  progress.step(fmt::format("{}: biber reads it", file));
                                });
  try {
    open(options.file, source, diagnostics);
    if (!options.preamble.empty()) open(options.preamble.string(), preamble, diagnostics);
    if (!diagnostics.has_errors()) {
      inputs.engines = &engines;
      inputs.bibliographies = &bibliographies;
      inputs.preamble = preamble ? &*preamble : nullptr;
      if (options.action == Options::Action::check) {
        tell_outdated_schemas(options, *source, diagnostics);
      }
      auto made = Pipeline(std::move(inputs)).run(*source, diagnostics);
      if (made.cv) result.inputs = inputs_of(options, *made.cv);
      if (made.document) {
        tell_unprinted(options, *made.cv, progress);
        result.success =
            write_output(options, *made.cv, *std::move(made.document), result.inputs, diagnostics);
      }
    }
    if (diagnostics.has_errors()) {
      result.status = ExitStatus::invalid_input;
      result.success.reset();
    } else if (!result.success) {
      result.success.emplace();
    }
  } catch (const InternalError& error) {
    diagnostics.error(error.location(), error.what(), error.hint());
    result.status = error.status();
  } catch (const Failure& failure) {
    diagnostics.error({}, failure.what(), failure.hint());
    result.status = failure.status();
  }
  progress.wipe();
  show(diagnostics, options);
  if (result.success) result.success->time = std::chrono::steady_clock::now() - begin;
  return result;
}

void keep_building(const Options& options) {
  const Engines engines;
  const auto once = [&options, &engines] {
    begin_report();
    // Where an editor forgets what the last build found.
    say(fmt::format("xmlcv: {:%H:%M:%S} building {}\n", fmt::localtime(std::time(nullptr)),
                    options.output.string()));
    const auto result = build(options, engines);
    const auto made =
        result.success ? "is up to date: " + success_details(*result.success) : "is as it was";
    say(fmt::format(
        "xmlcv: {:%H:%M:%S} {} {}; waiting for the next change of {} (Ctrl-C ends this)\n",
        fmt::localtime(std::time(nullptr)), options.output.string(), made, options.file));
    return result.inputs;
  };
  watch(once, [&options] { return is_well_formed(options.file); });
}

}  // namespace xmlcv
