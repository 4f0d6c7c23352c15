#include "machine/process.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/version.hpp>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string_view>

// From Boost 1.86 on v1 has headers of its own, and 1.88 made v2 the one that
// boost/process.hpp brings.
#if BOOST_VERSION >= 108600
#include <boost/process/v1/args.hpp>
#include <boost/process/v1/async_pipe.hpp>
#include <boost/process/v1/child.hpp>
#include <boost/process/v1/env.hpp>
#include <boost/process/v1/environment.hpp>
#include <boost/process/v1/error.hpp>
#include <boost/process/v1/exe.hpp>
#include <boost/process/v1/extend.hpp>
#include <boost/process/v1/group.hpp>
#include <boost/process/v1/io.hpp>
#include <boost/process/v1/search_path.hpp>
#include <boost/process/v1/start_dir.hpp>
#else
#include <boost/process.hpp>
#include <boost/process/extend.hpp>
#endif

#include "machine/failure.h"
#include "machine/group_usage.h"

namespace xmlcv {
namespace asio = boost::asio;
#if BOOST_VERSION >= 108600
namespace bp = boost::process::v1;
#else
namespace bp = boost::process;
#endif
namespace {

constexpr std::size_t kept_output = 1 << 20;
constexpr std::chrono::milliseconds between_questions{100};
constexpr std::chrono::seconds grace{2};

// Reads the pipe to its end and hands out lines.
class OutputReader {
 public:
  OutputReader(bp::async_pipe& pipe, const std::function<void(std::string_view)>& on_line,
               std::function<void()> at_end)
      : pipe_(pipe), on_line_(on_line), at_end_(std::move(at_end)) {}

  void start() {
    pipe_.async_read_some(asio::buffer(buffer_),
                          [this](const boost::system::error_code& error, std::size_t count) {
                            take(std::string_view(buffer_.data(), count));
                            if (error) {
                              if (!line_.empty()) on_line_(line_);
                              at_end_();
                            } else {
                              start();
                            }
                          });
  }

  std::string last_output() {
    if (output_.size() > kept_output) output_.erase(0, output_.size() - kept_output);
    return std::move(output_);
  }

 private:
  void take(std::string_view bytes) {
    output_ += bytes;
    if (output_.size() > 2 * kept_output) output_.erase(0, output_.size() - kept_output);
    for (const char c : bytes) {
      if (c != '\n') {
        if (line_.size() < kept_output) line_ += c;
        continue;
      }
      on_line_(line_);
      line_.clear();
    }
  }

  bp::async_pipe& pipe_;
  const std::function<void(std::string_view)>& on_line_;
  std::function<void()> at_end_;
  std::array<char, 1 << 14> buffer_{};
  std::string output_;
  std::string line_;
};

void limit(int resource, std::uint64_t most) {
  if (most == 0) return;
  rlimit limits{};
  if (::getrlimit(static_cast<__rlimit_resource>(resource), &limits) != 0) return;
  limits.rlim_cur = std::min<rlim_t>(limits.rlim_max, most);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

bp::child start(const Command& command, bp::group& group, bp::async_pipe& pipe) {
  bp::environment environment = boost::this_process::environment();
  // Not environment[name]: Boost 1.74 looks for the name behind the end of shorter variables.
  for (const auto& [name, value] : command.environment) environment.set(name, value);
  std::error_code error;
  // Boost 1.81 would run the program in the folder of this process instead.
  if (!std::filesystem::is_directory(command.folder, error)) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("cannot run {}: there is no folder {}", command.program.string(),
                              command.folder.string()));
  }
  bp::child child(
      bp::exe = command.program.string(), bp::args = command.arguments, environment,
      bp::start_dir = command.folder.string(),
      bp::std_in<bp::null, (bp::std_out & bp::std_err)> pipe, group, error,
      bp::extend::on_exec_setup = [&command](auto&) {
        std::signal(SIGXFSZ, SIG_DFL);  // this process ignores it
        limit(RLIMIT_AS, command.most_memory);
        limit(RLIMIT_FSIZE, command.most_file);
        limit(RLIMIT_CPU, static_cast<std::uint64_t>((command.limit + grace).count()));
        if (command.confinement) confine(*command.confinement);
      });
  if (error) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("cannot run {}: {}", command.program.string(), error.message()));
  }
  return child;
}

// Boost's exit_code() is the bare signal where a signal ended the child.
int status_of(const bp::child& child) {
  const int code = child.native_exit_code();
  return WIFSIGNALED(code) ? 128 + WTERMSIG(code) : child.exit_code();
}

// Ends the children when somebody interrupts, when their time is over, or when the command says so.
class Guard {
 public:
  Guard(asio::io_context& context, bp::group& group, const Command& command, Outcome& outcome)
      : context_(context),
        group_(group),
        command_(command),
        outcome_(outcome),
        signals_(context),
        limit_(context, wall_limit(command.limit)),
        question_(context),
        patience_(context) {
    if (command_.takes_signals) {
      for (const int signal : {SIGINT, SIGTERM, SIGHUP}) signals_.add(signal);
    }
    signals_.async_wait([this](const boost::system::error_code& error, int signal) {
      if (error) return;
      outcome_.signal = signal;
      outcome_.end = Outcome::End::interrupted;
      kill();
    });
    limit_.async_wait([this](const boost::system::error_code& error) {
      if (!error) end_soon(Outcome::End::late);
    });
    ask();
  }

 private:
  // A killed child's own children may hold the pipe open for a moment, so the end is not waited
  // for.
  void kill() {
    std::error_code ignored;
    group_.terminate(ignored);
    context_.stop();
  }

  void end_soon(Outcome::End end) {
    if (outcome_.end != Outcome::End::exited) return;
    outcome_.end = end;
    ::kill(-group_.native_handle(), SIGINT);
    patience_.expires_after(grace);
    patience_.async_wait([this](const boost::system::error_code& error) {
      if (!error) kill();
    });
  }

  void ask() {
    question_.expires_after(between_questions);
    question_.async_wait([this](const boost::system::error_code& error) {
      if (error) return;
      if (command_.must_stop && command_.must_stop()) end_soon(Outcome::End::stopped);
      if (const auto usage = usage_of_group(group_.native_handle())) {
        // RLIMIT_NPROC counts all processes of the user, and does not hold root.
        if (usage->processes > most_processes) {
          outcome_.end = Outcome::End::crowded;
          kill();
          return;
        }
        watch(*usage);
      }
      ask();
    });
  }

  void watch(const GroupUsage& usage) {
    const auto now = std::chrono::steady_clock::now();
    // What ends takes its time along until its parent has waited for it.
    if (usage.is_active || usage.cpu > cpu_) last_progress_ = now;
    cpu_ = std::max(cpu_, usage.cpu);
    outcome_.cpu = std::chrono::duration_cast<std::chrono::seconds>(cpu_);
    if (cpu_ >= command_.limit) end_soon(Outcome::End::timed_out);
    if (now - last_progress_ > command_.patience) end_soon(Outcome::End::idle);
  }

  asio::io_context& context_;
  bp::group& group_;
  const Command& command_;
  Outcome& outcome_;
  asio::signal_set signals_;
  asio::steady_timer limit_;
  asio::steady_timer question_;
  asio::steady_timer patience_;
  std::chrono::milliseconds cpu_{0};
  std::chrono::steady_clock::time_point last_progress_ = std::chrono::steady_clock::now();
};

}  // namespace

// Boost.Filesystem reads the locale of the environment, and throws where that is not installed
// (1.81), which is common over ssh and in containers. TeX needs none.
void mend_locale() {
  if (std::setlocale(LC_ALL, "") == nullptr) ::setenv("LC_ALL", "C", 1);
  std::setlocale(LC_ALL, "C");
}

Outcome run(const Command& command, const std::function<void(std::string_view)>& on_line) {
  asio::io_context context;
  bp::async_pipe pipe(context);
  bp::group group;
  bp::child child = start(command, group, pipe);
  Outcome outcome;
  Guard guard(context, group, command, outcome);
  OutputReader reader(pipe, on_line, [&context] { context.stop(); });
  reader.start();
  context.run();

  std::error_code ignored;
  if (outcome.end != Outcome::End::exited) group.terminate(ignored);
  child.wait(ignored);
  outcome.status = status_of(child);
  outcome.output = reader.last_output();
  return outcome;
}

std::optional<std::filesystem::path> find_program(const std::string& name) {
  const auto found = bp::search_path(name).string();
  return found.empty() ? std::nullopt : std::optional<std::filesystem::path>(found);
}

}  // namespace xmlcv
