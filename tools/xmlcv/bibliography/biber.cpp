#include "bibliography/biber.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <optional>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/folder.h"
#include "machine/folder_lock.h"
#include "machine/hash.h"
#include "machine/private_folder.h"
#include "machine/process.h"
#include "machine/resources.h"
#include "machine/version.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// biber 2.18 needs 15 s for 2,000 entries.
constexpr std::chrono::minutes limit{10};

void remove_unread(const fs::path& cache) {
  constexpr std::chrono::hours month{24 * 30};
  std::error_code ignored;
  for (const auto& result : fs::directory_iterator(cache, ignored)) {
    const auto age = fs::file_time_type::clock::now() - result.last_write_time(ignored);
    if (!ignored && age > month) fs::remove_all(result.path(), ignored);
  }
}

// A result belongs to a text, a biber and this program's way of calling it.
std::string key_of(const Source& bib, const fs::path& biber) {
  return fmt::format("{}\n{}{}\n{}", version, file_stamp(biber), biber_conf, bib.text());
}

std::optional<BiberOutput> read_kept(const fs::path& folder, const std::string& key) {
  try {
    if (read_file(folder / "key") != key) return std::nullopt;
    BiberOutput result{read_file(folder / "refs.bltxml"), read_file(folder / "refs.blg")};
    std::error_code ignored;
    fs::last_write_time(folder, fs::file_time_type::clock::now(), ignored);
    return result;
  } catch (const UnreadableFile&) {
    return std::nullopt;
  }
}

// biber 2.18 needs 300 MB for 2,000 entries. An @string of 761 bytes can take 10 GB.
constexpr std::uint64_t most_memory = 1ULL << 30U;
constexpr std::size_t most_bytes = 256U << 20U;

// Perl and its libraries are the system's or TeX's; what PAR unpacks goes into the folder.
Confinement confinement_in(const fs::path& folder, const fs::path& biber) {
  Confinement result;
  for (const auto* path : {"/usr", "/bin", "/lib", "/lib64", "/etc", "/nix/store", "/opt",
                           "/dev/urandom", "/dev/null", "/proc/self"}) {
    result.readable.emplace_back(path);
  }
  std::error_code error;
  result.readable.push_back(fs::canonical(biber, error).parent_path());
  result.writable = {folder, "/dev/null"};
  return result;
}

// biber makes of these what means something else in LaTeX: $ begins math, and ' is a quotation
// mark.
std::string guarded(std::string_view bib) {
  std::string result(bib);
  for (const std::string_view command : {"dollar", "quotesingle", "asciigrave"}) {
    const auto name = fmt::format("\\text{}", command);
    const auto instead = fmt::format("\\xmlcv{}", command);
    for (auto i = result.find(name); i != std::string::npos; i = result.find(name, i + 1)) {
      result.replace(i, name.size(), instead);
    }
  }
  return result;
}

BiberOutput run_in(const Folder& folder, const fs::path& biber, const Source& bib) {
  write_file(folder, {"refs.bib", guarded(bib.text())});
  write_file(folder, {"biber.conf", std::string(biber_conf)});
  Command command{biber,
                  {"--tool", "--output-format=biblatexml", "--output-resolve", "--no-bltxml-schema",
                   "--nodieonerror", "--configfile=biber.conf", "--logfile=refs",
                   "--output-file=refs.bltxml", "refs.bib"},
                  folder.path(),
                  // Perl complains of a locale that is not installed.
                  {{"LC_ALL", "C.UTF-8"},
                   {"TMPDIR", folder.path().string()},
                   {"PAR_GLOBAL_TMPDIR", folder.path().string()}},
                  limit};
  command.most_memory = most_memory;
  command.most_file = most_bytes;
  command.confinement = confinement_in(folder.path(), biber);
  const auto outcome = run(command, [](std::string_view) {});
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
  using enum Outcome::End;
  if (outcome.end == timed_out || outcome.end == late || outcome.end == idle) {
    throw Failure(ExitStatus::machine_failed,
                  outcome.end == timed_out
                      ? fmt::format("biber was stopped after {} minutes of CPU time", limit.count())
                      : "biber was stopped: it came to no end");
  }
  try {
    auto result = folder.read("refs.bltxml", most_bytes);
    auto log = folder.read("refs.blg", most_bytes);
    if (result && log) return {std::move(*result), std::move(*log)};
  } catch (const UnreadableFile&) {
    // Said below.
  }
  throw Failure(ExitStatus::machine_failed, fmt::format("biber failed on {}", bib.path()),
                outcome.output.find("Out of memory") != std::string::npos
                    ? fmt::format("it needs more than {} MB", most_memory >> 20U)
                    : fmt::format("it says: {}", outcome.output));
}

}  // namespace

BiberOutput run_biber(const Source& bib, const std::function<void()>& on_run) {
  const auto biber = find_program("biber");
  if (!biber) {
    throw Failure(ExitStatus::missing_program, "biber is not installed",
                  "it reads the .bib file; on Debian and Ubuntu: apt-get install biber");
  }
  const auto cache = user_cache("biber");
  if (!cache) {
    on_run();
    const FreshFolder fresh;
    return run_in(Folder(fresh.path(), Links::refuse), *biber, bib);
  }
  const auto key = key_of(bib, *biber);
  const auto kept_in = *cache / fmt::format("{:016x}", hash_of(key));
  const FolderLock lock(kept_in, limit, [] {});
  if (auto kept = read_kept(kept_in, key)) return *kept;
  on_run();
  const FreshFolder fresh;
  auto result = run_in(Folder(fresh.path(), Links::refuse), *biber, bib);
  write_file(kept_in / "refs.bltxml", result.xml);
  write_file(kept_in / "refs.blg", result.log);
  write_file(kept_in / "key", key);
  remove_unread(*cache);
  return result;
}

}  // namespace xmlcv
