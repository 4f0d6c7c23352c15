#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "feedback/tex_errors.h"
#include "latex/moderncv.h"
#include "text/location.h"

namespace xmlcv {

// Where in the XML's raw LaTeX an error is. Nothing if it is not in raw LaTeX, as far as TeX tells.
std::optional<Location> place_in_raw_latex(const TexError& error, const Explanation* explanation,
                                           const LatexDocument& document);

// The line of a <tex> that is a line of cv-body.tex.
std::optional<SourceMap::Call> raw_line_at(const LatexDocument& document, std::size_t line);

// Where the words of such a line begin.
Location start_of_raw_line(const SourceMap::Call& line, const LatexDocument& document);

// The place of a text in such a line; where its words begin if it does not stand there.
Location find_in_raw_line(std::string_view wanted, const SourceMap::Call& line,
                          const LatexDocument& document);

// The <tex>, if there is one only.
std::optional<Location> only_raw_latex(const SourceMap& map);

// The <tex> that most likely ended TeX without an error: one with Lua, else the first.
std::optional<Location> find_ending_raw_latex(const LatexDocument& document);

}  // namespace xmlcv
