#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "machine/confinement.h"

namespace xmlcv {

// How many processes a program may be. latexmk, TeX, mktexpk and Metafont with their shells are
// eight.
constexpr std::size_t most_processes = 64;

// How long a program that may have so much time of CPU may take by the clock: a busy machine gives
// it little at a time.
constexpr std::chrono::seconds wall_limit(std::chrono::seconds cpu) {
  constexpr int factor = 5;
  return factor * cpu;
}

// How long all processes of a program may sleep, as at a prompt.
constexpr std::chrono::seconds usual_patience{30};

// A program to run: no shell between, standard input empty, in a process group of its own.
struct Command {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::filesystem::path folder;                    // its working directory
  std::map<std::string, std::string> environment;  // beside that of this process
  std::chrono::seconds limit;                      // of the time of CPU, of all processes together
  std::function<bool()> must_stop{};               // asked ten times a second
  std::uint64_t most_memory = 0;             // address space in bytes for each process; 0: no limit
  std::uint64_t most_file = 0;               // bytes in each file that it writes; 0: no limit
  std::optional<Confinement> confinement{};  // none: it may touch what this process may
  std::chrono::seconds patience = usual_patience;
  bool takes_signals = true;  // else they do what they do without a child
};

// To be called once, before there are threads: the locale of the environment is made one that
// Boost can read.
void mend_locale();

struct Outcome {
  // timed_out: by CPU; late: by the clock; idle: nothing ran for too long.
  enum class End { exited, timed_out, late, idle, stopped, crowded, interrupted };
  End end = End::exited;
  int status = 0;               // its exit status, or 128 and the signal that ended it
  int signal = 0;               // interrupted: the signal that this process was sent
  std::string output;           // standard output and error together; the last megabyte of it
  std::chrono::seconds cpu{0};  // that it had, as far as is known
};

// Runs to the end, to the limit of CPU or to wall_limit() of it, until nothing runs for too long,
// until must_stop says so, until there are too many processes, or, where it takes signals, until
// this process is sent SIGINT, SIGTERM or SIGHUP. At a limit of time and where it must stop, the
// whole group is sent SIGINT, so that TeX can say where it was. What is there two seconds later is
// killed; after a signal, and where there are too many, at once. on_line: called with each line of
// output as it comes. Throws Failure (machine_failed) if the program cannot be started.
Outcome run(const Command& command, const std::function<void(std::string_view)>& on_line);

// Where a program is, by PATH.
std::optional<std::filesystem::path> find_program(const std::string& name);

}  // namespace xmlcv
