#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "command/options.h"

namespace xmlcv {

// What a command made that found no error.
struct Success {
  std::vector<std::filesystem::path> outputs;  // the one that was asked for first; none of check
  std::optional<long> pages;                   // of a PDF
  std::optional<Engine> engine;
  std::chrono::duration<double> time{};
};

// 4 pages, 1.2 s
std::string success_details(const Success& success);

// cv.pdf: 4 pages, 1.2 s
std::string success_line(const Success& success, const std::string& xml);

// To people on a terminal, and to programs that asked for JSON; not if quiet.
void show_success(const Success& success, const Options& options);

}  // namespace xmlcv
