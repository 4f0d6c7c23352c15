// The list of commands. From cv.xml to cv.pdf it goes through pipeline.h and pdf.h.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <vector>

#include "command/build.h"
#include "command/console.h"
#include "command/doctor.h"
#include "command/options.h"
#include "command/starter.h"
#include "latex/chapter.h"
#include "machine/failure.h"
#include "machine/process.h"

using namespace xmlcv;

namespace {

int tell_schemas(const std::vector<std::filesystem::path>& written) {
  for (const auto& file : written) fmt::print("{}: the schema, for editors\n", file.string());
  return static_cast<int>(ExitStatus::good);
}

int begin(const Options& options) {
  const auto written = write_starter(options.file, options.name);
  fmt::print("{}: a small CV\n{}: its .bib\n", written[0].string(), written[1].string());
  tell_schemas({written.begin() + 2, written.end()});
  fmt::print("next: {}\n", build_command(written[0]));
  return static_cast<int>(ExitStatus::good);
}

int print(std::string_view text) {
  fmt::print("{}", text);
  return static_cast<int>(ExitStatus::good);
}

int examine() {
  const auto diagnosis = examine_machine();
  fmt::print("{}", diagnosis.report);
  return static_cast<int>(diagnosis.healthy ? ExitStatus::good : ExitStatus::missing_program);
}

int run(const Options& options) {
  using enum Options::Action;
  switch (options.action) {
    case new_cv:
      return begin(options);
    case schema:
      return options.file.empty() ? print(schema_text(options.schema))
                                  : tell_schemas(write_schema(options.file));
    case latexmkrc:
      return print(thesis_settings());
    case doctor:
      return options.empty_cache ? print(empty_cache()) : examine();
    case watch:
      keep_building(options);
    case check:
    case tex:
    case chapter:
    case build:
      break;
  }
  const auto result = xmlcv::build(options, Engines());
  if (result.success) show_success(*result.success, options);
  return static_cast<int>(result.status);
}

// What was printed may stand in a buffer until here, and the disk may be full.
int checked(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.flush()) return status;
  throw Failure(ExitStatus::machine_failed, "cannot write to standard output");
}

}  // namespace

int main(int argc, char** argv) {
  mend_locale();
  // A file that grows too large (ulimit -f) is an error like others, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const auto command_line = parse_command_line(argc, argv);
    return checked(command_line.options ? run(*command_line.options) : command_line.status);
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
