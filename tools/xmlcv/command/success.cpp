#include "command/success.h"

#include <fmt/format.h>

#include "command/console.h"
#include "command/reports.h"

namespace xmlcv {

std::string success_line(const Success& success, const std::string& xml) {
  if (success.outputs.empty()) return fmt::format("{}: no errors", xml);
  std::string pages;
  if (success.pages) {
    pages = fmt::format("{} page{}, ", *success.pages, *success.pages == 1 ? "" : "s");
  }
  return fmt::format("{}: {}{:.1f} s", success.outputs.front().string(), pages,
                     success.time.count());
}

void show_success(const Success& success, const Options& options) {
  if (options.verbosity == Options::Verbosity::quiet) return;
  if (options.message_format == Options::MessageFormat::json) {
    fmt::print("{}", json_of(success));
  } else if (is_terminal()) {
    say(success_line(success, options.file) + "\n");
  }
}

}  // namespace xmlcv
