#include "watch.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <thread>

#include "file.h"

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

// Editors truncate a file before they write it, or remove it before they rename the new one:
// waits until nothing has changed for two pauses.
void settle(const std::vector<fs::path>& files) {
  auto before = stamps_of(files);
  for (int quiet = 0; quiet < 2;) {
    std::this_thread::sleep_for(pause);
    auto now = stamps_of(files);
    quiet = now == before ? quiet + 1 : 0;
    before = std::move(now);
  }
}

}  // namespace

void watch(const std::function<std::vector<fs::path>()>& build) {
  Stamps seen;
  while (true) {
    const auto files = build();
    // Of what the build before did not name, only later changes are seen.
    for (const auto& [file, stamp] : stamps_of(files)) seen.try_emplace(file, stamp);
    std::erase_if(seen, [&files](const auto& one) {
      return std::find(files.begin(), files.end(), one.first) == files.end();
    });
    while (stamps_of(files) == seen) std::this_thread::sleep_for(pause);
    settle(files);
    seen = stamps_of(files);
  }
}

}  // namespace xmlcv
