#include "command/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "command/diagnostic_printer.h"
#include "command/reports.h"

namespace xmlcv {
namespace {

void write(std::FILE* file, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), file);
  std::fflush(file);
}

// What https://no-color.org asks for: set, and not empty.
bool show_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return is_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

// Where GitHub and GitLab say that the repository is, which CMake's build folder is not.
std::filesystem::path repository() {
  for (const char* name : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
    if (const char* folder = std::getenv(name)) return folder;
  }
  return std::filesystem::current_path();
}

Diagnostics errors_of(const Diagnostics& diagnostics) {
  Diagnostics errors;
  for (const auto& diagnostic : diagnostics.sorted()) {
    if (diagnostic.severity == Severity::error) errors.add(diagnostic);
  }
  return errors;
}

}  // namespace

bool is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

std::size_t terminal_width(int file) {
  winsize size{};
  return ::ioctl(file, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void say(std::string_view text) { write(stderr, text); }

void begin_report() {
  if (is_terminal()) say("\x1b[2J\x1b[3J\x1b[H");
}

void show(const Diagnostics& all, const Options& options) {
  const auto diagnostics = options.verbosity == Options::Verbosity::quiet ? errors_of(all) : all;
  switch (options.message_format) {
    case Options::MessageFormat::automatic:
      say(is_terminal() ? print_long(diagnostics, show_colour(), terminal_width(STDERR_FILENO))
                        : print_short(diagnostics));
      break;
    case Options::MessageFormat::long_form:
      say(print_long(diagnostics, show_colour(), terminal_width(STDERR_FILENO)));
      break;
    case Options::MessageFormat::short_form:
      say(print_short(diagnostics));
      break;
    case Options::MessageFormat::json:
      write(stdout, json_lines(diagnostics));
      break;
    case Options::MessageFormat::github:
      write(stdout, github_annotations(diagnostics, repository()));
      break;
    case Options::MessageFormat::gitlab:
      write(stdout, gitlab_code_quality(diagnostics, options.file, repository()));
      break;
  }
}

}  // namespace xmlcv
