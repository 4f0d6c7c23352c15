#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "cv/model.h"
#include "latex/latex.h"
#include "latex/source_map.h"

namespace xmlcv {

// Running text as LaTeX, with its markup.
Latex render(const Text& text);

// Writes the lines of cv-body.tex and fills the source map. Each argument of a command begins on
// a line of its own, and so does each leaf inside one: then TeX's line numbers tell leaves apart.
class LatexWriter {
 public:
  // Makes room for the text once, where its size can be guessed.
  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  // The text between two markers that tell page and place: \cvtext{17}{…}.
  Latex leaf(Location location, Latex text);
  Latex leaf(const Text& text) { return leaf(text.location, render(text)); }
  Latex leaf(const Words& words);

  // \name{…}{…}; location: the element that the call is made for.
  void command(std::string_view name, std::initializer_list<Latex> arguments, Location location);

  // LaTeX that the user wrote, as it is, on lines of its own.
  void raw(const RawLatex& tex);

  // A line of our own LaTeX.
  void line(std::string_view text);

  const std::string& text() const& { return text_; }
  std::string text() && { return std::move(text_); }
  const SourceMap& map() const& { return map_; }
  SourceMap map() && { return std::move(map_); }

 private:
  void write(const Latex& argument);

  std::string text_;
  std::size_t next_line_ = 1;
  SourceMap map_;
};

}  // namespace xmlcv
