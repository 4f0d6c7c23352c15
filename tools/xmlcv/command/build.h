#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "command/options.h"
#include "command/success.h"
#include "machine/failure.h"
#include "typeset/engine.h"

namespace xmlcv {

struct BuildResult {
  ExitStatus status = ExitStatus::good;
  std::vector<std::filesystem::path> inputs;  // what it depends on, as far as it got
  std::optional<Success> success;             // where the status is good
};

// The commands check, tex, chapter and build: reads the XML, shows what is wrong with it, and where
// nothing is, writes what the options ask for. Throws Interrupted.
BuildResult build(const Options& options, const Engines& engines);

// The command watch: builds on each save, until a signal ends it.
[[noreturn]] void keep_building(const Options& options);

}  // namespace xmlcv
