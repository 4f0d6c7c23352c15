#include "command/success.h"

#include <fmt/format.h>

#include "command/console.h"
#include "command/reports.h"

namespace xmlcv {

std::string success_details(const Success& success) {
  auto seconds = fmt::format("{:.1f} s", success.time.count());
  if (!success.pages) return seconds;
  return fmt::format("{} page{}, {}", *success.pages, *success.pages == 1 ? "" : "s", seconds);
}

std::string success_line(const Success& success, const std::string& xml) {
  if (success.outputs.empty()) return fmt::format("{}: no errors", xml);
  return fmt::format("{}: {}", success.outputs.front().string(), success_details(success));
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
