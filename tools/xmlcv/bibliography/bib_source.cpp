#include "bibliography/bib_source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "text/white_space.h"

namespace xmlcv {
namespace {

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

using Macros = std::map<std::string, std::string, std::less<>>;

// The macros that biber defines itself.
Macros months() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"January", "February", "March", "April", "May", "June", "July", "August", "September",
       "October", "November", "December"});
  Macros result;
  for (const auto name : names) result.emplace(in_lower_case(name.substr(0, 3)), name);
  return result;
}

// What macros may make of a file (biber takes 15 s for it): those that hold each other twice make
// more.
constexpr std::size_t most_bytes = 5'000'000;

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

class Scanner {
 public:
  explicit Scanner(const Source& source) : text_(source.text()) {}

  BibFile file();

 private:
  std::optional<BibPlace> entry(std::size_t begin, const std::string& type);
  bool fields(BibPlace& entry);
  void strings();
  void add(BibPlace& entry, std::size_t begin, const std::string& name, BibPlace::Field value);
  std::optional<BibPlace::Field> value(BibPlace& entry);
  std::optional<BibPlace::Field> piece(BibPlace& entry);
  bool pass_braces();
  bool pass_quotes();
  void skip_blanks();
  void skip_to_line_of_entry();
  std::string_view word();
  bool take(char c);
  bool is_at(char c) const { return next_ < text_.size() && text_[next_] == c; }

  std::string_view text_;
  std::size_t next_ = 0;
  Macros macros_ = months();
  std::size_t joined_ = 0;
  std::optional<std::size_t> too_long_;
};

BibFile Scanner::file() {
  BibFile result;
  for (next_ = text_.find('@'); next_ < text_.size(); next_ = text_.find('@', next_)) {
    const auto begin = next_++;
    skip_blanks();
    const auto type = in_lower_case(word());
    skip_blanks();
    if (type == "preamble" || type == "comment") {
      if (is_at('{') && !pass_braces()) break;
    } else if (is_at('{') || is_at('(')) {
      ++next_;
      if (type == "string") {
        strings();
      } else if (auto found = entry(begin, type)) {
        result.entries.push_back(std::move(*found));
      }
    }
  }
  result.too_long = too_long_;
  return result;
}

// What is in an @string, as the fields of an entry without a key.
void Scanner::strings() {
  BibPlace found;
  found.type = "string";
  if (!fields(found)) skip_to_line_of_entry();
}

std::optional<BibPlace> Scanner::entry(std::size_t begin, const std::string& type) {
  BibPlace result{begin, type, "", {}, {}, {}, {}, {}};
  skip_blanks();
  const auto key = next_;
  while (next_ < text_.size() && !ends_key(text_[next_])) ++next_;
  result.key = text_.substr(key, next_ - key);
  skip_blanks();
  if (result.key.empty()) return std::nullopt;
  const bool has_fields = take(',');
  if (has_fields ? !fields(result) : !take('}') && !take(')')) skip_to_line_of_entry();
  return result;
}

// Whether all of them are well-formed.
bool Scanner::fields(BibPlace& entry) {
  do {
    skip_blanks();
    if (is_at('}') || is_at(')')) break;
    const auto begin = next_;
    const auto name = in_lower_case(word());
    skip_blanks();
    if (name.empty() || !take('=')) return false;
    skip_blanks();
    auto found = value(entry);
    if (!found) return false;
    add(entry, begin, name, std::move(*found));
    skip_blanks();
  } while (take(','));
  return take('}') || take(')');
}

void Scanner::add(BibPlace& entry, std::size_t begin, const std::string& name,
                  BibPlace::Field value) {
  if (entry.type == "string") macros_[name] = value.value();
  const auto known = entry.fields.find(name);
  if (known == entry.fields.end()) {
    entry.fields.emplace(name, std::move(value));
  } else if (known->second.value() != value.value()) {
    entry.repeated.push_back({begin, name});
  }
}

// Pieces may be joined: "a" # macro # {b}.
std::optional<BibPlace::Field> Scanner::value(BibPlace& entry) {
  auto result = piece(entry);
  if (!result) return std::nullopt;
  skip_blanks();
  while (take('#')) {
    skip_blanks();
    const auto more = piece(entry);
    if (!more) return std::nullopt;
    result->joined = std::string(result->value()).append(more->value());
    skip_blanks();
  }
  joined_ += result->joined.size();
  if (joined_ <= most_bytes) return result;
  too_long_ = result->offset;
  next_ = text_.size();
  return std::nullopt;
}

std::optional<BibPlace::Field> Scanner::piece(BibPlace& entry) {
  const auto begin = next_;
  if (is_at('{') || is_at('"')) {
    if (is_at('{') ? !pass_braces() : !pass_quotes()) return std::nullopt;
    return BibPlace::Field{begin + 1, text_.substr(begin + 1, next_ - begin - 2), ""};
  }
  const auto found = word();
  if (found.empty()) return std::nullopt;
  BibPlace::Field result{begin, found, ""};
  if (is_number(found)) return result;
  const auto macro = macros_.find(in_lower_case(found));
  if (macro == macros_.end()) {
    entry.undefined.push_back({begin, std::string(found)});
    result.text = {};
  } else {
    result.joined = macro->second;
    if (macro->second.empty()) result.text = {};
  }
  return result;
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

BibFile find_entries(const Source& source) { return Scanner(source).file(); }

}  // namespace xmlcv
