#include "bibliography/bib_source.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace xmlcv {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool ends_word(char c) {
  return is_space(c) || std::string_view("{}()\",=#%@").find(c) != std::string_view::npos;
}

bool ends_key(char c) { return is_space(c) || c == ',' || c == '}' || c == ')'; }

std::string in_lower_case(std::string_view word) {
  std::string result;
  for (const char c : word) {
    result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

class Scanner {
 public:
  explicit Scanner(const Source& source) : text_(source.text()) {}

  std::vector<BibPlace> entries();

 private:
  std::optional<BibPlace> entry(std::size_t begin, const std::string& type);
  bool fields(BibPlace& entry);
  std::optional<BibPlace::Field> value();
  std::optional<BibPlace::Field> piece();
  bool pass_braces();
  bool pass_quotes();
  void skip_blanks();
  void skip_to_line_of_entry();
  std::string_view word();
  bool take(char c);
  bool is_at(char c) const { return next_ < text_.size() && text_[next_] == c; }

  std::string_view text_;
  std::size_t next_ = 0;
};

std::vector<BibPlace> Scanner::entries() {
  std::vector<BibPlace> result;
  for (next_ = text_.find('@'); next_ < text_.size(); next_ = text_.find('@', next_)) {
    const auto begin = next_++;
    skip_blanks();
    const auto type = in_lower_case(word());
    skip_blanks();
    if (type == "string" || type == "preamble" || type == "comment") {
      if (is_at('{') && !pass_braces()) return result;
    } else if (is_at('{') || is_at('(')) {
      ++next_;
      if (auto found = entry(begin, type)) result.push_back(std::move(*found));
    }
  }
  return result;
}

std::optional<BibPlace> Scanner::entry(std::size_t begin, const std::string& type) {
  BibPlace result{begin, type, "", {}};
  skip_blanks();
  const auto key = next_;
  while (next_ < text_.size() && !ends_key(text_[next_])) ++next_;
  result.key = text_.substr(key, next_ - key);
  skip_blanks();
  if (result.key.empty()) return std::nullopt;
  if (!fields(result)) skip_to_line_of_entry();
  return result;
}

// Whether all of them are well-formed.
bool Scanner::fields(BibPlace& entry) {
  while (take(',')) {
    skip_blanks();
    if (is_at('}') || is_at(')')) break;
    const auto name = in_lower_case(word());
    skip_blanks();
    if (name.empty() || !take('=')) return false;
    skip_blanks();
    const auto found = value();
    if (!found) return false;
    entry.fields.try_emplace(name, *found);
    skip_blanks();
  }
  return take('}') || take(')');
}

// Pieces may be joined: "a" # macro # {b}.
std::optional<BibPlace::Field> Scanner::value() {
  const auto first = piece();
  if (!first) return std::nullopt;
  skip_blanks();
  while (take('#')) {
    skip_blanks();
    if (!piece()) return std::nullopt;
    skip_blanks();
  }
  return first;
}

std::optional<BibPlace::Field> Scanner::piece() {
  const auto begin = next_;
  if (is_at('{') || is_at('"')) {
    if (is_at('{') ? !pass_braces() : !pass_quotes()) return std::nullopt;
    return BibPlace::Field{begin + 1, text_.substr(begin + 1, next_ - begin - 2)};
  }
  const auto found = word();
  if (found.empty()) return std::nullopt;
  return BibPlace::Field{begin, found};
}

bool Scanner::pass_braces() {
  int depth = 0;
  for (; next_ < text_.size(); ++next_) {
    if (is_at('{')) ++depth;
    if (is_at('}') && --depth == 0) {
      ++next_;
      return true;
    }
  }
  return false;
}

bool Scanner::pass_quotes() {
  int depth = 0;
  for (++next_; next_ < text_.size(); ++next_) {
    if (is_at('{')) ++depth;
    if (is_at('}')) --depth;
    if (is_at('"') && depth == 0) {
      ++next_;
      return true;
    }
  }
  return false;
}

void Scanner::skip_blanks() {
  while (next_ < text_.size() && (is_space(text_[next_]) || is_at('%'))) {
    next_ = is_at('%') ? std::min(text_.find('\n', next_), text_.size()) : next_ + 1;
  }
}

void Scanner::skip_to_line_of_entry() {
  const auto here = next_;
  for (auto line = text_.rfind('\n', here); line != std::string_view::npos;
       line = text_.find('\n', line + 1)) {
    next_ = std::min(text_.find_first_not_of(" \t\r\n", line), text_.size());
    if (next_ >= here && is_at('@')) return;
  }
  next_ = text_.size();
}

std::string_view Scanner::word() {
  const auto begin = next_;
  while (next_ < text_.size() && !ends_word(text_[next_])) ++next_;
  return text_.substr(begin, next_ - begin);
}

bool Scanner::take(char c) {
  if (!is_at(c)) return false;
  ++next_;
  return true;
}

}  // namespace

std::vector<BibPlace> find_entries(const Source& source) { return Scanner(source).entries(); }

}  // namespace xmlcv
