#include "xml/word_lines.h"

#include <algorithm>
#include <string_view>

#include "text/source.h"
#include "xml/vocabulary.h"

namespace xmlcv {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view name_at(std::string_view text, std::size_t offset) {
  const auto rest = text.substr(offset);
  return rest.substr(0, rest.find_first_of(" \t\r\n/>"));
}

// A ">" may stand in an attribute's value.
std::size_t end_of_tag(std::string_view text, std::size_t offset) {
  char quote = 0;
  for (; offset < text.size(); ++offset) {
    const char c = text[offset];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return offset + 1;
    }
  }
  return offset;
}

class Walk {
 public:
  explicit Walk(const Source& source) : source_(source), text_(source.text()) {}

  std::vector<std::size_t> words_of(std::size_t element);

 private:
  void markup();
  void tag();
  void words(std::size_t end);
  std::size_t behind(std::string_view mark) const {
    return std::min(text_.find(mark, at_), text_.size() - mark.size()) + mark.size();
  }
  bool begins(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }

  const Source& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  const ElementRule* rule_ = nullptr;  // of the element
  std::size_t aside_ = 0;              // the depth of a part that is a text of its own
  bool in_word_ = false;
  std::vector<std::size_t> lines_;
};

// Text has the highest rank, with its markup: what comes before it is no part of it.
bool comes_before_text(const ElementRule& rule, std::string_view child) {
  unsigned text_rank = 0;
  unsigned rank = no_rank;
  for (const auto& one : rule.children) {
    text_rank = std::max(text_rank, one.rank);
    if (one.name == child) rank = one.rank;
  }
  return rank < text_rank;
}

std::vector<std::size_t> Walk::words_of(std::size_t element) {
  at_ = element;
  rule_ = find_rule(name_at(text_, element + 1));
  tag();
  while (depth_ > 0 && at_ < text_.size()) {
    if (text_[at_] == '<') {
      markup();
    } else {
      words(std::min(text_.find('<', at_), text_.size()));
    }
  }
  return lines_;
}

void Walk::markup() {
  constexpr std::string_view cdata = "<![CDATA[";
  if (begins("<!--")) {
    at_ = behind("-->");
  } else if (begins("<?")) {
    at_ = behind("?>");
  } else if (begins(cdata)) {
    const auto end = behind("]]>");
    at_ += cdata.size();
    words(end - 3);
    at_ = end;
  } else {
    tag();
  }
}

void Walk::tag() {
  const bool is_end = begins("</");
  const auto name = name_at(text_, at_ + (is_end ? 2 : 1));
  at_ = end_of_tag(text_, at_);
  const auto* rule = find_rule(name);
  if (rule != nullptr && rule->content == ContentKind::nothing) in_word_ = false;
  if (is_end) {
    if (aside_ == depth_) aside_ = 0;
    --depth_;
  } else if (text_[at_ - 2] != '/') {
    ++depth_;
    if (depth_ == 2 && comes_before_text(*rule_, name)) aside_ = depth_;
  }
}

void Walk::words(std::size_t end) {
  for (; at_ < end; ++at_) {
    const bool blank = blanks.find(text_[at_]) != std::string_view::npos;
    if (aside_ == 0 && !blank && !in_word_) lines_.push_back(source_.position(at_).line);
    if (aside_ == 0) in_word_ = !blank;
  }
}

}  // namespace

std::vector<std::size_t> word_lines(Location text) {
  const Source& source = *text.source;
  std::vector<std::size_t> lines;
  if (source.text().substr(text.offset, 1) == "<") {
    const auto* rule = find_rule(name_at(source.text(), text.offset + 1));
    const bool holds_words = rule != nullptr && (rule->content == ContentKind::words ||
                                                 rule->content == ContentKind::text);
    if (holds_words) lines = Walk(source).words_of(text.offset);
  }
  if (lines.empty()) lines.push_back(source.position(text.offset).line);
  return lines;
}

}  // namespace xmlcv
