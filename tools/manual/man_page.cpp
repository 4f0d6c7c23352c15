#include "man_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace xmlcv {
namespace {

// A hyphen is a minus sign that can be copied, and no line begins with a dot by accident.
std::string roff(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n')) {
      result += "\\&";
      result += c;
    } else {
      result += c;
    }
  }
  return result;
}

std::string option_entry(const OptionText& option) {
  const auto argument =
      option.argument.empty() ? "" : fmt::format(" \\fI{}\\fR", roff(option.argument));
  const auto name =
      option.names.empty()
          ? argument.substr(1)
          : fmt::format("\\fB{}\\fR{}", roff(fmt::format("{}", fmt::join(option.names, ", "))),
                        argument);
  return fmt::format(".TP\n{}\n{}.\n", name, roff(option.text));
}

constexpr auto head = R"(.TH XMLCV 1 "" "xmlcv {}" "User Commands"
.SH NAME
xmlcv \- make a CV as PDF from a CV as XML
.SH SYNOPSIS
.B xmlcv
.I COMMAND
.RI [ OPTIONS ]
.I FILE
.SH DESCRIPTION
xmlcv checks a CV in XML, compiles it into LaTeX with moderncv, and drives latexmk to the PDF. Each error
is shown at a line and column of the XML. Exit status 0 means that every selected word is in the PDF.
.PP
.B xmlcv new
writes a small CV to begin with,
.B xmlcv build cv.xml
makes its PDF.
.SH COMMANDS
)";

constexpr auto foot = R"(.SH EXIT STATUS
.TP
.B 0
good
.TP
.B 1
an error in the XML or the .bib; it is said where
.TP
.B 2
wrong usage
.TP
.B 3
something is not installed; it is said what
.TP
.B 4
the machine failed: a full disk, a file that cannot be written, the time limit
.SH ENVIRONMENT
.TP
.B XMLCV_MESSAGE_FORMAT
the form of messages where the command line names none
.TP
.B NO_COLOR
no colours on a terminal
.TP
.B SOURCE_DATE_EPOCH
the date in the properties of the PDF, in seconds since 1970
.SH FILES
.TP
.I $XDG_CACHE_HOME/xmlcv, ~/.cache/xmlcv
what is kept for speed;
.B xmlcv doctor \-\-empty\-cache
removes it
.SH SEE ALSO
.BR latexmk (1),
.BR biber (1)
)";

}  // namespace

std::string man_page(const std::vector<CommandText>& commands, const std::string& version) {
  std::string result = fmt::format(head, version);
  for (const auto& command : commands) {
    result += fmt::format(".SS {}\n{}.\n", roff(command.name), roff(command.text));
    for (const auto& option : command.options) result += option_entry(option);
  }
  return result + foot;
}

}  // namespace xmlcv
