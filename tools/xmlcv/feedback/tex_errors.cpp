#include "feedback/tex_errors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace xmlcv {
namespace {

using Place = Explanation::Place;

// pattern: TeX's message, in which * stands for anything. In message and hint %1 is what the first
// * stood for, and %c the command before which TeX stopped.
struct Rule {
  std::string_view pattern;
  std::string_view message;
  std::string_view hint;
  Place place = Place::line;
};

constexpr std::string_view known_only =
    "only what LaTeX, moderncv and the packages that it loads define is known";
constexpr std::string_view close_it = "each { needs its }, and \\{ and \\} are the characters";

// As TeX Live 2022 to 2024 words them. The first that fits counts.
constexpr std::array rules = {
    Rule{"Undefined control sequence.", "there is no command %c", known_only},
    Rule{"Environment * undefined.", "there is no environment %1", known_only},
    Rule{"\\begin{cvdetails} on input line * ended by \\end{*}.", "\\end{%2} has no \\begin{%2}",
         ""},
    Rule{"\\begin{document} ended by \\end{*}.", "\\end{%1} has no \\begin{%1}", ""},
    Rule{"\\begin{*} on input line * ended by \\end{cvdetails}.", "\\begin{%1} has no \\end{%1}",
         "", Place::named},
    Rule{"\\begin{*} on input line * ended by \\end{document}.", "\\begin{%1} has no \\end{%1}", "",
         Place::named},
    Rule{"\\begin{*} on input line * ended by \\end{*}.", "\\end{%3} ends \\begin{%1}",
         "what begins last ends first"},
    Rule{"Too many }'s.", "a } has no {", close_it, Place::character},
    Rule{"Extra }, or forgotten $.", "a } has no {, or a $ has no second one", close_it,
         Place::character},
    Rule{"Extra }, or forgotten *.", "a } has no {", close_it, Place::character},
    Rule{"Argument of * has an extra }.", "the argument of %1 has a } without a {", close_it},
    Rule{"Missing } inserted.", "a { has no }", close_it, Place::opening},
    Rule{"Missing { inserted.", "a { is missing", close_it},
    Rule{"File ended while scanning *.", "a { has no }", close_it, Place::opening},
    Rule{"Paragraph ended before * was complete.", "an argument has no end in its paragraph",
         "close it with }, in front of the blank line", Place::opening},
    Rule{"Forbidden control sequence found while scanning *.", "an argument has no end", close_it,
         Place::opening},
    Rule{"Incomplete *; all text was ignored after line *.",
         "%1 has no \\fi, so that all that follows is lost", "", Place::named},
    Rule{"Extra \\*.", "\\%1 has no \\if", ""},
    Rule{"Display math should end with $$.", "a formula begins with $$ and ends with $", "",
         Place::character},
    Rule{"Bad math environment delimiter.", "the beginning or the end of a formula has no partner",
         ""},
    Rule{"Double superscript.", "two superscripts follow each other", "write {x^a}^b or x^{ab}",
         Place::character},
    Rule{"Double subscript.", "two subscripts follow each other", "write {x_a}_b or x_{ab}",
         Place::character},
    Rule{"Misplaced alignment tab character &.", "& stands outside of a table",
         "in XML, \\&amp; is the character", Place::character},
    Rule{"Extra alignment tab has been changed to \\cr.",
         "this row has more cells than the table has columns", "", Place::character},
    Rule{"Misplaced \\noalign.", "%c does not stand between two rows of a table", ""},
    Rule{"Misplaced \\omit.", "%c does not stand at the beginning of a cell", ""},
    Rule{"You can't use `macro parameter character #' in *.", "# stands outside of a definition",
         "\\# is the character", Place::character},
    Rule{"You can't use `*' in *.", "%1 cannot stand here", ""},
    Rule{"Illegal parameter number in definition of *.",
         "the definition of %1 uses a parameter that it does not have", ""},
    Rule{"Use of * doesn't match its definition.", "%1 is not followed by what it needs", ""},
    Rule{"Lonely \\item--perhaps a missing list environment.", "\\item stands outside of a list",
         "\\begin{itemize} and \\end{itemize} make one"},
    Rule{"Something's wrong--perhaps a missing \\item.", "a list has text without an \\item", ""},
    Rule{"There's no line here to end.", "\\\\ stands where there is no line to end",
         "a blank line ends a paragraph"},
    Rule{"Not in outer par mode.", "%c is not allowed in a box or an argument", ""},
    Rule{"Missing number, treated as zero.", "a number or a length is missing", ""},
    Rule{"Number too big.", "a number is too large for TeX", ""},
    Rule{"Arithmetic overflow.", "a number is too large for TeX", ""},
    Rule{"Illegal unit of measure (*).", "a length has no unit", "such as 3mm, 1.5em or 12pt"},
    Rule{"Dimension too large.", "a length is too large for TeX", "it can be 5.7 m at most"},
    Rule{"Command * already defined.", "there is a command %1 already", "choose another name"},
    Rule{"Can be used only in preamble.", "%c is not allowed in the text of a CV",
         "a <tex> is set where it stands, and cannot load packages"},
    Rule{"Package xcolor Error: Undefined color `*'.", "there is no color %1", ""},
    Rule{"\\verb ended by end of line.", "\\verb has no end in its line", ""},
    Rule{"\\verb illegal in argument.", "\\verb is not allowed in an argument", "\\texttt can"},
    Rule{"Unknown graphics extension: *.", "pictures of the kind %1 are not known",
         "PNG, JPEG and PDF are"},
    Rule{"Font *=* not loadable: *", "TeX has no font %2", ""},
    Rule{"Missing character: There is no * in font *!", "the font %2 lacks the letter %1", ""},
    Rule{"Missing character: There is no * in font *.", "the font %2 lacks the letter %1", ""},
    Rule{"File `*' not found.", "TeX has no file %1",
         "it finds what is installed, not what lies beside the CV"},
    Rule{"TeX capacity exceeded, sorry [*].", "this does not end, or is too long for TeX",
         "TeX's memory is full: %1"},
    Rule{"Lua error: not enough memory*", "this needs more memory than a CV may take",
         "the limit is 4 GB"},
    Rule{"error:  (lua): not enough memory*", "this needs more memory than a CV may take",
         "the limit is 4 GB"},
    Rule{"Lua error: *", "Lua stops here: %1", ""},
    Rule{"I can't write on file `*'.", "TeX may not write the file %1",
         "it writes into its own folder alone"},
    Rule{"No pages of output.", "this ends TeX before there is a page", ""},
};

// What the stars of a pattern stand for, if the pattern fits.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view text) {
  std::vector<std::string> found;
  for (auto star = pattern.find('*'); star != pattern.npos; star = pattern.find('*')) {
    if (!text.starts_with(pattern.substr(0, star))) return std::nullopt;
    text.remove_prefix(star);
    pattern.remove_prefix(star + 1);
    const auto next = pattern.substr(0, pattern.find('*'));
    const auto end =
        next.empty() || next.size() == pattern.size() ? text.rfind(next) : text.find(next);
    if (end == text.npos) return std::nullopt;
    const auto part = text.substr(0, next.empty() ? text.size() : end);
    found.emplace_back(part.substr(std::min(part.find_first_not_of(' '), part.size())));
    text.remove_prefix(part.size());
  }
  if (text != pattern) return std::nullopt;
  return found;
}

std::string filled(std::string_view text, const std::vector<std::string>& found,
                   const std::string& command) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
    } else if (text[++i] == 'c') {
      result += command;
    } else {
      result += found.at(static_cast<std::size_t>(text[i] - '1'));
    }
  }
  return result;
}

std::size_t to_line(const std::vector<std::string>& found) {
  std::size_t line = 0;
  if (found.size() > 1) std::from_chars(found[1].data(), found[1].data() + found[1].size(), line);
  return line;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@'; }

// TeX, which runs without a person, gives up where it is to read from the terminal.
bool asks_for_input(const TexError& error) {
  return error.message == "Emergency stop." && error.context.starts_with("<read ");
}

// TeX finds that a formula has no end only at the end of its paragraph.
Explanation missing_dollar(const TexError& error) {
  constexpr auto hint = "$x_1$ is a formula; \\$, \\_ and \\^{} are the characters";
  const auto last = error.read.find_last_not_of(" \t");
  if (last == std::string::npos) {
    return {"a $ has no second one in its paragraph", hint, Place::dollar, 0};
  }
  const bool is_sign = error.read[last] == '_' || error.read[last] == '^';
  const auto what = is_sign ? error.read.substr(last, 1) : last_command(error.read);
  if (what.empty()) return {"a $ has no second one", hint, Place::dollar, 0};
  return {what + " stands outside of a formula", hint, is_sign ? Place::character : Place::line, 0};
}

}  // namespace

std::optional<Explanation> explain(const TexError& error) {
  if (error.message == "Missing $ inserted.") return missing_dollar(error);
  if (asks_for_input(error)) {
    return Explanation{"this asks for something to be typed in, which nobody can", "", Place::line,
                       0};
  }
  const bool in_argument = error.message == "Undefined control sequence.";
  const auto command = last_command(in_argument ? error.context : error.read);
  for (const auto& rule : rules) {
    const auto found = match(rule.pattern, error.message);
    if (!found) continue;
    if (command.empty() && rule.message.find("%c") != std::string_view::npos) break;
    return Explanation{filled(rule.message, *found, command), filled(rule.hint, *found, command),
                       rule.place, rule.place == Place::named ? to_line(*found) : 0};
  }
  return std::nullopt;
}

std::string last_command(const std::string& read) {
  auto begin = read.rfind('\\');
  if (begin == std::string::npos) return "";
  // Of an even number of backslashes the last two are a command.
  const auto before = read.find_last_not_of('\\', begin);
  const auto first = before == std::string::npos ? 0 : before + 1;
  if ((begin - first) % 2 == 1) --begin;
  auto end = begin + 1;
  while (end < read.size() && is_letter(read[end])) ++end;
  if (end == begin + 1) ++end;
  return read.substr(begin, end - begin);
}

}  // namespace xmlcv
