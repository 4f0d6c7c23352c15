#include "typeset/synctex_records.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace xmlcv {
namespace {

constexpr std::string_view kinds = "[(])hrkgx$";

// Reads one number after the other, whatever stands between them.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  // same: what "=" stands for.
  long next(long same = 0) {
    text_.remove_prefix(std::min(text_.find_first_of("-0123456789="), text_.size()));
    if (text_.empty()) return 0;
    if (text_[0] == '=') {
      text_.remove_prefix(1);
      return same;
    }
    long number = 0;
    const auto* end = std::from_chars(text_.data(), text_.data() + text_.size(), number).ptr;
    text_.remove_prefix(std::max<std::size_t>(1, static_cast<std::size_t>(end - text_.data())));
    return number;
  }

 private:
  std::string_view text_;
};

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  void read(std::string_view line);

  std::vector<SynctexSheet> sheets;

 private:
  void input(std::string_view line);
  SynctexRecord record(std::string_view line);

  std::string_view source_;
  long tag_ = -1;
  bool on_sheet_ = false;
  long last_y_ = 0;
};

void Parser::read(std::string_view line) {
  if (line.starts_with("Input:")) {
    input(line);
  } else if (line.starts_with('{')) {
    sheets.push_back({Numbers(line).next(), {}});
    on_sheet_ = true;
  } else if (line.starts_with('}')) {
    on_sheet_ = false;
  } else if (on_sheet_ && !line.empty() && kinds.find(line[0]) != std::string_view::npos) {
    sheets.back().records.push_back(record(line));
  }
}

// "Input:142:/home/jane/cv-latex/./cv-body.tex"
void Parser::input(std::string_view line) {
  const bool wanted =
      line.ends_with(source_) && line.substr(0, line.size() - source_.size()).ends_with('/');
  if (wanted) tag_ = Numbers(line).next();
}

// "h142,12:3817285,6000674:0,0,0" is kind, tag of the input, line, place, size. The end of a box is
// a bracket alone.
SynctexRecord Parser::record(std::string_view line) {
  Numbers source(line);
  const bool is_of_source = source.next() == tag_;
  const auto number = static_cast<std::size_t>(source.next());
  // A column may stand behind the line, says the parser of SyncTeX 1.21.
  Numbers numbers(line.substr(std::min(line.find(':'), line.size())));
  SynctexRecord result{line[0], is_of_source ? number : 0, 0, 0, 0, 0, 0};
  result.x = numbers.next();
  result.y = numbers.next(last_y_);
  result.width = numbers.next();
  result.height = numbers.next();
  result.depth = numbers.next();
  if (line.size() > 1) last_y_ = result.y;
  return result;
}

}  // namespace

std::vector<SynctexSheet> parse_synctex(std::string_view text, std::string_view source) {
  Parser parser(source);
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    parser.read(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return std::move(parser.sheets);
}

}  // namespace xmlcv
