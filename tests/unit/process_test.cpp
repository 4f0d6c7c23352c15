#include "machine/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

#include "catch.h"
#include "machine/failure.h"
#include "program.h"

using namespace xmlcv;
using namespace std::chrono_literals;

namespace {

struct Ran {
  Outcome outcome;
  std::vector<std::string> lines;
};

Ran run_script(const std::string& script, std::chrono::seconds limit = 300s,
               const std::filesystem::path& folder = "/",
               std::map<std::string, std::string> environment = {}) {
  Ran ran;
  ran.outcome = run({"/bin/sh", {"-c", script}, folder, std::move(environment), limit},
                    [&ran](std::string_view line) { ran.lines.emplace_back(line); });
  return ran;
}

// Tells by a named pipe whether processes that opened it for writing are still there.
class Witness {
 public:
  explicit Witness(const std::filesystem::path& folder) : path_(folder / "witness") {
    ::mkfifo(path_.c_str(), 0600);
    reader_ = ::open(path_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  }
  ~Witness() { ::close(reader_); }
  Witness(const Witness&) = delete;
  Witness& operator=(const Witness&) = delete;

  const std::filesystem::path& path() const { return path_; }

  bool all_gone() const {
    pollfd pipe{reader_, 0, 0};
    const int patience = 10'000;
    return ::poll(&pipe, 1, patience) == 1 && (pipe.revents & POLLHUP) != 0;
  }

 private:
  std::filesystem::path path_;
  int reader_ = -1;
};

}  // namespace

TEST_CASE("a program's exit status is told") {
  for (const int status : {0, 1, 42, 255}) {
    const auto ran = run_script("exit " + std::to_string(status));
    CHECK(ran.outcome.end == Outcome::End::exited);
    CHECK(ran.outcome.status == status);
  }
}

TEST_CASE("a program that a signal ended has 128 and the signal as its status") {
  CHECK(run_script("kill -KILL $$").outcome.status == 128 + SIGKILL);
  CHECK(run_script("kill -TERM $$").outcome.status == 128 + SIGTERM);
}

TEST_CASE("standard output and error come together, and line by line") {
  const auto ran = run_script("echo one; echo two >&2; echo; printf three");
  CHECK(ran.outcome.output == "one\ntwo\n\nthree");
  CHECK(ran.lines == std::vector<std::string>{"one", "two", "", "three"});
}

TEST_CASE("of much output, the last megabyte is kept") {
  const auto ran = run_script("head -c 3000000 /dev/zero | tr '\\0' x; echo the end");
  CHECK(ran.outcome.status == 0);
  CHECK(ran.outcome.output.size() == 1 << 20);
  CHECK(ran.outcome.output.substr(ran.outcome.output.size() - 9) == "xthe end\n");
}

TEST_CASE("standard input is empty") {
  CHECK(run_script("cat; echo end").outcome.output == "end\n");
}

TEST_CASE("a program runs in its folder and in its environment") {
  const TemporaryFolder folder;
  ::setenv("XMLCV_TEST_OUTER", "outer", 1);
  const auto ran = run_script("pwd -P; echo $XMLCV_TEST_OUTER $XMLCV_TEST_INNER", 300s,
                              folder.path(), {{"XMLCV_TEST_INNER", "inner ü $x"}});
  ::unsetenv("XMLCV_TEST_OUTER");
  CHECK(ran.outcome.output ==
        std::filesystem::canonical(folder.path()).string() + "\nouter inner ü $x\n");
  CHECK(::getenv("XMLCV_TEST_INNER") == nullptr);
}

TEST_CASE("no shell looks at the arguments") {
  const Command command{"/bin/echo", {"$HOME", "*", "a  b", "`id`", ""}, "/", {}, 300s};
  CHECK(run(command, [](std::string_view) {}).output == "$HOME * a  b `id` \n");
}

TEST_CASE("the time limit by the clock ends a program with all that it started") {
  const TemporaryFolder folder;
  const Witness witness(folder.path());
  const auto ran =
      run_script("echo begin; exec 3>witness; (sh -c 'sleep 1000' & sleep 1000) & sleep 1000", 1s,
                 folder.path());
  CHECK(ran.outcome.end == Outcome::End::late);
  CHECK(ran.outcome.status != 0);
  CHECK(ran.lines == std::vector<std::string>{"begin"});
  CHECK(witness.all_gone());
}

TEST_CASE("at the time limit a program may say where it is") {
  const auto ran = run_script("trap 'echo line 12; exit 3' INT; while :; do :; done", 1s);
  CHECK(ran.outcome.end == Outcome::End::timed_out);
  CHECK(ran.lines == std::vector<std::string>{"line 12"});
}

TEST_CASE("the time limit counts CPU time, of all processes together") {
  // None of the three reaches the limit by itself.
  const auto ran = run_script(
      "spin() { i=0; while [ $i -lt 100000000 ]; do i=$((i+1)); done; }; spin & spin & spin & wait",
      2s);
  CHECK(ran.outcome.end == Outcome::End::timed_out);
  CHECK(ran.outcome.cpu >= 2s);
}

TEST_CASE("a program that gets little CPU, as on a busy machine, may take longer than its limit") {
  const auto ran =
      run_script("i=0; while [ $i -lt 30 ]; do sleep 0.1; i=$((i+1)); done; echo end", 2s);
  CHECK(ran.outcome.end == Outcome::End::exited);
  CHECK(ran.lines == std::vector<std::string>{"end"});
}

TEST_CASE("a program that waits, as at a prompt, is ended with all that it started") {
  const TemporaryFolder folder;
  const Witness witness(folder.path());
  Command command{
      "/bin/sh", {"-c", "exec 3>witness; sleep 1000 & sleep 1000"}, folder.path(), {}, 300s};
  command.patience = 1s;
  CHECK(run(command, [](std::string_view) {}).end == Outcome::End::idle);
  CHECK(witness.all_gone());
  // What does something now and then does not wait.
  command.arguments = {"-c",
                       "for i in 1 2 3 4 5; do sleep 0.5; k=0; while [ $k -lt 90000 ]; do "
                       "k=$((k+1)); done; done"};
  CHECK(run(command, [](std::string_view) {}).end == Outcome::End::exited);
}

TEST_CASE("a program is stopped, with all that it started, when it must") {
  const TemporaryFolder folder;
  const Witness witness(folder.path());
  const auto file = folder.path() / "written";
  Command command{"/bin/sh",     {"-c", "exec 3>witness; sleep 1000 & echo > written; sleep 1000"},
                  folder.path(), {},
                  300s,          [&file] { return std::filesystem::exists(file); }};
  CHECK(run(command, [](std::string_view) {}).end == Outcome::End::stopped);
  CHECK(witness.all_gone());
}

TEST_CASE("a program that starts too many processes is killed with all of them") {
  const TemporaryFolder folder;
  const Witness witness(folder.path());
  const auto ran =
      run_script("exec 3>witness; i=0; while [ $i -lt 100 ]; do sleep 60 & i=$((i+1)); done; wait",
                 300s, folder.path());
  CHECK(ran.outcome.end == Outcome::End::crowded);
  CHECK(witness.all_gone());
}

TEST_CASE("a program may start some processes") {
  CHECK(run_script("i=0; while [ $i -lt 50 ]; do sleep 0.3 & i=$((i+1)); done; wait").outcome.end ==
        Outcome::End::exited);
}

TEST_CASE("a process that leaves the group gets no more time of CPU") {
  const TemporaryFolder folder;
  const Witness witness(folder.path());
  const auto ran =
      run_script("setsid sh -c 'while :; do :; done' >witness 2>&1 & sleep 0.2", 1s, folder.path());
  CHECK(ran.outcome.end == Outcome::End::exited);
  CHECK(witness.all_gone());
}

TEST_CASE("a program gets no more memory and writes no larger file than it may") {
  const TemporaryFolder folder;
  Command command{"/bin/sh", {"-c", "ulimit -v; ulimit -f"}, folder.path(), {}, 300s};
  command.most_memory = 1U << 30U;
  command.most_file = 1U << 20U;
  // In kB, and in blocks of 512 bytes.
  CHECK(run(command, [](std::string_view) {}).output == "1048576\n2048\n");
  command.arguments = {"-c", "head -c 9000000 /dev/zero > large"};
  run(command, [](std::string_view) {});
  CHECK(std::filesystem::file_size(folder.path() / "large") == 1U << 20U);
}

TEST_CASE("a signal to this process ends the program with all that it started") {
  const TemporaryFolder folder;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    CAPTURE(signal);
    const Witness witness(folder.path());
    const auto outcome = run({"/bin/sh",
                              {"-c", "exec 3>witness; sleep 1000 & echo ready; sleep 1000"},
                              folder.path(),
                              {},
                              300s},
                             [signal](std::string_view) { ::kill(::getpid(), signal); });
    CHECK(outcome.end == Outcome::End::interrupted);
    CHECK(outcome.signal == signal);
    CHECK(witness.all_gone());
    std::filesystem::remove(witness.path());
  }
}

TEST_CASE("where a program takes no signals they do what they do without it") {
  static std::atomic<int> seen = 0;
  const TemporaryFolder folder;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    CAPTURE(signal);
    const auto before = std::signal(signal, [](int number) { seen = number; });
    Command command{"/bin/sh", {"-c", "echo ready; sleep 0.2; echo done"}, folder.path(), {}, 300s};
    command.takes_signals = false;
    const auto outcome = run(command, [signal](std::string_view line) {
      if (line == "ready") ::kill(::getpid(), signal);
    });
    std::signal(signal, before);
    CHECK(seen == signal);
    CHECK(outcome.end == Outcome::End::exited);
    CHECK(outcome.output == "ready\ndone\n");
  }
}

TEST_CASE("a program that cannot be started is a failure that names it") {
  const TemporaryFolder folder;
  struct Case {
    std::filesystem::path program;
    std::filesystem::path folder;
  };
  const auto no_program = folder.path() / "xmlcv.sh";
  {
    const int file = ::open(no_program.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    ::close(file);
  }
  for (const auto& [program, where] : {Case{"/nowhere/nosuch", "/"}, Case{no_program, "/"},
                                       Case{"/bin/true", folder.path() / "gone"}}) {
    CAPTURE(program.string());
    try {
      run({program, {}, where, {}, 300s}, [](std::string_view) {});
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.status() == ExitStatus::machine_failed);
      CHECK(std::string(failure.what()).find(program.string()) != std::string::npos);
    }
  }
}

TEST_CASE("a program is found by PATH, or not at all") {
  const auto shell = find_program("sh");
  REQUIRE(shell);
  CHECK(shell->is_absolute());
  CHECK(shell->filename() == "sh");
  CHECK_FALSE(find_program("nosuch-program-of-xmlcv"));
}
