#include "command/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdlib>
#include <map>

#include "command/console.h"
#include "command/help_text.h"
#include "machine/failure.h"
#include "machine/version.h"
#include "xml/values.h"
#include "xml/vocabulary.h"

namespace xmlcv {
namespace {

void add_schema(CLI::App& command, Options& options) {
  auto& form = *command.add_option("FORM", options.schema,
                                   "xsd (VS Code, xmllint), rnc (Emacs), or xml.xsd, which the "
                                   "XSD imports");
  form.capture_default_str()->check(CLI::IsMember({"xsd", "rnc", "xml.xsd"}));
  command
      .add_option("--beside", options.file,
                  "Write all of its files beside this CV, in place of those of another version")
      ->check(CLI::ExistingFile.description(""))
      ->option_text("CV")
      ->excludes(&form);
}

void add_new(CLI::App& command, Options& options) {
  command.add_option("FILE", options.file, "The new CV, an XML file")->default_str("cv.xml");
  command.add_option("--name", options.name, "The owner's name: \"Ada van der Berg\"")
      ->option_text("NAME");
}

constexpr auto about = "xmlcv makes a CV as PDF from a CV as XML.";

// What values there are, and what they mean, comes from the schema.
void add_look(CLI::App& command, const AttributeRule& rule, std::optional<std::string>& value) {
  auto& option = *command.add_option(fmt::format("--{}", rule.name), value, std::string(rule.text))
                      ->group("Look");
  if (!rule.values.empty()) {
    option.check(CLI::IsMember(std::vector<std::string>(rule.values.begin(), rule.values.end())));
    return;
  }
  option.check(CLI::Validator(
      [kind = rule.kind](const std::string& given) {
        const auto error = check_value(kind, given);
        return error ? fmt::format("expected {}, found {}", error->expected, given) : "";
      },
      ""));
}

void add_looks(CLI::App& command, Layout& layout) {
  for (std::size_t i = 0; i < layout.values.size(); ++i) {
    const auto& rule = attribute_rule("layout", value_names<LayoutAttribute>.at(i));
    add_look(command, rule, layout.values.at(i));
  }
}

const std::map<std::string, Options::MessageFormat>& message_formats() {
  using enum Options::MessageFormat;
  static const std::map<std::string, Options::MessageFormat> formats = {
      {"auto", automatic}, {"long", long_form}, {"short", short_form},
      {"json", json},      {"github", github},  {"gitlab", gitlab}};
  return formats;
}

using EngineNames = std::map<std::string, Engine>;
EngineNames names_of(std::initializer_list<Engine> engines) {
  EngineNames result;
  for (const auto engine : engines) result.emplace(name_of(engine), engine);
  return result;
}
const EngineNames engines_of_cvs = names_of({Engine::pdflatex, Engine::lualatex});
const EngineNames engines_of_chapters =
    names_of({Engine::pdflatex, Engine::lualatex, Engine::xelatex});

void add_engine(CLI::App& command, std::optional<Engine>& engine, const EngineNames& engines,
                const std::string& description) {
  command
      .add_option_function<std::string>(
          "--engine", [&engine, &engines](const std::string& name) { engine = engines.at(name); },
          description)
      ->check(CLI::IsMember(engines).description(""))
      ->option_text("ENGINE")
      ->group("Look");
}

void add_messages(CLI::App& command, Options& options) {
  constexpr auto group = "Messages";
  command
      .add_option_function<std::string>(
          "--message-format",
          [&options](const std::string& form) {
            options.message_format = message_formats().at(form);
          },
          "long (with the line and a caret), short (as compilers do, for editors), json, github "
          "(annotations) or gitlab (code quality); auto: long on a terminal, else short")
      ->envname("XMLCV_MESSAGE_FORMAT")
      ->check(CLI::IsMember(message_formats()).description(""))
      ->option_text("FORM")
      ->group(group);
  command.add_flag("--werror", options.warnings_are_errors, "Take warnings for errors")
      ->group(group);
  auto& quiet = *command.add_flag_callback(
      "-q,--quiet", [&options] { options.verbosity = Options::Verbosity::quiet; },
      "Show errors only, and no progress");
  auto& verbose = *command.add_flag_callback(
      "-v,--verbose", [&options] { options.verbosity = Options::Verbosity::verbose; },
      "Tell each step, and the page of everything");
  quiet.group(group)->excludes(verbose.group(group));
}

// What each command that reads a CV has.
void add_reading(CLI::App& command, Options& options) {
  command.add_option("FILE", options.file, "The CV, an XML file")->required();
  command.add_option("--lang", options.language, "The language, if the CV has several")
      ->group("Selection");
  command.add_option("--audience", options.audiences, "For whom it is; all of it otherwise")
      ->group("Selection");
  command.add_flag("--allow-tex", options.allow_tex, "Let raw LaTeX in <tex> pass");
  command
      .add_option("--allow-folder", options.allowed_folders,
                  "A folder that photo and .bib may be in, beside that of the XML")
      ->check(CLI::ExistingDirectory.description(""))
      ->allow_extra_args(false)
      ->option_text("FOLDER");
  command
      .add_option("--bibliography", options.bibliography,
                  "The .bib that <bibliography> reads, in place of its src")
      ->check(CLI::ExistingFile.description(""))
      ->option_text("FILE");
  add_messages(command, options);
}

// What each command that makes a document of the CV alone has.
void add_document(CLI::App& command, Options& options) {
  add_looks(command, options.layout);
  command
      .add_option("--preamble", options.preamble,
                  "A .sty of your own, loaded behind all others; it may load packages")
      ->check(CLI::ExistingFile.description(""))
      ->option_text("FILE")
      ->group("Look");
}

constexpr int most_seconds = 24 * 60 * 60;

void add_pdf(CLI::App& command, Options& options) {
  command
      .add_option("-o,--output", options.output, "The PDF; the LaTeX goes into a folder beside it")
      ->default_str("FILE.pdf");
  command
      .add_option_function<int>(
          "--timeout", [&options](int seconds) { options.timeout = std::chrono::seconds(seconds); },
          "Seconds of CPU time that TeX may take; by the clock five times as many")
      ->default_str(std::to_string(options.timeout.count()))
      ->check(CLI::Range(1, most_seconds).description(""));
}

void add_depfile(CLI::App& command, Options& options) {
  command.add_option("--depfile", options.depfile,
                     "Write what the output depends on, for Ninja and CMake");
  command
      .add_option("--depfile-target", options.depfile_target,
                  "The output's name in it, if not the path")
      ->option_text("NAME");
  command
      .add_option("--depfile-refuse", options.depfile_refused,
                  "Characters of paths that its reader cannot read, such as & before Ninja 1.13")
      ->option_text("CHARACTERS");
}

// Refused where it is no number, as the specification asks.
std::optional<std::int64_t> read_source_date() {
  constexpr auto name = "SOURCE_DATE_EPOCH";
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  const std::string_view text = value;
  std::int64_t seconds = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::int64_t year_10000 = 253402300800;
  if (code != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds >= year_10000) {
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("{} in the environment is no number of seconds: {}", name, text));
  }
  return seconds;
}

// cv.pdf, cv-latex or cv.ltx for cv.xml, beside it.
std::filesystem::path default_output(const Options& options) {
  std::filesystem::path file = options.file;
  switch (options.action) {
    case Options::Action::tex:
      return file.replace_filename(file.stem().string() + "-latex");
    case Options::Action::chapter:
      return file.replace_extension("ltx");
    default:
      return file.replace_extension("pdf");
  }
}

// What the command line leaves out.
void complete(Options& options, const CLI::App& command) {
  // The document has its engine; none is chosen by the characters.
  if (options.action == Options::Action::chapter && !options.engine) {
    options.engine = Engine::pdflatex;
  }
  if (options.output == "-") {
    throw Failure(ExitStatus::wrong_usage, "the output cannot be standard output",
                  "name a file; one with the name - is ./-");
  }
  if (options.action == Options::Action::new_cv && options.file.empty()) options.file = "cv.xml";
  const auto* output = command.get_option_no_throw("--output");
  if (output != nullptr && output->count() == 0) {
    options.output = default_output(options);
    options.output_links = Links::refuse;
  }
}

constexpr auto statuses =
    "xmlcv COMMAND --help shows the options of one.\n\n"
    "Exit status: 0 good, 1 an error in the XML (it says where), 2 wrong usage, 3 something is not "
    "installed (it says what), 4 the machine failed (a full disk, a file that cannot be written, "
    "the "
    "time limit).";

void add_commands(CLI::App& app, Options& options) {
  app.footer(statuses);
  app.set_version_flag("--version", std::string("xmlcv ") + version);
  app.require_subcommand(1);
  const auto add = [&app, &options](const char* name, const char* text, Options::Action action) {
    return app.add_subcommand(name, text)->callback([&options, action] {
      options.action = action;
    });
  };

  using enum Options::Action;
  add_new(*add("new", "Write a small CV to begin with, and its schema beside it", new_cv), options);
  auto& check_command = *add("check", "Show every error at its line; write nothing", check);
  auto& build_command = *add("build", "Make the PDF", build);
  auto& watch_command = *add("watch", "Make the PDF again whenever the XML is saved", watch);
  auto& tex_command = *add("tex", "Write the LaTeX alone, to be compiled elsewhere", tex);
  auto& chapter_command = *add("chapter", "Write what \\inputcv{cv} sets in a thesis", chapter);
  add("latexmkrc", "Print what the latexmkrc of a thesis evaluates", latexmkrc);
  add_schema(*add("schema", "Print the schema, or write it beside a CV", schema), options);
  add("doctor", "Say what is installed, what is missing, and how to get it", doctor)
      ->add_flag("--empty-cache", options.empty_cache, "Remove what is kept for speed instead");
  for (auto* command :
       {&check_command, &tex_command, &chapter_command, &build_command, &watch_command}) {
    add_reading(*command, options);
  }
  for (auto* command : {&tex_command, &build_command, &watch_command}) {
    add_document(*command, options);
  }
  for (auto* command : {&check_command, &tex_command, &build_command, &watch_command}) {
    add_engine(*command, options.engine, engines_of_cvs,
               "pdflatex or lualatex; where it is left out, pdflatex if that has all characters");
  }
  add_engine(chapter_command, options.engine, engines_of_chapters,
             "The document's: pdflatex (where it is left out), lualatex or xelatex");
  tex_command.add_option("-o,--output", options.output, "The folder, made if need be")
      ->default_str("FILE-latex");
  chapter_command
      .add_option("-o,--output", options.output, "The chapter; xmlcv.sty goes beside it")
      ->default_str("FILE.ltx");
  for (auto* command : {&build_command, &watch_command}) add_pdf(*command, options);
  for (auto* command : {&chapter_command, &build_command}) add_depfile(*command, options);
}

// "TEXT:{a,b,c}": the values that an option may have.
std::vector<std::string> values_of(const CLI::Option& option) {
  const auto type = option.get_type_name();
  const auto begin = type.find('{');
  const auto end = type.rfind('}');
  if (begin == std::string::npos || end == std::string::npos) return {};
  return CLI::detail::split(type.substr(begin + 1, end - begin - 1), ',');
}

OptionText describe(const CLI::Option& option) {
  OptionText result;
  for (const auto& name : option.get_snames()) result.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) result.names.push_back("--" + name);
  result.values = values_of(option);
  if (option.get_items_expected_max() > 0) {
    const bool is_argument = result.names.empty();
    result.argument = is_argument             ? option.get_name()
                      : result.values.empty() ? "VALUE"
                                              : fmt::format("{}", fmt::join(result.values, "|"));
  }
  result.text = option.get_description();
  return result;
}

}  // namespace

std::vector<CommandText> describe_command_line() {
  Options options;
  CLI::App app(about, "xmlcv");
  add_commands(app, options);
  std::vector<CommandText> result;
  for (const auto* command : app.get_subcommands({})) {
    auto& one =
        result.emplace_back(CommandText{command->get_name(), command->get_description(), {}});
    for (const auto* option : command->get_options()) one.options.push_back(describe(*option));
  }
  return result;
}

ParsedCommandLine parse_command_line(int argc, char** argv) {
  Options options;
  CLI::App app(about, "xmlcv");
  add_commands(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    constexpr std::size_t usual_width = 80;
    const auto width = terminal_width(STDOUT_FILENO);
    fmt::print("{}", help_text(app.help(), width == 0 ? usual_width : width));
    return {std::nullopt, 0};
  } catch (const CLI::ParseError& error) {
    const bool good = app.exit(error) == 0;
    return {std::nullopt, good ? 0 : static_cast<int>(ExitStatus::wrong_usage)};
  }
  complete(options, *app.get_subcommands().front());
  options.source_date = read_source_date();
  return {options, 0};
}

}  // namespace xmlcv
