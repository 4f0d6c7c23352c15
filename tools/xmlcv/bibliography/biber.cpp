#include "bibliography/biber.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <optional>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/folder_lock.h"
#include "machine/hash.h"
#include "machine/process.h"
#include "machine/resources.h"
#include "machine/user_cache.h"
#include "machine/version.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// biber 2.18 needs 15 s for 2,000 entries.
constexpr std::chrono::minutes limit{10};

// A folder that is gone with the object.
class PassingFolder {
 public:
  PassingFolder() {
    std::error_code error;
    auto name = (fs::temp_directory_path(error) / "xmlcv-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) {
      throw Failure(ExitStatus::machine_failed, "cannot make a temporary folder for biber");
    }
    path_ = name;
  }
  ~PassingFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

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

BiberOutput run_in(const fs::path& folder, const fs::path& biber, const Source& bib) {
  write_file(folder / "refs.bib", bib.text());
  write_file(folder / "biber.conf", biber_conf);
  const auto outcome = run({biber,
                            {"--tool", "--output-format=biblatexml", "--output-resolve",
                             "--no-bltxml-schema", "--nodieonerror", "--configfile=biber.conf",
                             "--logfile=refs", "--output-file=refs.bltxml", "refs.bib"},
                            folder,
                            // Perl complains of a locale that is not installed.
                            {{"LC_ALL", "C.UTF-8"}},
                            limit},
                           [](std::string_view) {});
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
  if (outcome.end == Outcome::End::timed_out) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("biber was stopped after {} minutes", limit.count()));
  }
  try {
    return {read_file(folder / "refs.bltxml"), read_file(folder / "refs.blg")};
  } catch (const UnreadableFile&) {
    throw Failure(ExitStatus::machine_failed, fmt::format("biber failed on {}", bib.path()),
                  fmt::format("it says: {}", outcome.output));
  }
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
    const PassingFolder folder;
    return run_in(folder.path(), *biber, bib);
  }
  const auto key = key_of(bib, *biber);
  const auto folder = *cache / fmt::format("{:016x}", hash_of(key));
  const FolderLock lock(folder, limit, [] {});
  if (auto kept = read_kept(folder, key)) return *kept;
  on_run();
  auto result = run_in(folder, *biber, bib);
  write_file(folder / "key", key);
  remove_unread(*cache);
  return result;
}

}  // namespace xmlcv
