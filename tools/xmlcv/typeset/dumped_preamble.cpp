#include "typeset/dumped_preamble.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/folder.h"
#include "machine/folder_lock.h"
#include "machine/gzip.h"
#include "machine/hash.h"
#include "machine/private_folder.h"
#include "machine/process.h"
#include "machine/version.h"
#include "typeset/confined_tex.h"
#include "typeset/tex_files.h"
#include "typeset/tex_log.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// A format has 19 MB (TeX Live 2022).
constexpr std::size_t most_bytes = 256U << 20U;
constexpr std::uintmax_t most_cached_bytes = 400U << 20U;

// What an entry of the cache was made of is its record: a text, compared as a whole.
struct Entry {
  fs::path folder;
  fs::path format() const { return folder / "preamble.fmt"; }
  fs::path record() const { return folder / "record"; }
  fs::path key() const { return folder / "key"; }
};

// The packages that lie beside cv.tex.
std::vector<NewFile> packages_of(const std::vector<NewFile>& files) {
  std::vector<NewFile> result;
  std::ranges::copy_if(files, std::back_inserter(result),
                       [](const NewFile& file) { return file.name.ends_with(".sty"); });
  return result;
}

// What the format is made of, beside files of the system: kept as a whole, since a hash proves
// nothing.
std::string key_of(const std::string& preamble, const std::vector<NewFile>& packages,
                   const fs::path& engine) {
  std::string result =
      fmt::format("{}\n{}{}", version, file_stamp(fs::canonical(engine)), preamble);
  for (const auto& [name, bytes] : packages) result += fmt::format("{}\n{}", name, bytes);
  return result;
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

std::string record_of(const std::set<fs::path>& files) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const auto& file : files) names.push_back(file.filename().string());
  return search_state(files, std::move(names));
}

// The first line of a record says what the format is: "format STAMP" or "none WHY". No run of TeX
// that sees a CV can write into the cache, so size and time are enough.
struct Record {
  std::string head;
  std::string inputs;
};

std::optional<Record> read_record(const Entry& entry, const std::string& key) {
  try {
    if (read_file(entry.key()) != key) return std::nullopt;
    const auto text = read_file(entry.record());
    const auto end = text.find('\n');
    if (end == std::string::npos) return std::nullopt;
    return Record{text.substr(0, end), text.substr(end + 1)};
  } catch (const UnreadableFile&) {
    return std::nullopt;
  }
}

std::string head_for(const fs::path& format) {
  auto stamp = file_stamp(format);
  stamp.pop_back();
  return "format " + stamp;
}

constexpr std::string_view none = "none ";

// Whether the entry is valid for what it was made of, and its format is whole.
bool is_good(const Entry& entry, const Record& record) {
  if (record.inputs != record_of(files_in(record.inputs))) return false;
  return record.head.starts_with(none) || record.head == head_for(entry.format());
}

std::optional<std::string> first_error(const Folder& run) {
  try {
    const auto errors = parse_tex_log(run.read("cv-format.log", most_bytes).value_or("")).errors;
    if (!errors.empty()) return errors.front().message;
  } catch (const UnreadableFile&) {
  }
  return std::nullopt;
}

Record make(const Entry& entry, const std::string& key, const std::string& preamble,
            const std::vector<NewFile>& packages, const fs::path& engine,
            std::chrono::seconds limit) {
  const FreshFolder fresh;
  const Folder run(fresh.path(), Links::refuse);
  for (const auto& package : packages) write_file(run, package);
  // Packages such as hyperref are loaded by this hook, which runs once: then not again at
  // \begin{document}.
  write_file(run, {"cv-format.tex", preamble + "\\UseOneTimeHook{begindocument/before}\n\\dump\n"});
  Command command{
      engine,
      {"-ini", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error", "-recorder",
       "-no-shell-escape", "-jobname=cv-format", "&pdflatex", "cv-format.tex"},
      fresh.path(),
      environment_of_tex(fresh.path(), true),
      limit};
  command.most_memory = most_memory_of_tex;
  command.most_file = most_bytes;
  command.confinement = confinement_of_tex(fresh.path(), {});
  const auto outcome = xmlcv::run(command, [](std::string_view) {});
  if (outcome.end == Outcome::End::interrupted) throw Interrupted{outcome.signal};
  const auto dumped = fresh.path() / "cv-format.fmt";
  const bool good = outcome.end == Outcome::End::exited && outcome.status == 0 &&
                    run.kind("cv-format.fmt") == Folder::Kind::regular;
  const auto error = good ? std::nullopt : first_error(run);
  // A full disk or little memory is no error of the preamble: next time it may be dumped.
  if (!good && !error) return {std::string(none) + "TeX does not say why", ""};
  // TeX writes it compressed, and reads either: of a plain one a pass takes 50 to 80 ms less.
  if (good) write_file(entry.format(), read_gzip(dumped));
  Record record{good ? head_for(entry.format()) : std::string(none) + *error, ""};
  auto inputs = inputs_of(run.read("cv-format.fls", most_bytes).value_or(""));
  inputs.merge(tex_databases());
  record.inputs = record_of(inputs);
  write_file(entry.record(), record.head + "\n" + record.inputs);
  write_file(entry.key(), key);
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

DumpedPreamble from_cache(const std::string& preamble, const std::vector<NewFile>& files,
                          const fs::path& engine, std::chrono::seconds limit) {
  const auto cache = user_cache("preambles");
  if (!cache) return {std::nullopt, "there is no cache for it"};
  const auto packages = packages_of(files);
  const auto key = key_of(preamble, packages, engine);
  const Entry entry{*cache / fmt::format("{:016x}", hash_of(key))};
  const FolderLock lock(entry.folder, wall_limit(limit), [] {});
  auto record = read_record(entry, key);
  if (!record || !is_good(entry, *record)) {
    record = make(entry, key, preamble, packages, engine, limit);
    trim(*cache);
  }
  std::error_code ignored;
  fs::last_write_time(entry.record(), fs::file_time_type::clock::now(), ignored);
  if (record->head.starts_with(none)) return {std::nullopt, record->head.substr(none.size())};
  return {entry.format(), ""};
}

}  // namespace

DumpedPreamble dump_preamble(const std::string& preamble, const std::vector<NewFile>& files,
                             std::chrono::seconds limit) {
  const auto engine = find_program("pdflatex");
  if (!engine) return {std::nullopt, "pdflatex is not installed"};
  try {
    return from_cache(preamble, files, *engine, limit);
  } catch (const Failure& failure) {
    return {std::nullopt, failure.what()};  // a full disk, or a cache that cannot be written
  } catch (const UnreadableFile& error) {
    return {std::nullopt, error.what()};  // a cache that cannot be read
  }
}

}  // namespace xmlcv
