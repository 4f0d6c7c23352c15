#include <fmt/format.h>

#include <csignal>
#include <exception>
#include <filesystem>
#include <future>
#include <optional>
#include <utility>
#include <vector>

#include "bibliography.h"
#include "chapter.h"
#include "checker.h"
#include "combinations.h"
#include "console.h"
#include "depfile.h"
#include "doctor.h"
#include "engine.h"
#include "failure.h"
#include "file.h"
#include "grammar.h"
#include "input_folders.h"
#include "mend.h"
#include "occurrence.h"
#include "options.h"
#include "pdf.h"
#include "process.h"
#include "progress.h"
#include "reader.h"
#include "schema.h"
#include "second_core.h"
#include "selection.h"
#include "starter.h"
#include "watch.h"

using namespace xmlcv;
namespace fs = std::filesystem;

namespace {

fs::path folder_of(const Options& options) { return fs::path(options.file).parent_path(); }

InputFolders input_folders(const Options& options) {
  return {folder_of(options), options.allowed_folders};
}

// What is wanted, and what helps to do it.
struct Job {
  const Options& options;
  const Engines& engines;
  Bibliographies& bibliographies;
};

// The CV for one language and one set of readers.
Cv load(const Job& job, const Source& source, const pugi::xml_document& tree,
        const Choices& choices, const Selection& selection, Diagnostics& diagnostics) {
  select(source, selection, choices, diagnostics);
  check_occurrence(source, tree, selection, diagnostics);
  Cv cv = read_cv(source, tree, selection.language, diagnostics);
  cv.layout = overridden(cv.layout, job.options.layout);
  cv.source_date = job.options.source_date;
  job.bibliographies.fill(cv, diagnostics);
  check_cv(cv, input_folders(job.options), job.options.allow_tex, diagnostics);
  return cv;
}

LatexDocument write(const Job& job, const Cv& cv, const Source* preamble,
                    Diagnostics& diagnostics) {
  auto document = write_moderncv(cv, preamble);
  job.engines.choose(job.options.engine, cv, document, diagnostics);
  return document;
}

Diagnostics check_combinations(const Job& job, const Source& source,
                               const std::vector<Selection>& selections) {
  Findings findings;
  for (const auto& selection : selections) {
    Diagnostics found;
    const auto tree = parse_tree(source);
    const Cv cv = load(job, source, tree, find_choices(tree), selection, found);
    if (!found.has_errors()) write(job, cv, nullptr, found);
    findings.emplace_back(selection, std::move(found));
  }
  return merge(findings);
}

// The faults of the vocabulary, in every language and for all readers, or as they are selected.
// The CV is what is selected; there is none where every selection was looked at.
std::optional<Cv> check(const Job& job, const Source& source, const pugi::xml_document& tree,
                        Diagnostics& diagnostics) {
  check_grammar(source, tree, diagnostics);
  const auto choices = find_choices(tree);
  check_audiences(source, choices, diagnostics);
  const auto& options = job.options;
  const bool whole = options.language.empty() && options.audiences.empty();
  if (options.action == Options::Action::check && whole) {
    diagnostics.add(check_combinations(job, source, combinations(choices)));
    return std::nullopt;
  }
  const auto selection = find_selection(choices, options.language, options.audiences);
  return load(job, source, tree, choices, selection, diagnostics);
}

// inputs: the files that the result depends on, as far as it gets.
void compile(const Job& job, const Source& source, const Source* preamble,
             std::vector<fs::path>& inputs, Diagnostics& diagnostics) {
  // A larger file may hold more than will be looked at, of which a tree would fill the memory.
  constexpr std::size_t small = 4U << 20U;
  auto tree = std::async(source.text().size() < small ? beside() : std::launch::deferred,
                         [&source] { return parse_tree(source); });
  const bool good = check_syntax(source, diagnostics, [&](const Source& copy, Diagnostics& found) {
    check(job, copy, parse_tree(copy), found);
  });
  if (!good) return;
  auto gate = std::async(beside(), [&source] {
    Diagnostics holes;
    check_schema(source, holes);
    return holes;
  });
  const auto& options = job.options;
  const auto cv = check(job, source, tree.get(), diagnostics);
  if (cv) inputs = inputs_of(options, *cv);
  if (!diagnostics.has_errors()) diagnostics.add(gate.get());
  if (diagnostics.has_errors() || !cv) return;
  const auto document = write(job, *cv, preamble, diagnostics);
  if (diagnostics.has_errors() || options.action == Options::Action::check) return;
  if (options.action == Options::Action::tex) {
    write_generated_folder(options.output, document, *cv, folder_of(options));
  } else if (options.action == Options::Action::chapter) {
    write_chapter(options.output, document, inputs);
    if (!options.depfile.empty()) {
      write_file(options.depfile, depfile(options.output, inputs, options.depfile_target));
    }
  } else {
    build_pdf(options, *cv, document, diagnostics);
  }
}

int begin(const Options& options) {
  const auto written = write_starter(options.file);
  fmt::print("{}: a small CV to begin with\n", written[0].string());
  for (std::size_t i = 1; i < written.size(); ++i) {
    fmt::print("{}: the schema, for editors\n", written[i].string());
  }
  return static_cast<int>(ExitStatus::good);
}

int print_schema(const Options& options) {
  fmt::print("{}", schema_text(options.schema));
  return static_cast<int>(ExitStatus::good);
}

int print_thesis_settings() {
  fmt::print("{}", thesis_settings());
  return static_cast<int>(ExitStatus::good);
}

int examine() {
  const auto diagnosis = examine_machine();
  fmt::print("{}", diagnosis.report);
  return static_cast<int>(diagnosis.healthy ? ExitStatus::good : ExitStatus::missing_program);
}

// All takes about four times the file's size.
constexpr std::size_t most_megabytes = 100;

void open(const std::string& path, std::optional<Source>& source, Diagnostics& diagnostics) {
  try {
    source.emplace(path, read_file(path, most_megabytes));
  } catch (const UnreadableFile& error) {
    diagnostics.error({}, fmt::format("cannot read {}: {}", path, error.what()));
  }
}

struct Result {
  ExitStatus status = ExitStatus::good;
  std::vector<fs::path> inputs;
};

Result run_once(const Options& options, const Engines& engines) {
  Result result{ExitStatus::good, {options.file}};
  Diagnostics diagnostics(options.warnings_are_errors);
  std::optional<Source> source;
  Progress progress(options.verbosity);
  Bibliographies bibliographies(input_folders(options), options.bibliography,
                                [&progress](const std::string& file) {
                                  progress.step(fmt::format("{}: biber reads it", file));
                                });
  std::optional<Source> preamble;
  try {
    open(options.file, source, diagnostics);
    if (!options.preamble.empty()) open(options.preamble.string(), preamble, diagnostics);
    if (!diagnostics.has_errors()) {
      compile({options, engines, bibliographies}, *source, preamble ? &*preamble : nullptr,
              result.inputs, diagnostics);
    }
    if (diagnostics.has_errors()) result.status = ExitStatus::faulty_input;
  } catch (const Failure& failure) {
    diagnostics.error({}, failure.what(), failure.hint());
    result.status = failure.status();
  }
  progress.wipe();
  show(diagnostics, options);
  return result;
}

// A file that is cut off is not well-formed.
bool is_well_formed(const std::string& path) {
  try {
    return !find_syntax_fault(Source(path, read_file(path, most_megabytes)));
  } catch (const UnreadableFile&) {
    return false;
  }
}

[[noreturn]] void keep_building(const Options& options) {
  const Engines engines;
  const auto build = [&options, &engines] {
    begin_report();
    const auto result = run_once(options, engines);
    say(fmt::format("xmlcv: {} is {}; waiting for the next change of {} (Ctrl-C ends this)\n",
                    options.output.string(),
                    result.status == ExitStatus::good ? "up to date" : "as it was", options.file));
    return result.inputs;
  };
  watch(build, [&options] { return is_well_formed(options.file); });
}

int run(const Options& options) {
  using enum Options::Action;
  switch (options.action) {
    case new_cv:
      return begin(options);
    case schema:
      return print_schema(options);
    case latexmkrc:
      return print_thesis_settings();
    case doctor:
      return examine();
    case watch:
      keep_building(options);
    case check:
    case tex:
    case chapter:
    case build:
      break;
  }
  return static_cast<int>(run_once(options, Engines()).status);
}

}  // namespace

int main(int argc, char** argv) {
  mend_locale();
  try {
    const auto command_line = parse_command_line(argc, argv);
    return command_line.options ? run(*command_line.options) : command_line.status;
  } catch (const Failure& failure) {
    say(fmt::format("xmlcv: error: {}\n", failure.what()));
    if (!failure.hint().empty()) say(fmt::format("xmlcv: note: {}\n", failure.hint()));
    return static_cast<int>(failure.status());
  } catch (const Interrupted& interrupted) {
    // The shell sees that the signal ended this process, and stops its script too.
    std::signal(interrupted.signal, SIG_DFL);
    std::raise(interrupted.signal);
  } catch (const std::exception& error) {
    say(fmt::format("xmlcv: error: {}\n", error.what()));
  }
  return static_cast<int>(ExitStatus::machine_failed);
}
