#include "feedback/raw_latex.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "text/parts.h"
#include "text/source.h"

namespace xmlcv {
namespace {

// The place of the byte at an index of a raw line.
Location place_at(const SourceMap::Call& line, std::string_view text, std::size_t index) {
  const auto before = text.substr(0, index);
  const auto is_first_of_character = [](char c) { return (c & 0xC0) != 0x80; };
  const auto number = std::ranges::count_if(before, is_first_of_character);
  return line.location.source->at(character_offset(*line.location.source, line.location.offset,
                                                   static_cast<std::size_t>(number)));
}

Location first_word(const SourceMap::Call& line, std::string_view text) {
  const auto index = text.find_first_not_of(" \t");
  return place_at(line, text, index == text.npos ? 0 : index);
}

// The last place of a text in the lines of a <tex> from one of them upwards.
std::optional<Location> find_upwards(std::string_view wanted, const SourceMap::Call& from,
                                     const LatexDocument& document) {
  for (std::size_t number = from.last_line; number > 0; --number) {
    const auto line = raw_line_at(document, number);
    if (!line || line->tex->offset != from.tex->offset) return std::nullopt;
    const auto text = line_of(document.body, number);
    if (const auto index = text.rfind(wanted); index != text.npos) {
      return place_at(*line, text, index);
    }
  }
  return std::nullopt;
}

// The brace that nothing closes, the last one if they are several, in front of a line.
std::optional<Location> find_opening(const LatexDocument& document, std::size_t before) {
  std::vector<Location> open;
  std::optional<std::size_t> element;
  for (const auto& line : document.map.raw_lines()) {
    const bool ends = line.tex->offset != element || line.first_line >= before;
    if (ends && !open.empty()) return open.back();
    element = line.tex->offset;
    const auto text = line_of(document.body, line.first_line);
    for (std::size_t i = 0; i < text.size() && text[i] != '%'; ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text[i] == '{') {
        open.push_back(place_at(line, text, i));
      } else if (text[i] == '}' && !open.empty()) {
        open.pop_back();
      }
    }
  }
  if (open.empty()) return std::nullopt;
  return open.back();
}

// Lua that runs as a page is written.
std::optional<Location> find_late_lua(const LatexDocument& document) {
  for (const auto& line : document.map.raw_lines()) {
    const auto text = line_of(document.body, line.first_line);
    if (const auto at = text.find("\\latelua"); at != text.npos) return place_at(line, text, at);
  }
  return std::nullopt;
}

Location place_in_line(const TexError& error, const Explanation* explanation,
                       const SourceMap::Call& line, const LatexDocument& document) {
  const auto text = line_of(document.body, error.line);
  // A long line is cut at its left.
  if (!text.starts_with(error.read)) return first_word(line, text);
  if (explanation != nullptr && explanation->place == Explanation::Place::character) {
    const auto last = error.read.find_last_not_of(" \t");
    return last == std::string::npos ? first_word(line, text) : place_at(line, text, last);
  }
  if (explanation != nullptr && explanation->place == Explanation::Place::dollar) {
    return find_upwards("$", line, document).value_or(first_word(line, text));
  }
  if (error.context != error.read) {
    const auto inner = last_command(error.context);
    const auto place = inner.empty() ? std::nullopt : find_upwards(inner, line, document);
    if (place) return *place;
  }
  const auto command = error.read.rfind(last_command(error.read));
  return command < error.read.size() ? place_at(line, text, command) : first_word(line, text);
}

}  // namespace

std::optional<SourceMap::Call> raw_line_at(const LatexDocument& document, std::size_t line) {
  const auto call = document.map.call_at(line);
  return call && call->tex ? call : std::nullopt;
}

Location start_of_raw_line(const SourceMap::Call& line, const LatexDocument& document) {
  return first_word(line, line_of(document.body, line.last_line));
}

Location find_in_raw_line(std::string_view wanted, const SourceMap::Call& line,
                          const LatexDocument& document) {
  const auto text = line_of(document.body, line.last_line);
  const auto index = text.rfind(wanted);
  return index == text.npos ? start_of_raw_line(line, document) : place_at(line, text, index);
}

std::optional<Location> find_ending_raw_latex(const LatexDocument& document) {
  const auto lines = document.map.raw_lines();
  if (lines.empty()) return std::nullopt;
  for (const auto* suspect : {"os.exit", "lua"}) {
    for (const auto& line : lines) {
      const auto text = line_of(document.body, line.first_line);
      if (text.find(suspect) != text.npos) return line.tex;
    }
  }
  return lines.front().tex;
}

std::optional<Location> only_raw_latex(const SourceMap& map) {
  const auto lines = map.raw_lines();
  if (lines.empty() || lines.front().tex->offset != lines.back().tex->offset) return std::nullopt;
  return lines.front().tex;
}

std::optional<Location> place_in_raw_latex(const TexError& error, const Explanation* explanation,
                                           const LatexDocument& document) {
  using Place = Explanation::Place;
  const bool in_body = error.file == "cv-body.tex";
  if (explanation != nullptr && explanation->place == Place::opening) {
    const auto before = in_body ? error.line : std::numeric_limits<std::size_t>::max();
    if (const auto place = find_opening(document, before)) return place;
  }
  if (explanation != nullptr && explanation->place == Place::named) {
    if (const auto line = raw_line_at(document, explanation->named_line)) {
      return start_of_raw_line(*line, document);
    }
  }
  const auto line = in_body ? raw_line_at(document, error.line) : std::nullopt;
  if (line) return place_in_line(error, explanation, *line, document);
  const bool in_generated = in_body && document.map.call_at(error.line);
  if (in_generated) return std::nullopt;
  const auto only = only_raw_latex(document.map);
  return only || !error.message.starts_with("Lua error: ") ? only : find_late_lua(document);
}

}  // namespace xmlcv
