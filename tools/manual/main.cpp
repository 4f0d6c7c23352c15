// Writes the manual page and the completions of shells: xmlcv_manual FOLDER.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>

#include "completions.h"
#include "machine/file.h"
#include "machine/version.h"
#include "man_page.h"

int main(int argc, char** argv) {
  using namespace xmlcv;
  if (argc != 2) {
    fmt::print(stderr, "usage: xmlcv_manual FOLDER\n");
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    const auto commands = describe_command_line();
    write_file(folder / "xmlcv.1", man_page(commands, version));
    write_file(folder / "xmlcv.bash", bash_completion(commands));
    write_file(folder / "_xmlcv", zsh_completion(commands));
    write_file(folder / "xmlcv.fish", fish_completion(commands));
  } catch (const std::exception& error) {
    fmt::print(stderr, "xmlcv_manual: error: {}\n", error.what());
    return 4;
  }
  return 0;
}
