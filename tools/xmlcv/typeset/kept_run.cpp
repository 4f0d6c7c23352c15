#include "typeset/kept_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/hash.h"
#include "machine/private_folder.h"
#include "machine/version.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

// The log of a CV has 40 kB, its PDF with the largest photo 150 MB.
constexpr std::size_t most_bytes = 512U << 20U;

// What TeX and latexmk read again in the next run.
constexpr auto files_of_tex =
    std::to_array<std::string_view>({"cv.aux", "cv.out", "cv.toc", "cv.fdb_latexmk", "cv.fls"});

constexpr std::uintmax_t most_kept_bytes = 200U << 20U;

void remove_old(const fs::path& cache) {
  struct Document {
    fs::path folder;
    fs::file_time_type used;
    std::uintmax_t size;
  };
  std::vector<Document> all;
  std::error_code ignored;
  for (const auto& each : fs::directory_iterator(cache, ignored)) {
    std::uintmax_t size = 0;
    for (const auto& file : fs::directory_iterator(each.path(), ignored)) {
      const auto one = file.file_size(ignored);
      if (!ignored) size += one;
    }
    all.push_back({each.path(), fs::last_write_time(each.path(), ignored), size});
  }
  std::ranges::sort(all, std::greater<>(), &Document::used);
  const auto month_ago = fs::file_time_type::clock::now() - std::chrono::hours(24 * 30);
  std::uintmax_t total = 0;
  for (const auto& each : all) {
    total += each.size;
    if (&each != all.data() && (total > most_kept_bytes || each.used < month_ago)) {
      fs::remove_all(each.folder, ignored);
    }
  }
}

std::string read_or_nothing(const Folder& folder, const std::string& name) {
  try {
    return folder.read(name, most_bytes).value_or("");
  } catch (const UnreadableFile&) {
    return "";
  }
}

// The files of TeX's trees that TeX read, by the .fls that -recorder writes.
std::string stamps_of_system(const std::string& fls) {
  std::set<std::string> paths;
  std::istringstream lines(fls);
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view input = "INPUT /";
    if (line.starts_with(input)) paths.insert(line.substr(input.size() - 1));
  }
  std::string result;
  for (const auto& path : paths) result += file_stamp(path);
  return result;
}

constexpr auto record = "record";

std::string kept_name(const std::string& name) { return "input-" + name; }

}  // namespace

KeptRun::KeptRun(const fs::path& pdf, std::chrono::seconds limit,
                 const std::function<void()>& on_wait) {
  const auto cache = user_cache("documents");
  if (!cache) return;
  std::error_code error;
  const auto path = fs::weakly_canonical(fs::absolute(pdf, error), error).string();
  const auto place = *cache / fmt::format("{:016x}", hash_of(path));
  try {
    path_ = place;
    lock_.emplace(place, limit, on_wait);
    folder_.emplace(place, Links::refuse);
    // Another document of the same hash has another path.
    if (read_or_nothing(*folder_, "path") != path) {
      folder_->remove(record);
      write_file(*folder_, {"path", path});
    }
  } catch (const LockedFolder&) {
    throw;
  } catch (const Failure&) {
    folder_.reset();  // a full disk
  }
}

std::optional<RunResults> KeptRun::results(const RunInputs& inputs) const {
  if (!folder_) return std::nullopt;
  const auto kept = read_or_nothing(*folder_, record);
  if (!kept.starts_with(inputs.call + "\n")) return std::nullopt;
  std::string names = inputs.format;
  for (const auto& file : inputs.files) {
    if (read_or_nothing(*folder_, kept_name(file.name)) != file.bytes) return std::nullopt;
    names += file.name + " ";
  }
  const auto state = names + "\n" + stamps_of_system(read_or_nothing(*folder_, "cv.fls"));
  if (kept != inputs.call + "\n" + state) return std::nullopt;
  RunResults result{read_or_nothing(*folder_, "cv.pdf"), read_or_nothing(*folder_, "cv.log"),
                    read_or_nothing(*folder_, "cv.pos"), read_or_nothing(*folder_, "cv.synctex")};
  if (result.pdf.empty() || result.synctex.empty()) return std::nullopt;
  return result;
}

void KeptRun::restore(const RunInputs& inputs, const Folder& run) const {
  if (!folder_ || !read_or_nothing(*folder_, record).starts_with(inputs.call + "\n")) return;
  for (const auto name : files_of_tex) {
    auto bytes = read_or_nothing(*folder_, std::string(name));
    if (!bytes.empty()) write_file(run, {std::string(name), std::move(bytes)});
  }
}

void KeptRun::keep(const RunInputs& inputs, const RunResults& results, const Folder& run) const {
  if (!folder_) return;
  try {
    folder_->remove(record);
    for (const auto name : files_of_tex) {
      const auto bytes = read_or_nothing(run, std::string(name));
      if (bytes.empty()) {
        folder_->remove(std::string(name));
      } else {
        write_file(*folder_, {std::string(name), bytes});
      }
    }
    std::string names = inputs.format;
    for (const auto& file : inputs.files) {
      write_file(*folder_, {kept_name(file.name), file.bytes});
      names += file.name + " ";
    }
    write_file(*folder_, {"cv.pdf", results.pdf});
    write_file(*folder_, {"cv.log", results.log});
    write_file(*folder_, {"cv.pos", results.positions});
    write_file(*folder_, {"cv.synctex", results.synctex});
    const auto state = stamps_of_system(read_or_nothing(*folder_, "cv.fls"));
    write_file(*folder_, {record, inputs.call + "\n" + names + "\n" + state});
    remove_old(path_->parent_path());
  } catch (const Failure&) {
    // A full disk: the next build runs TeX again.
  }
}

}  // namespace xmlcv
