#include "command/watch.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <thread>

#include "machine/file.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::milliseconds pause{30};

using Stamps = std::map<fs::path, std::string>;

Stamps stamps_of(const std::vector<fs::path>& files) {
  Stamps result;
  for (const auto& file : files) result[file] = file_stamp(file);
  return result;
}

// Editors truncate a file before they write it, or remove it before they rename the new one. On a
// busy disk a tenth of a second may lie between.
constexpr int patience = 8;

// Waits until nothing has changed for some pauses, or until the first file, if only that has
// changed, is whole.
void settle(const std::vector<fs::path>& files, const Stamps& seen,
            const std::function<bool()>& is_whole) {
  auto before = stamps_of(files);
  for (int quiet = 0; quiet < patience;) {
    auto others = before;
    others[files.front()] = seen.at(files.front());
    if (others == seen && is_whole()) return;
    std::this_thread::sleep_for(pause);
    auto now = stamps_of(files);
    quiet = now == before ? quiet + 1 : 0;
    before = std::move(now);
  }
}

}  // namespace

void watch(const std::function<std::vector<fs::path>()>& build,
           const std::function<bool()>& is_whole) {
  Stamps seen;
  while (true) {
    const auto files = build();
    // Of what the build before did not name, only later changes are seen.
    for (const auto& [file, stamp] : stamps_of(files)) seen.try_emplace(file, stamp);
    std::erase_if(seen, [&files](const auto& one) {
      return std::find(files.begin(), files.end(), one.first) == files.end();
    });
    while (stamps_of(files) == seen) std::this_thread::sleep_for(pause);
    settle(files, seen, is_whole);
    seen = stamps_of(files);
  }
}

}  // namespace xmlcv
