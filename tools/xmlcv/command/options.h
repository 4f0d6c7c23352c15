#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cv/model.h"
#include "latex/engine_name.h"
#include "machine/folder.h"

namespace xmlcv {

struct Options {
  enum class Action { check, tex, chapter, build, watch, new_cv, schema, latexmkrc, doctor };
  enum class Verbosity { quiet, normal, verbose };
  enum class MessageFormat { automatic, long_form, short_form, json, github, gitlab };
  Action action = Action::check;
  std::string file;                    // the XML, as the user gave it
  std::string name;                    // new: the owner's; empty for an example
  std::string schema = "xsd";          // schema: which form of it
  std::filesystem::path output;        // tex: the generated folder; build: the PDF; chapter: a .ltx
  Links output_links = Links::follow;  // refuse: nobody named it, so a link there is not the user's
  std::string depfile_refused;         // build, chapter: characters that its reader cannot read
  std::filesystem::path depfile;       // build, chapter: empty for none
  std::string depfile_target;          // the output's name in it; empty for its path
  std::chrono::seconds timeout{60};    // build: for TeX
  std::string language;                // empty: that of the CV
  std::vector<std::string> audiences;
  Layout layout;  // overrides that of the XML
  bool allow_tex = false;
  bool empty_cache = false;            // doctor
  std::optional<Engine> engine;        // none: by the characters of the CV
  std::filesystem::path preamble;      // tex, build: a .sty of the user's; empty for none
  std::filesystem::path bibliography;  // overrides each src of the XML; empty for none
  std::vector<std::filesystem::path> allowed_folders;  // for photo and .bib, beside that of the XML
  // SOURCE_DATE_EPOCH of the environment, in seconds: https://reproducible-builds.org/specs/
  std::optional<std::int64_t> source_date;
  bool warnings_are_errors = false;
  Verbosity verbosity = Verbosity::normal;
  MessageFormat message_format = MessageFormat::automatic;
};

// The command line's meaning, or the status to leave with: help and version were printed, or the
// usage was wrong and a message was.
struct ParsedCommandLine {
  std::optional<Options> options;
  int status = 0;
};
ParsedCommandLine parse_command_line(int argc, char** argv);

// The commands and their options as --help shows them, for the manual page and for shells.
struct OptionText {
  std::vector<std::string> names;   // -o, --output; none for an argument by its place
  std::string argument;             // FILE; empty for a flag
  std::vector<std::string> values;  // all that there are; none for any
  std::string text;
};
struct CommandText {
  std::string name;
  std::string text;
  std::vector<OptionText> options;
};
std::vector<CommandText> describe_command_line();

}  // namespace xmlcv
