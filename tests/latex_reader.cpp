#include "latex_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace {

using Names = std::set<std::string_view, std::less<>>;

const std::map<std::string_view, std::string_view, std::less<>> characters = {
    {"textbackslash", "\\"}, {"textasciitilde", "~"},  {"textasciicircum", "^"},
    {"textquotedbl", "\""},  {"textquotesingle", "'"}, {"textasciigrave", "`"},
    {"textless", "<"},       {"textgreater", ">"},     {"textbar", "|"},
    {"cvbreak", ""},         {"cvdivide", ""},         {"cvhyphen", ""},
    {"cvsplit", ""},         {"cvnobreak", ""},        {"cvspace", ""},
    {"cvapart", ""},         {"cvwide", " "},          {"cvwidetie", "\u00A0"},
    {"cvsoft", "\u00AD"},    {"textellipsis", "…"}};

const Names commands = {
    "address",         "born",       "cvdetails",  "cventry",       "cvitem",
    "cvlabel",         "cvlistitem", "cvtext",     "cvwork",        "email",
    "extrainfo",       "homepage",   "cvmetadata", "cvphotolook",   "name",
    "cvnewline",       "photo",      "quote",      "makecvtitle",   "section",
    "subsection",      "textbf",     "textit",     "texttt",        "textsubscript",
    "textsuperscript", "title",      "cvsocial",   "cvothersocial", "phone",
    "begin",           "end"};

// What TeX's T1 fonts join.
constexpr auto joined = std::to_array<std::string_view>(
    {"--", "–-", ",,", "''", "``", "<<", ">>", "?`", "!`", "’’", "‘‘", "?‘", "!‘", "-\u2010",
     "\u2010-", "\u2010\u2010", "–\u2010"});

constexpr std::string_view orders = "$&#^_\"'`<>|";
constexpr std::string_view of_addresses =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:/?[]@!$'()*+,;=";
constexpr std::string_view line_end_mark = "\u200B";
constexpr std::size_t longest_line = 200000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7F';
}

class Reader {
 public:
  explicit Reader(std::string_view latex) : latex_(latex) {}

  // Up to the end, or to the brace that closes a group.
  std::string text(bool whole_body, bool in_group = false);
  std::string address();

  bool at_end() const { return position_ == latex_.size(); }

 private:
  [[noreturn]] void error(const std::string& what) const {
    const auto begin = position_ < 40 ? 0 : position_ - 40;
    throw MalformedLatex(what + " at: " + std::string(latex_.substr(begin, 80)));
  }
  char here() const { return at_end() ? '\0' : latex_[position_]; }
  void expect(char c) {
    if (here() != c) error(std::string("expected ") + c);
    ++position_;
  }
  std::string_view command_name();
  std::string command(bool whole_body);
  void link();
  void environment(std::string_view what);
  void literal(std::string& text);
  void comment();
  void line_end(bool in_group);
  std::string_view word_in_braces();

  std::string_view latex_;
  std::size_t position_ = 0;
  std::size_t literals_ = 0;  // where the characters that stand side by side begin
  int details_ = 0;
};

std::string_view Reader::command_name() {
  const auto begin = position_;
  while (is_letter(here())) ++position_;
  return latex_.substr(begin, position_ - begin);
}

std::string_view Reader::word_in_braces() {
  expect('{');
  const auto begin = position_;
  while (is_letter(here()) || (here() >= '0' && here() <= '9')) ++position_;
  const auto word = latex_.substr(begin, position_ - begin);
  expect('}');
  return word;
}

void Reader::link() {
  expect('{');
  address();
  expect('}');
  if (here() != '{') error("a link has words");
}

void Reader::environment(std::string_view what) {
  if (word_in_braces() != "cvdetails") error("unknown environment");
  details_ += what == "begin" ? 1 : -1;
  if (details_ < 0) error("\\end without \\begin");
}

std::string Reader::command(bool whole_body) {
  constexpr std::string_view escaped = "{}$&#%_";
  if (escaped.find(here()) != std::string_view::npos && !at_end()) {
    return std::string(1, latex_[position_++]);
  }
  const auto name = command_name();
  if (const auto found = characters.find(name); found != characters.end()) {
    expect('{');
    expect('}');
    return std::string(found->second);
  }
  if (!whole_body) error("a command in a text");
  if (name == "cvlink") {
    link();
  } else if (!commands.contains(name)) {
    error("unknown command");
  }
  if (name == "cvtext" || name == "cvsocial") word_in_braces();
  if (name == "begin" || name == "end") environment(name);
  if (name == "phone") {
    expect('[');
    command_name();
    expect(']');
  }
  return "";
}

void Reader::literal(std::string& text) {
  const char c = here();
  if (orders.find(c) != std::string_view::npos) error("an order to TeX");
  if (is_control(c)) error("a control character");
  text += c;
  ++position_;
  const auto run = latex_.substr(literals_, position_ - literals_);
  for (const auto pair : joined) {
    if (run.ends_with(pair)) error("characters that TeX joins");
  }
}

void Reader::comment() {
  ++position_;
  if (here() != '\n') error("a comment that hides text");
}

void Reader::line_end(bool in_group) {
  ++position_;
  const auto next = latex_.find_first_not_of(' ', position_);
  if (in_group && next != std::string_view::npos && latex_[next] == '\n') {
    error("a paragraph ends in an argument");
  }
}

std::string Reader::text(bool whole_body, bool in_group) {
  std::string result;
  literals_ = position_;
  while (!at_end()) {
    const char c = here();
    if (c == '}' && in_group) return result;
    if (c == '}') error("a brace closes nothing");
    if (c == '\\') {
      ++position_;
      result += command(whole_body);
    } else if (c == '{') {
      ++position_;
      result += text(whole_body, true);
      expect('}');
    } else if (c == '~') {
      ++position_;
      result += "\u00A0";
    } else if (c == '%') {
      comment();
    } else if (latex_.substr(position_).starts_with(line_end_mark)) {
      position_ += line_end_mark.size();
    } else if (c == '\n') {
      line_end(in_group);
      result += ' ';
    } else {
      literal(result);
      continue;
    }
    literals_ = position_;
  }
  if (in_group) error("a brace is not closed");
  if (details_ != 0) error("\\begin without \\end");
  return result;
}

std::string Reader::address() {
  constexpr std::string_view escaped = "#%&_";
  std::string result;
  while (!at_end() && here() != '}') {
    if (here() == '\\') {
      ++position_;
      if (at_end() || escaped.find(here()) == std::string_view::npos) error("an order to TeX");
    } else if (of_addresses.find(here()) == std::string_view::npos) {
      error("no character of an address");
    }
    result += latex_[position_++];
  }
  return result;
}

void check_lines(std::string_view latex) {
  while (!latex.empty()) {
    const auto end = std::min(latex.find('\n'), latex.size());
    if (end >= longest_line) throw MalformedLatex("a line is too long for TeX");
    latex.remove_prefix(std::min(end + 1, latex.size()));
  }
}

}  // namespace

std::string text_of_latex(std::string_view latex) { return Reader(latex).text(false); }

std::string address_of_latex(std::string_view latex) {
  Reader reader(latex);
  auto result = reader.address();
  if (!reader.at_end()) throw MalformedLatex("a brace in an address: " + std::string(latex));
  return result;
}

void check_latex_body(std::string_view latex) {
  check_lines(latex);
  Reader(latex).text(true);
}
