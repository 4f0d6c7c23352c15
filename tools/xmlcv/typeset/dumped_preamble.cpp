#include "typeset/dumped_preamble.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/folder_lock.h"
#include "machine/gzip.h"
#include "machine/hash.h"
#include "machine/process.h"
#include "machine/user_cache.h"
#include "machine/version.h"
#include "typeset/latexmk.h"
#include "typeset/tex_files.h"
#include "typeset/tex_log.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// A format has 19 MB (TeX Live 2022).
constexpr std::uintmax_t most_cached_bytes = 400U << 20U;

// What an entry of the cache was made of is its record: a text, compared as a whole.
struct Entry {
  fs::path folder;
  fs::path format() const { return folder / "preamble.fmt"; }
  fs::path record() const { return folder / "record"; }
};

std::string preamble_of(const fs::path& folder) {
  const auto text = read_file(folder / "cv.tex");
  return text.substr(0, text.find("\\begin{document}"));
}

// What TeX finds first, in the folder itself.
std::string local_files(const fs::path& folder) {
  std::set<fs::path> paths;
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto extension = file.path().extension();
    if (extension == ".sty" || extension == ".cls") paths.insert(file.path());
  }
  std::string result;
  for (const auto& path : paths) result += path.filename().string() + "\n" + read_file(path);
  return result;
}

Entry entry_for(const fs::path& folder, const fs::path& engine) {
  const auto key = hash_of(version + std::string("\n") + file_stamp(fs::canonical(engine)) +
                           preamble_of(folder) + local_files(folder));
  return {user_cache("preambles").value_or(folder / "format") / fmt::format("{:016x}", key)};
}

Outcome run_in(const fs::path& folder, const fs::path& program, std::vector<std::string> arguments,
               std::chrono::seconds limit) {
  auto outcome = run({program,
                      std::move(arguments),
                      folder,
                      {{"openin_any", "p"}, {"openout_any", "p"}, {"max_print_line", "1000"}},
                      limit},
                     [](std::string_view) {});
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
  return outcome;
}

// The files that TeX read, but for those of the folder, by the .fls that -recorder writes.
std::set<fs::path> inputs_of(const std::string& fls) {
  std::set<fs::path> result;
  std::istringstream lines(fls);
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view input = "INPUT ";
    if (!line.starts_with(input)) continue;
    if (const fs::path path = line.substr(input.size()); path.is_absolute()) result.insert(path);
  }
  return result;
}

std::string record_of(const fs::path& folder, const std::set<fs::path>& files) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const auto& file : files) names.push_back(file.filename().string());
  return search_state(files, std::move(names), folder);
}

// The first line of a record says what the format is: "format HASH" or "none WHY".
struct Record {
  std::string head;
  std::string inputs;
};

std::optional<Record> read_record(const Entry& entry) {
  try {
    const auto text = read_file(entry.record());
    const auto end = text.find('\n');
    if (end == std::string::npos) return std::nullopt;
    return Record{text.substr(0, end), text.substr(end + 1)};
  } catch (const UnreadableFile&) {
    return std::nullopt;
  }
}

std::string head_for(const fs::path& format) {
  return fmt::format("format {:016x}", hash_of_file(format));
}

constexpr std::string_view none = "none ";

// Whether the entry still stands for what it was made of, and its format is whole.
bool is_good(const Entry& entry, const Record& record, const fs::path& folder) {
  if (record.inputs != record_of(folder, files_in(record.inputs))) return false;
  if (record.head.starts_with(none)) return true;
  std::error_code error;
  return fs::exists(entry.format(), error) && record.head == head_for(entry.format());
}

std::optional<std::string> first_error(const fs::path& log) {
  try {
    const auto errors = parse_tex_log(read_file(log)).errors;
    if (!errors.empty()) return errors.front().message;
  } catch (const UnreadableFile&) {
  }
  return std::nullopt;
}

// What dumping leaves in the generated folder, a format of 8 MB among it.
class DumpedFiles {
 public:
  explicit DumpedFiles(const fs::path& folder) : folder_(folder) {}
  ~DumpedFiles() {
    for (const char* suffix : {"tex", "fmt", "log", "fls"}) {
      std::error_code ignored;
      fs::remove(folder_ / fmt::format("cv-format.{}", suffix), ignored);
    }
  }
  DumpedFiles(const DumpedFiles&) = delete;
  DumpedFiles& operator=(const DumpedFiles&) = delete;

 private:
  fs::path folder_;
};

Record make(const Entry& entry, const fs::path& folder, const fs::path& engine,
            std::chrono::seconds limit) {
  const DumpedFiles files(folder);
  // Packages such as hyperref are loaded by this hook, which runs once: then not again at
  // \begin{document}.
  write_file(folder / "cv-format.tex",
             preamble_of(folder) + "\\UseOneTimeHook{begindocument/before}\n\\dump\n");
  const auto outcome =
      run_in(folder, engine,
             {"-ini", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error", "-recorder",
              "-no-shell-escape", "-jobname=cv-format", "&pdflatex", "cv-format.tex"},
             limit);
  std::error_code error;
  const auto dumped = folder / "cv-format.fmt";
  const bool good =
      outcome.end == Outcome::End::exited && outcome.status == 0 && fs::exists(dumped, error);
  const auto fault = good ? std::nullopt : first_error(folder / "cv-format.log");
  // A full disk or little memory is no fault of the preamble: next time it may be dumped.
  if (!good && !fault) return {std::string(none) + "TeX does not say why", ""};
  // TeX writes it compressed, and reads either: of a plain one a pass takes 50 to 80 ms less.
  if (good) write_file(entry.format(), read_gzip(dumped));
  Record record{good ? head_for(entry.format()) : std::string(none) + *fault, ""};
  try {
    auto inputs = inputs_of(read_file(folder / "cv-format.fls"));
    inputs.merge(tex_databases());
    record.inputs = record_of(folder, inputs);
  } catch (const UnreadableFile&) {
    record.inputs = "never the same";
  }
  write_file(entry.record(), record.head + "\n" + record.inputs);
  return record;
}

// Keeps the entry's folder and its lock: another build may be waiting for it.
void empty(const Entry& entry) {
  try {
    const FolderLock lock(entry.folder, std::chrono::seconds(0), [] {});
    std::error_code ignored;
    fs::remove(entry.record(), ignored);
    fs::remove(entry.format(), ignored);
  } catch (const Failure&) {
    // A build is using it, or it is somebody else's.
  }
}

// Those that were not used for the longest time go first.
void trim(const fs::path& cache) {
  struct Cached {
    Entry entry;
    fs::file_time_type used;
    std::uintmax_t size;
  };
  std::vector<Cached> all;
  std::error_code error;
  for (const auto& each : fs::directory_iterator(cache, error)) {
    const Entry entry{each.path()};
    const auto size = fs::file_size(entry.format(), error);
    if (!error) all.push_back({entry, fs::last_write_time(entry.record(), error), size});
  }
  std::ranges::sort(all, std::greater<>(), &Cached::used);
  std::uintmax_t total = 0;
  for (const auto& each : all) {
    total += each.size;
    if (total > most_cached_bytes) empty(each.entry);
  }
}

// A link to it where the cache is on another file system; a copy where there are no links.
void link_or_copy(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::remove(to, error);
  fs::create_hard_link(from, to, error);
  if (error) fs::create_symlink(fs::absolute(from), to, error);
  if (error) write_file(to, read_file(from));
}

DumpedPreamble from_cache(const fs::path& folder, const fs::path& engine,
                          std::chrono::seconds limit) {
  const auto entry = entry_for(folder, engine);
  const FolderLock lock(entry.folder, limit, [] {});
  auto record = read_record(entry);
  if (!record || !is_good(entry, *record, folder)) {
    record = make(entry, folder, engine, limit);
    trim(entry.folder.parent_path());
  }
  std::error_code ignored;
  fs::last_write_time(entry.record(), fs::file_time_type::clock::now(), ignored);
  const auto format = folder / "cv.fmt";
  if (record->head.starts_with(none)) {
    fs::remove(format, ignored);
    return {false, record->head.substr(none.size())};
  }
  link_or_copy(entry.format(), format);
  return {true, ""};
}

}  // namespace

DumpedPreamble dump_preamble(const fs::path& folder, std::chrono::seconds limit) {
  const auto engine = find_program("pdflatex");
  if (!engine) return {false, "pdflatex is not installed"};
  try {
    return from_cache(folder, *engine, limit);
  } catch (const Failure& failure) {
    return {false, failure.what()};  // a full disk, or a cache that cannot be written
  } catch (const UnreadableFile& error) {
    return {false, error.what()};  // a cache that cannot be read
  }
}

}  // namespace xmlcv
