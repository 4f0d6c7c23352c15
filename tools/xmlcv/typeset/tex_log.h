#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// TeX stopped. All in valid UTF-8. file: as TeX names it, without ./; empty if it names none. line:
// from 1; 0 if none.
struct TexError {
  std::string file;
  std::size_t line;
  std::string message;  // without "LaTeX Error: "
  std::string
      context{};       // what it had read of the innermost macro or argument; of the line if none
  std::string read{};  // what it had read of the line
};

// A line of text that is wider than its column. line: of cv-body.tex, the first of the paragraph.
struct OverfullLine {
  double points;  // TeX's, 72.27 to the inch
  std::size_t line;
  std::string display;  // the line's content, as TeX shows it
};

// A page with more than fits, from 1.
struct OverfullPage {
  double points;
  std::size_t page;
};

// What TeX only tells, and ends with status 0. line: of cv-body.tex.
struct TexWarning {
  enum class Kind { undefined_reference, undefined_citation, unclosed_group, unclosed_condition };
  Kind kind;
  std::size_t line;
  std::string name;  // of the reference or the condition
};

// A log that was written with -file-line-error and unwrapped lines.
struct TexLog {
  std::vector<TexError> errors;  // in TeX's order; with -halt-on-error there is one at most
  std::vector<OverfullLine> overfull_lines;
  std::vector<OverfullPage> overfull_pages;
  std::vector<TexWarning> warnings;
};

TexLog parse_tex_log(std::string_view log);

// How many pages the PDF has, as the end of a log says; 0 if it says nothing.
long pages_of(std::string_view log);

}  // namespace xmlcv
