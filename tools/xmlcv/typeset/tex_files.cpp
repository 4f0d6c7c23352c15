#include "typeset/tex_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/hash.h"
#include "machine/private_folder.h"
#include "machine/process.h"
#include "text/parts.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

using Environment = std::map<std::string, std::string>;

const Environment without_databases = {{"TEXMFDBS", "/nonexistent"}};

// In an empty folder, where it finds nothing beside TeX's trees. It may read, and no more: which
// trees there are, it alone knows.
std::string ask_kpsewhich(std::vector<std::string> arguments, Environment environment = {}) {
  const auto kpsewhich = find_program("kpsewhich");
  if (!kpsewhich) return "";
  constexpr std::chrono::seconds limit{30};
  Command command{*kpsewhich, std::move(arguments), empty_folder(), std::move(environment), limit};
  command.confinement = Confinement{{"/"}, {"/dev/null"}};
  // It may be asked on another core than the one that would learn of a signal.
  command.takes_signals = false;
  return run(command, [](std::string_view) {}).output;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// A file of the user's cache: what kpsewhich answered, an empty line, and the search_state.
class KeptAnswer {
 public:
  explicit KeptAnswer(const std::vector<std::string>& names) : names_(names) {
    const auto kpsewhich = find_program("kpsewhich");
    const auto folder = user_cache("tex-files");
    if (!kpsewhich || !folder) return;
    const auto key = hash_of(fmt::format("{}\n{}", kpsewhich->string(), fmt::join(names, "\n")));
    file_ = *folder / fmt::format("{:016x}", key);
  }

  std::optional<std::string> answer() const {
    if (!file_) return std::nullopt;
    try {
      const auto text = read_file(*file_);
      const auto end = text.find("\n\n");
      if (end == std::string::npos) return std::nullopt;
      const auto state = text.substr(end + 2);
      if (state != search_state(files_in(state), names_)) return std::nullopt;
      return text.substr(0, end + 1);
    } catch (const UnreadableFile&) {
      return std::nullopt;
    }
  }

  void keep(const std::string& answer) const {
    if (!file_ || answer.empty()) return;
    auto files = tex_databases();
    std::istringstream lines(answer);
    for (std::string line; std::getline(lines, line);) files.insert(line);
    try {
      write_file(*file_, answer + "\n" + search_state(files, names_));
    } catch (const Failure&) {
      // A full disk: it is asked again next time.
    }
  }

 private:
  const std::vector<std::string>& names_;
  std::optional<fs::path> file_;
};

}  // namespace

std::map<std::string, fs::path> find_tex_files(const std::vector<std::string>& names) {
  const KeptAnswer kept(names);
  auto answer = kept.answer();
  if (!answer) {
    answer = ask_kpsewhich(names);
    kept.keep(*answer);
  }
  std::map<std::string, fs::path> found;
  std::istringstream lines(*answer);
  for (std::string line; std::getline(lines, line);) found[fs::path(line).filename()] = line;
  return found;
}

const std::vector<fs::path>& find_tex_trees() {
  static const auto trees = [] {
    std::vector<fs::path> result;
    // Without its databases it answers in 3 ms.
    const auto answer = ask_kpsewhich({"-expand-path", "$TEXMFROOT:$TEXMF"}, without_databases);
    for (const auto& path : split(first_line(answer), ':')) {
      if (fs::path(path).is_absolute()) result.emplace_back(path);
    }
    return result;
  }();
  return trees;
}

std::set<fs::path> tex_databases() {
  std::set<fs::path> result;
  for (std::string_view tree :
       split(first_line(ask_kpsewhich({"-expand-braces", "$TEXMFDBS"})), ':')) {
    constexpr std::string_view only_by_database = "!!";
    if (tree.starts_with(only_by_database)) tree.remove_prefix(only_by_database.size());
    if (!tree.empty()) result.insert(fs::path(tree) / "ls-R");
  }
  return result;
}

// kpsewhich (6.3.4) reads all databases at each start, 40 ms with much of TeX Live. Without them it
// looks only where none is needed, in 3 ms.
std::string search_state(const std::set<fs::path>& files, std::vector<std::string> names) {
  std::string result;
  for (const auto& file : files) result += file_stamp(file);
  names.insert(names.begin(), {"-expand-braces", "$TEXMF"});
  return result + "\n" + ask_kpsewhich(std::move(names), without_databases);
}

std::set<fs::path> files_in(const std::string& state) {
  std::set<fs::path> result;
  std::istringstream lines(state);
  for (std::string line; std::getline(lines, line) && !line.empty();) {
    const auto path = line.find(" /");
    if (path != std::string::npos) result.insert(line.substr(path + 1));
  }
  return result;
}

}  // namespace xmlcv
