#include "xml/word_lines.h"

#include <algorithm>
#include <string_view>

#include "text/source.h"
#include "text/white_space.h"
#include "text/xml_tokens.h"
#include "xml/vocabulary.h"

namespace xmlcv {
namespace {

class Walk {
 public:
  explicit Walk(const Source& source) : source_(source), text_(source.text()) {}

  std::vector<std::size_t> words_of(std::size_t element);

 private:
  void tag(const XmlToken& token);
  void words(std::string_view text);

  const Source& source_;
  std::string_view text_;
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
  auto token = read_xml_token(text_, element);
  rule_ = find_rule(token.name);
  tag(token);
  while (depth_ > 0 && token.end < text_.size()) {
    token = read_xml_token(text_, token.end);
    if (!token.name.empty()) tag(token);
    if (!token.text.empty()) words(token.text);
  }
  return lines_;
}

void Walk::tag(const XmlToken& token) {
  const auto* rule = find_rule(token.name);
  if (rule != nullptr && rule->content == ContentKind::nothing) in_word_ = false;
  if (token.kind == XmlTokenKind::end_tag) {
    if (aside_ == depth_) aside_ = 0;
    --depth_;
  } else if (token.kind == XmlTokenKind::start_tag) {
    ++depth_;
    if (depth_ == 2 && comes_before_text(*rule_, token.name)) aside_ = depth_;
  }
}

void Walk::words(std::string_view text) {
  const auto begin = static_cast<std::size_t>(text.data() - text_.data());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool blank = is_space(static_cast<unsigned char>(text[i]));
    if (aside_ == 0 && !blank && !in_word_) lines_.push_back(source_.position(begin + i).line);
    if (aside_ == 0) in_word_ = !blank;
  }
}

}  // namespace

std::vector<std::size_t> word_lines(Location text) {
  const Source& source = *text.source;
  std::vector<std::size_t> lines;
  if (source.text().substr(text.offset, 1) == "<") {
    const auto* rule = find_rule(read_xml_token(source.text(), text.offset).name);
    const bool holds_words = rule != nullptr && (rule->content == ContentKind::words ||
                                                 rule->content == ContentKind::text);
    if (holds_words) lines = Walk(source).words_of(text.offset);
  }
  if (lines.empty()) lines.push_back(source.position(text.offset).line);
  return lines;
}

}  // namespace xmlcv
