#include "feedback/log_mapper.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "feedback/debian_packages.h"
#include "feedback/raw_latex.h"
#include "feedback/tex_errors.h"
#include "machine/failure.h"
#include "text/parts.h"
#include "text/source.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

constexpr std::string_view interruption = "Interruption.";

[[noreturn]] void refuse_missing(std::string_view what, const std::string& packages) {
  throw Failure(ExitStatus::missing_program, fmt::format("TeX has no {}", what),
                fmt::format("on Debian and Ubuntu: apt-get install {}", packages));
}

// "File `x.sty' not found.", "Font T1/lmss/m/n/11=ec-lmss10 at 11.0pt not loadable: …" (TeX Live
// 2022 to 2024), and of a font that has metrics but no outlines "pdflatex (file ec-lmss10): Font
// ec-lmss10 at 600 not found".
void refuse_missing_part(const TexError& error) {
  const std::string_view message = error.message;
  if (message.starts_with("File `")) {
    const auto file = between(message, "File `", "' not found");
    if (!file.empty()) refuse_missing(file, debian_packages_for(file));
  }
  if (message.find("not loadable: ") != message.npos || message.ends_with(" not found")) {
    const auto assigned = between(message, "=", " ");
    const auto font = assigned.empty() ? between(message, "Font ", " ") : assigned;
    if (!font.empty()) refuse_missing(fmt::format("font {}", font), debian_packages_for_font(font));
  }
}

// "Unicode character ≥ (U+2265) not set up for use with LaTeX." (LaTeX 2022-11-01)
std::optional<std::string> unknown_character(std::string_view message) {
  constexpr std::string_view before = "Unicode character ";
  if (!message.starts_with(before) || message.size() == before.size()) return std::nullopt;
  const auto rest = message.substr(before.size());
  return std::string(rest.substr(0, utf8_length(rest[0])));
}

// The place of a character in the XML, searched from its leaf on; the leaf if it is not found.
Location find_character(const LatexDocument& document, const SourceMap::Call& call,
                        const std::string& character) {
  for (const auto leaf : document.map.leaves_of(call)) {
    const auto& placed = document.map.leaf(leaf);
    const auto& location = placed.location;
    if (line_of(document.body, placed.line).find(character) == std::string::npos) continue;
    const auto offset = location.source->text().find(character, location.offset);
    return offset == std::string_view::npos ? location : location.source->at(offset);
  }
  const auto offset = call.location.source->text().find(character, call.location.offset);
  return call.tex && offset != std::string_view::npos ? call.location.source->at(offset)
                                                      : call.location;
}

// Of LuaTeX 1.15's words: "error:  (writepng): reading chunk type failed", when it writes the page.
bool is_about_photo(const TexError& error, const LatexDocument& document) {
  if (!document.photo) return false;
  for (const auto* word : {"photo.", "(writepng)", "(readjpg)", "(writejpg)", "(pdf inclusion)"}) {
    if (error.message.find(word) != std::string::npos) return true;
  }
  const auto call = error.file == "cv-body.tex" ? document.map.call_at(error.line) : std::nullopt;
  return error.message == "Dimension too large." && call && !call->tex;
}

void map_photo_error(const TexError& error, Location photo, Diagnostics& diagnostics) {
  if (error.message == "Dimension too large.") {
    diagnostics.error(
        photo, "the photo is too large for TeX",
        "it says to be more than 5.7 m wide or high: save it with more dots per inch");
    return;
  }
  diagnostics.error(photo, "the photo is damaged", fmt::format("TeX says: {}", error.message));
}

// "Missing character: There is no ≥ (U+2265) in font cmr10!" comes from LuaTeX without a line.
std::optional<Location> find_missing_character(const TexError& error,
                                               const LatexDocument& document) {
  constexpr std::string_view before = "Missing character: There is no ";
  if (error.line != 0 || !error.message.starts_with(before)) return std::nullopt;
  const auto rest = std::string_view(error.message).substr(before.size());
  const std::string character(rest.substr(0, utf8_length(rest.empty() ? ' ' : rest[0])));
  for (std::size_t leaf = 1; leaf <= document.map.size(); ++leaf) {
    const auto call = document.map.call_at(document.map.leaf(leaf).line);
    if (!call) continue;
    const auto place = find_character(document, *call, character);
    if (place.offset != call->location.offset) return place;
  }
  return only_raw_latex(document.map);
}

void map_error(const TexError& error, const LatexDocument& document,
               const std::filesystem::path& log, Diagnostics& diagnostics) {
  if (is_about_photo(error, document)) return map_photo_error(error, *document.photo, diagnostics);
  const bool in_raw_latex =
      error.file == "cv-body.tex" && raw_line_at(document, error.line).has_value();
  if (error.message.starts_with("I can't write on file") && !in_raw_latex) {
    throw Failure(ExitStatus::machine_failed, fmt::format("TeX stopped: {}", error.message));
  }
  const auto explanation = explain(error);
  if (error.file == "cv-preamble.sty" && document.preamble != nullptr && error.line > 0) {
    const auto& preamble = *document.preamble;
    diagnostics.error(
        preamble.at(preamble.offset({error.line, 1})),
        explanation ? explanation->message : fmt::format("TeX stopped here: {}", error.message),
        explanation ? explanation->hint : fmt::format("its log is {}", log.string()));
    return;
  }
  const auto missing = find_missing_character(error, document);
  const auto raw = missing
                       ? missing
                       : place_in_raw_latex(error, explanation ? &*explanation : nullptr, document);
  const auto hint = fmt::format("its log is {}", log.string());
  const auto call = error.file == "cv-body.tex" ? document.map.call_at(error.line) : std::nullopt;
  if (const auto character = unknown_character(error.message); character && call) {
    diagnostics.error(find_character(document, *call, *character),
                      fmt::format("pdfLaTeX has no letter for {}", *character),
                      "write it in another way");
  } else if (raw && explanation) {
    diagnostics.error(*raw, explanation->message, explanation->hint);
  } else if (call && !raw && error.message.starts_with("TeX capacity exceeded")) {
    diagnostics.error(call->location, "this text is too long for TeX",
                      "divide it: into paragraphs, list points or entries");
  } else if (call || raw) {
    diagnostics.error(raw.value_or(call ? call->location : Location{}),
                      fmt::format("TeX stopped here: {}", error.message), hint);
  } else {
    diagnostics.error({}, fmt::format("TeX stopped: {}", error.message), hint);
  }
}

}  // namespace

void map_errors(const TexLog& log, const LatexDocument& document, const std::filesystem::path& path,
                Diagnostics& diagnostics) {
  if (log.errors.empty()) {
    const auto only = only_raw_latex(document.map);
    diagnostics.error(only ? *only : find_ending_raw_latex(document).value_or(Location{}),
                      only
                          ? "TeX ended here without an error and without a PDF"
                          : "TeX ended here or in another <tex> without an error and without a PDF",
                      fmt::format("its log is {}", path.string()));
    return;
  }
  const auto& error = log.errors.front();
  if (!is_about_photo(error, document) && !raw_line_at(document, error.line)) {
    refuse_missing_part(error);
  }
  map_error(error, document, path, diagnostics);
}

void map_warnings(const TexLog& log, const LatexDocument& document,
                  const std::filesystem::path& path, Diagnostics& diagnostics) {
  for (const auto& error : log.errors) {
    if (error.message.starts_with("Missing character: ")) {
      map_error(error, document, path, diagnostics);
    }
  }
  for (const auto& warning : log.warnings) {
    const auto line = raw_line_at(document, warning.line);
    if (!line) continue;
    const auto place = [&](std::string_view wanted) {
      return find_in_raw_line(wanted, *line, document);
    };
    constexpr auto lost = "the PDF would have question marks";
    switch (warning.kind) {
      case TexWarning::Kind::undefined_reference:
        diagnostics.error(place(warning.name),
                          fmt::format("there is no \\label{{{}}}", warning.name), lost);
        break;
      case TexWarning::Kind::undefined_citation:
        diagnostics.error(place(warning.name),
                          fmt::format("there is no \\bibitem{{{}}}", warning.name), lost);
        break;
      case TexWarning::Kind::unclosed_group:
        diagnostics.warning(place("{"), "a group begins here and does not end",
                            "what it changes holds for all that follows");
        break;
      case TexWarning::Kind::unclosed_condition:
        diagnostics.warning(place(warning.name), fmt::format("{} has no \\fi", warning.name));
        break;
    }
  }
}

std::optional<Location> find_endless(const TexLog& log, const LatexDocument& document) {
  const auto found = std::ranges::find(log.errors, interruption, &TexError::message);
  if (found == log.errors.end()) return only_raw_latex(document.map);
  // By chance it was in one or another of the macros that run.
  const auto line = raw_line_at(document, found->line);
  if (!line) return std::nullopt;
  return start_of_raw_line(*line, document);
}

std::optional<Location> find_interrupted(const TexLog& log, const LatexDocument& document) {
  const auto found = std::ranges::find(log.errors, interruption, &TexError::message);
  if (found == log.errors.end() || found->file != "cv-body.tex") return std::nullopt;
  for (std::size_t line = found->line; line > 0; --line) {
    if (const auto call = document.map.call_at(line)) return call->location;
  }
  return std::nullopt;
}

}  // namespace xmlcv
