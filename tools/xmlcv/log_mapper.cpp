#include "log_mapper.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>

#include "failure.h"
#include "source.h"
#include "utf8.h"

namespace xmlcv {
namespace {

struct DebianPackage {
  std::string_view file;
  std::string_view package;
};
constexpr std::array debian_packages = {
    DebianPackage{"moderncv.cls", "texlive-latex-extra"},
    DebianPackage{"lmodern.sty", "lmodern"},
    DebianPackage{"fontspec.sty", "texlive-latex-recommended"},
};

void refuse_missing_file(const TexError& error) {
  constexpr std::string_view before = "File `";
  constexpr std::string_view after = "' not found";
  const auto begin = error.message.find(before);
  const auto end = error.message.find(after);
  if (begin != 0 || end == std::string::npos) return;
  const auto file = error.message.substr(before.size(), end - before.size());
  std::string_view package = "texlive-latex-extra texlive-fonts-recommended";
  for (const auto& known : debian_packages) {
    if (known.file == file) package = known.package;
  }
  throw Failure(ExitStatus::missing_program, fmt::format("TeX has no {}", file),
                fmt::format("on Debian and Ubuntu: apt-get install {}", package));
}

// "Unicode character ≥ (U+2265) not set up for use with LaTeX." (LaTeX 2022-11-01)
std::optional<std::string> unknown_character(std::string_view message) {
  constexpr std::string_view before = "Unicode character ";
  if (!message.starts_with(before) || message.size() == before.size()) return std::nullopt;
  const auto rest = message.substr(before.size());
  return std::string(rest.substr(0, utf8_length(rest[0])));
}

std::string line_of(std::string_view text, std::size_t number) {
  std::size_t begin = 0;
  for (; number > 1; --number) begin = text.find('\n', begin) + 1;
  return std::string(text.substr(begin, text.find('\n', begin) - begin));
}

// The place of a character in the XML, searched from its leaf on; the leaf if it is not found.
Location find_character(const LatexDocument& document, const SourceMap::Call& call,
                        const std::string& character) {
  for (const auto leaf : document.map.leaves_of(call)) {
    const auto& [location, line] = document.map.leaf(leaf);
    if (line_of(document.body, line).find(character) == std::string::npos) continue;
    const auto offset = location.source->text().find(character, location.offset);
    return offset == std::string_view::npos ? location : location.source->at(offset);
  }
  return call.location;
}

void map_error(const TexError& error, const LatexDocument& document,
               const std::filesystem::path& log, Diagnostics& diagnostics) {
  if (error.message.find("photo.") != std::string::npos && document.photo) {
    diagnostics.error(*document.photo, "the photo is damaged",
                      fmt::format("TeX says: {}", error.message));
    return;
  }
  if (error.message.starts_with("I can't write on file")) {
    throw Failure(ExitStatus::machine_failed, fmt::format("TeX stopped: {}", error.message));
  }
  const auto call = error.file == "cv-body.tex" ? document.map.call_at(error.line) : std::nullopt;
  if (!call) {
    diagnostics.error({}, fmt::format("TeX stopped: {}", error.message),
                      fmt::format("its log is {}", log.string()));
    return;
  }
  if (const auto character = unknown_character(error.message)) {
    diagnostics.error(find_character(document, *call, *character),
                      fmt::format("pdfLaTeX has no letter for {}", *character),
                      "write it in another way");
    return;
  }
  if (error.message.starts_with("TeX capacity exceeded")) {
    diagnostics.error(call->location, "this text is too long for TeX",
                      "divide it: into paragraphs, list points or entries");
    return;
  }
  diagnostics.error(call->location, fmt::format("TeX stopped here: {}", error.message),
                    fmt::format("its log is {}", log.string()));
}

}  // namespace

void map_errors(const std::vector<TexError>& errors, const LatexDocument& document,
                const std::filesystem::path& log, Diagnostics& diagnostics) {
  if (errors.empty()) {
    diagnostics.error({}, "latexmk failed without saying why",
                      fmt::format("TeX's log is {}", log.string()));
    return;
  }
  refuse_missing_file(errors.front());
  map_error(errors.front(), document, log, diagnostics);
}

}  // namespace xmlcv
