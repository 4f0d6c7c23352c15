#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xmlcv {

// A program to run: no shell between, standard input empty, in a process group of its own.
struct Command {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::filesystem::path folder;                    // its working directory
  std::map<std::string, std::string> environment;  // beside that of this process
  std::chrono::seconds limit;
};

struct Outcome {
  enum class End { exited, timed_out, interrupted };
  End end = End::exited;
  int status = 0;      // its exit status, or 128 and the signal that ended it
  int signal = 0;      // interrupted: the signal that this process was sent
  std::string output;  // standard output and error together; the last megabyte of it
};

// Runs to the end, to the time limit, or until this process is sent SIGINT, SIGTERM or SIGHUP;
// in the last two cases the whole group is killed. on_line: called with each line of output as
// it comes. Throws Failure (machine_failed) if the program cannot be started.
Outcome run(const Command& command, const std::function<void(std::string_view)>& on_line);

// Where a program is, by PATH.
std::optional<std::filesystem::path> find_program(const std::string& name);

}  // namespace xmlcv
