#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>

#include "checker.h"
#include "diagnostic_printer.h"
#include "failure.h"
#include "file.h"
#include "grammar.h"
#include "options.h"
#include "pdf.h"
#include "reader.h"
#include "schema.h"

using namespace xmlcv;

namespace {

std::optional<Cv> load(const Source& source, const std::filesystem::path& folder,
                       Diagnostics& diagnostics) {
  if (!check_well_formed(source, diagnostics)) return std::nullopt;
  const auto tree = parse_tree(source);
  check_grammar(source, tree, diagnostics);
  Cv cv = read_cv(source, tree, diagnostics);
  check_cv(cv, folder, diagnostics);
  if (!diagnostics.has_errors()) check_schema(source, diagnostics);
  return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(cv));
}

void compile(const Options& options, const Source& source, Diagnostics& diagnostics) {
  const auto folder = std::filesystem::path(options.file).parent_path();
  const auto cv = load(source, folder, diagnostics);
  if (!cv || options.action == Options::Action::check) return;
  const LatexDocument document = write_moderncv(*cv);
  if (options.action == Options::Action::tex) {
    write_generated_folder(options.output, document, *cv, folder);
  } else {
    build_pdf(options, *cv, document, diagnostics);
  }
}

bool show_colour() { return ::isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }

int run(const Options& options) {
  std::string text;
  try {
    text = read_file(options.file);
  } catch (const UnreadableFile& error) {
    fmt::print(stderr, "{}: error: cannot read it: {}\n", options.file, error.what());
    return static_cast<int>(ExitStatus::faulty_input);
  }
  const Source source(options.file, std::move(text));
  Diagnostics diagnostics;
  compile(options, source, diagnostics);
  fmt::print(stderr, "{}", print(diagnostics, show_colour()));
  return static_cast<int>(diagnostics.has_errors() ? ExitStatus::faulty_input : ExitStatus::good);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto command_line = parse_command_line(argc, argv);
    return command_line.options ? run(*command_line.options) : command_line.status;
  } catch (const Failure& failure) {
    fmt::print(stderr, "xmlcv: error: {}\n", failure.what());
    if (!failure.hint().empty()) fmt::print(stderr, "      = hint: {}\n", failure.hint());
    return static_cast<int>(failure.status());
  } catch (const Interrupted& interrupted) {
    // The shell sees that the signal ended this process, and stops its script too.
    std::signal(interrupted.signal, SIG_DFL);
    std::raise(interrupted.signal);
  } catch (const std::exception& error) {
    fmt::print(stderr, "xmlcv: error: {}\n", error.what());
  }
  return static_cast<int>(ExitStatus::machine_failed);
}
