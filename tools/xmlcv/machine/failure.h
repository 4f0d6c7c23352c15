#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

namespace xmlcv {

// The exit statuses of the command line.
enum class ExitStatus {
  good = 0,
  invalid_input = 1,    // the XML has an error; a diagnostic says where
  wrong_usage = 2,      // the command line has an error
  missing_program = 3,  // something is not installed; the message says what to install
  machine_failed = 4,   // full disk, output not writable, time limit
};

// What nobody can foresee and no edit of the XML corrects. Errors of the XML are diagnostics.
class Failure : public std::runtime_error {
 public:
  Failure(ExitStatus status, const std::string& message, std::string hint = {})
      : std::runtime_error(message), status_(status), hint_(std::move(hint)) {}

  ExitStatus status() const { return status_; }
  const std::string& hint() const { return hint_; }

 private:
  ExitStatus status_;
  std::string hint_;
};

// What the system says of the call that failed last (errno).
std::string reason();

// Throws a Failure of the machine.
[[noreturn]] void cannot_write(const std::filesystem::path& path, const std::string& why);

// The run was interrupted by a signal that this process was sent.
struct Interrupted {
  int signal;
};

}  // namespace xmlcv
