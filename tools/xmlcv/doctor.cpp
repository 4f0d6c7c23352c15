#include "doctor.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <regex>
#include <string_view>
#include <vector>

#include "file.h"
#include "process.h"
#include "tex_files.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

struct Part {
  std::string_view name;  // a program, or with a dot a file of TeX
  bool needed;
  std::string_view use;
  std::string_view debian_package;
};

constexpr std::array parts = {
    Part{"latexmk", true, "runs TeX as often as it must", "latexmk"},
    Part{"pdflatex", true, "makes the PDF", "texlive-latex-base"},
    Part{"moderncv.cls", true, "the class of the CV", "texlive-latex-extra"},
    Part{"lmodern.sty", true, "its letters", "lmodern"},
    Part{"marvosym.sty", true, "its symbols", "texlive-fonts-recommended"},
    Part{"fontawesome5.sty", false, "icons for phones, mail and networks", "texlive-fonts-extra"},
    Part{"lualatex", false, "characters that pdflatex lacks", "texlive-luatex"},
    Part{"biber", false, "publications from a .bib file", "biber"},
};

bool is_file_of_tex(const Part& part) { return part.name.find('.') != std::string_view::npos; }

std::string output_of(const fs::path& program, const std::vector<std::string>& arguments) {
  constexpr std::chrono::seconds limit{30};
  return run({program, arguments, fs::current_path(), {}, limit}, [](std::string_view) {}).output;
}

// By their names.
std::map<std::string, fs::path> find_parts() {
  std::vector<std::string> files;
  for (const auto& part : parts) {
    if (is_file_of_tex(part)) files.emplace_back(part.name);
  }
  auto found = find_tex_files(files);
  for (const auto& part : parts) {
    if (is_file_of_tex(part)) continue;
    const auto program = find_program(std::string(part.name));
    if (program) found[std::string(part.name)] = *program;
  }
  return found;
}

// "TeX Live 2022", or the first "4.79" or "v2.3.1" in a text; TeX's files say theirs in
// \ProvidesPackage.
std::string version_in(const std::string& text) {
  static const std::regex release(R"(TeX Live \d+)");
  static const std::regex number(R"(\bv?(\d+(\.\d+)+[a-z]?)\b)");
  std::smatch match;
  if (std::regex_search(text, match, release)) return match[0].str();
  return std::regex_search(text, match, number) ? match[1].str() : "";
}

std::string version_of(const Part& part, const fs::path& path) {
  if (!is_file_of_tex(part)) return version_in(output_of(path, {"--version"}));
  const auto text = read_file(path);
  const auto begin = text.find("\\Provides");
  return begin == std::string::npos ? "" : version_in(text.substr(begin, 200));
}

std::string line(const Part& part, const std::string& state, const std::string& where) {
  return fmt::format("  {:<17} {:<14} {:<37} {}\n", part.name, state, part.use, where);
}

}  // namespace

Diagnosis examine_machine() {
  const auto found = find_parts();
  Diagnosis result;
  std::string needed;
  std::string useful;
  for (const auto& part : parts) {
    const auto place = found.find(std::string(part.name));
    if (place != found.end()) {
      result.report += line(part, version_of(part, place->second), place->second.string());
      continue;
    }
    result.report += line(part, part.needed ? "MISSING" : "not there",
                          fmt::format("Debian: {}", part.debian_package));
    (part.needed ? needed : useful) += fmt::format(" {}", part.debian_package);
    if (part.needed) result.healthy = false;
  }
  if (!needed.empty()) {
    result.report += fmt::format("\nMissing. On Debian and Ubuntu:\n  apt-get install{}\n", needed);
  } else {
    result.report += "\nAll is there that a CV in Latin script needs.\n";
  }
  if (!useful.empty()) {
    result.report +=
        fmt::format("Of use to some. On Debian and Ubuntu:\n  apt-get install{}\n", useful);
  }
  return result;
}

}  // namespace xmlcv
