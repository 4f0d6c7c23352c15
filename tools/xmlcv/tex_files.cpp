#include "tex_files.h"

#include <sstream>

#include "process.h"

namespace xmlcv {
namespace fs = std::filesystem;

std::map<std::string, fs::path> find_tex_files(const std::vector<std::string>& names) {
  std::map<std::string, fs::path> found;
  const auto kpsewhich = find_program("kpsewhich");
  if (!kpsewhich) return found;
  constexpr std::chrono::seconds limit{30};
  const auto outcome =
      run({*kpsewhich, names, fs::current_path(), {}, limit}, [](std::string_view) {});
  std::istringstream lines(outcome.output);
  for (std::string line; std::getline(lines, line);) found[fs::path(line).filename()] = line;
  return found;
}

std::vector<fs::path> find_tex_trees() {
  std::vector<fs::path> trees;
  const auto kpsewhich = find_program("kpsewhich");
  if (!kpsewhich) return trees;
  constexpr std::chrono::seconds limit{30};
  const auto outcome =
      run({*kpsewhich, {"-expand-path", "$TEXMFROOT:$TEXMF"}, fs::current_path(), {}, limit},
          [](std::string_view) {});
  std::istringstream paths(outcome.output.substr(0, outcome.output.find('\n')));
  for (std::string path; std::getline(paths, path, ':');) trees.emplace_back(path);
  return trees;
}

}  // namespace xmlcv
