#pragma once

#include <stdlib.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "machine/process.h"

// A folder that is gone with the object. Its name holds what paths of real people hold.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::string& beginning = "xmlcv ü #1 $x (test) ") {
    auto name = (std::filesystem::temp_directory_path() / (beginning + "XXXXXX")).string();
    path_ = ::mkdtemp(name.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Runs a program in a folder, as a user would from a script.
inline xmlcv::Outcome run_program(const std::string& program, std::vector<std::string> arguments,
                                  const std::filesystem::path& folder) {
  const bool has_path = program.find('/') != std::string::npos;
  const std::filesystem::path path =
      has_path ? program : xmlcv::find_program(program).value().string();
  return xmlcv::run({path, std::move(arguments), folder, {}, std::chrono::seconds(300)},
                    [](std::string_view) {});
}

// With messages in the long form, as a terminal shows them.
inline xmlcv::Outcome run_xmlcv(std::vector<std::string> arguments,
                                const std::filesystem::path& folder) {
  const bool has_messages =
      !arguments.empty() && (arguments[0] == "check" || arguments[0] == "tex" ||
                             arguments[0] == "build" || arguments[0] == "chapter");
  if (has_messages) arguments.insert(arguments.begin() + 1, "--message-format=long");
  // tests/mutants names another one.
  const char* mutant = std::getenv("XMLCV_PROGRAM");
  return run_program(mutant == nullptr ? XMLCV_PROGRAM : mutant, std::move(arguments), folder);
}
