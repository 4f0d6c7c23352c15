#include "options.h"

#include <CLI/CLI.hpp>

#include "failure.h"
#include "version.h"

namespace xmlcv {
namespace {

constexpr auto about = R"(xmlcv makes a CV as PDF from a CV as XML.

  xmlcv check cv.xml               shows every fault, at its line
  xmlcv build cv.xml -o cv.pdf     makes the PDF
  xmlcv tex cv.xml -o folder       writes the LaTeX alone, to be compiled elsewhere)";

constexpr auto statuses =
    R"(Exit status: 0 good, 1 a fault in the XML (it says where), 2 wrong usage,
3 something is not installed (it says what), 4 the machine failed (a full disk,
a file that cannot be written, the time limit).)";

}  // namespace

ParsedCommandLine parse_command_line(int argc, char** argv) {
  Options options;
  int seconds = 60;
  CLI::App app(about, "xmlcv");
  app.footer(statuses);
  app.set_version_flag("--version", std::string("xmlcv ") + version);
  app.require_subcommand(1);

  auto& check = *app.add_subcommand("check", "Look for faults; write nothing");
  auto& tex = *app.add_subcommand("tex", "Write the LaTeX into a folder that stands alone");
  auto& build = *app.add_subcommand("build", "Make the PDF");
  for (auto* command : {&check, &tex, &build}) {
    command->add_option("FILE", options.file, "The CV, an XML file")->required();
  }
  tex.add_option("-o,--output", options.output, "The folder, made if need be")->required();
  build
      .add_option("-o,--output", options.output, "The PDF; the LaTeX goes into a folder beside it")
      ->required();
  build.add_option("--depfile", options.depfile,
                   "Write what the PDF depends on, for Ninja and CMake");
  build.add_option("--timeout", seconds, "Seconds that TeX may take")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool good = app.exit(error) == 0;
    return {std::nullopt, good ? 0 : static_cast<int>(ExitStatus::wrong_usage)};
  }
  options.action = check.parsed() ? Options::Action::check
                   : tex.parsed() ? Options::Action::tex
                                  : Options::Action::build;
  options.timeout = std::chrono::seconds(seconds);
  return {options, 0};
}

}  // namespace xmlcv
