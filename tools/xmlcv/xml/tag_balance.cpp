#include "xml/tag_balance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/suggestion.h"
#include "text/xml_tokens.h"
#include "xml/tag_pairs.h"
#include "xml/vocabulary.h"

namespace xmlcv {
namespace {

constexpr std::string_view blanks = " \t\r\n";

struct Tag {
  enum class Kind { start, end, empty };
  Kind kind;
  std::string_view name;
  std::size_t begin;
};

class Scan {
 public:
  Scan(const Source& source, std::size_t before)
      : source_(source), text_(source.text()), before_(std::min(before, text_.size())) {}

  std::optional<SyntaxError> run();

 private:
  bool skip_other_markup();
  Tag read_tag();
  void attributes();
  void start(const Tag& tag);
  void end(const Tag& tag);
  void text(std::size_t begin, std::size_t end);
  bool is_allowed(std::string_view child, std::string_view parent) const;
  // Whether the element around the one that is open holds such a child.
  bool belongs_to_outer(std::string_view child) const {
    return open_.size() > 1 && is_allowed(child, open_[open_.size() - 2].name);
  }
  bool has_no_end(const Tag& tag);
  // Where both an element and the one around it have their end tags, none is forgotten: that it is
  // not allowed there is an error of the grammar.
  bool may_lack_an_end(const Tag& tag, const Tag& parent) {
    return has_no_end(tag) || has_no_end(parent);
  }
  bool stands_like_an_end(const Tag& tag) const;
  SyntaxError expected_end(const Tag& found, const Tag& open) const {
    return {found.begin, fmt::format("expected </{}>, found <{}>", found.name, found.name),
            still_open(open)};
  }
  bool ends_next(std::string_view name) const;
  std::string still_open(const Tag& tag) const;
  void report(std::size_t offset, std::string message, std::string hint,
              std::optional<Edit> repair = std::nullopt) {
    if (!error_) {
      error_ = SyntaxError{offset, std::move(message), std::move(hint), std::move(repair)};
    }
  }
  // Ends an element that holds text where the next tag begins.
  Edit missing_end(const Tag& tag) const;
  std::optional<Edit> in_quotes(std::size_t value) const;
  std::optional<Edit> missing_quote(std::size_t quote) const;

  const Source& source_;
  std::string_view text_;
  std::size_t before_;
  std::size_t at_ = 0;
  std::vector<Tag> open_;
  std::optional<SyntaxError> error_;
  std::optional<std::vector<std::size_t>> without_end_;  // of the whole file
  std::optional<SyntaxError> meant_to_end_;  // an error if the tags don't match in the end
};

bool is_blank(char c) { return blanks.find(c) != std::string_view::npos; }

std::string_view read_name(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t\r\n/<>=\"'"));
}

// Comments, CDATA, processing instructions.
bool Scan::skip_other_markup() {
  if (at_ == text_.size()) return false;
  const auto token = read_xml_token(text_, at_);
  const bool is_other = token.kind == XmlTokenKind::cdata || token.kind == XmlTokenKind::other;
  if (is_other) at_ = token.end;
  return is_other;
}

std::string Scan::still_open(const Tag& tag) const {
  return fmt::format("<{}> on line {} is still open", tag.name, source_.position(tag.begin).line);
}

bool Scan::is_allowed(std::string_view child, std::string_view parent) const {
  const auto* rule = find_rule(parent);
  if (rule == nullptr || find_rule(child) == nullptr) return true;
  return std::ranges::find(rule->children, child, &ChildRule::name) != rule->children.end();
}

// Whether the next tag is the end tag of this name.
bool Scan::ends_next(std::string_view name) const {
  const auto next = text_.find('<', at_);
  return next != std::string_view::npos && text_.substr(next, 2) == "</" &&
         read_name(text_.substr(next + 2)) == name;
}

Edit Scan::missing_end(const Tag& tag) const {
  const auto close = text_.find('>', tag.begin);
  const auto next = std::min(text_.find('<', close), text_.size());
  return {next, 0, fmt::format("</{}>", tag.name)};
}

// A value without quotes ends with its tag or at a blank.
std::optional<Edit> Scan::in_quotes(std::size_t value) const {
  const auto end = std::min(text_.find_first_of(" \t\r\n/><\"'", value), text_.size());
  if (end == text_.size() || end == value) return std::nullopt;
  return Edit{value, end - value, fmt::format("\"{}\"", text_.substr(value, end - value))};
}

// A value without its second quote ends with its tag, if that is on the same line and holds no
// other attribute.
std::optional<Edit> Scan::missing_quote(std::size_t quote) const {
  const auto end = text_.find_first_of("><\n=", quote);
  if (end == std::string_view::npos || text_[end] != '>') return std::nullopt;
  const auto before = text_[end - 1] == '/' ? end - 1 : end;
  return Edit{before, 0, std::string(1, text_[quote])};
}

// Stops behind the tag's last attribute.
void Scan::attributes() {
  while (!error_) {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    if (at_ == text_.size() || text_[at_] == '>' || text_[at_] == '/') return;
    const auto name = read_name(text_.substr(at_));
    const auto behind = text_.find_first_not_of(blanks, at_ + name.size());
    if (name.empty() || behind == std::string_view::npos || text_[behind] != '=') {
      if (find_rule(open_.back().name) == nullptr && open_.back().kind == Tag::Kind::start) {
        if (!error_) error_ = lone_character(source_, open_.back().begin);  // 1<2, a <b and c
        return;
      }
      report(open_.back().begin, fmt::format("the tag <{}> does not end", open_.back().name),
             "write > behind its name and its attributes",
             is_blank(text_[at_ - 1]) || text_[at_] == '<' ? std::optional(Edit{at_, 0, ">"})
                                                           : std::nullopt);
      return;
    }
    const auto quote = text_.find_first_not_of(blanks, behind + 1);
    if (quote == std::string_view::npos || (text_[quote] != '"' && text_[quote] != '\'')) {
      report(std::min(quote, text_.size()), fmt::format("expected a quote behind {}=", name),
             "write the value of an attribute in quotes", in_quotes(quote));
      return;
    }
    const auto close = text_.find(text_[quote], quote + 1);
    const auto tag = text_.find('<', quote + 1);
    if (close == std::string_view::npos || tag < close) {
      report(quote, fmt::format("the value of {} does not end", name),
             "the quote at its end is missing", missing_quote(quote));
      return;
    }
    at_ = close + 1;
  }
}

Tag Scan::read_tag() {
  Tag tag{Tag::Kind::start, "", at_++};
  if (at_ < text_.size() && text_[at_] == '/') {
    tag.kind = Tag::Kind::end;
    ++at_;
  }
  tag.name = read_name(text_.substr(at_));
  at_ += tag.name.size();
  open_.push_back(tag);
  attributes();
  open_.pop_back();
  if (error_) return tag;
  const bool slash = at_ < text_.size() && text_[at_] == '/';
  if (slash) {
    if (tag.kind == Tag::Kind::start) tag.kind = Tag::Kind::empty;
    ++at_;
  }
  if (at_ == text_.size() || text_[at_] != '>') {
    report(
        tag.begin,
        fmt::format("the tag <{}{}> does not end", tag.kind == Tag::Kind::end ? "/" : "", tag.name),
        "write > at its end", Edit{at_, 0, ">"});
  }
  ++at_;
  return tag;
}

void Scan::start(const Tag& tag) {
  const auto* rule = find_rule(tag.name);
  const bool always_empty = rule != nullptr && rule->content == ContentKind::nothing;
  if (always_empty && !ends_next(tag.name) && has_no_end(tag)) {
    report(tag.begin, fmt::format("<{}> is not closed", tag.name),
           "it is always empty: write / before its >", Edit{at_ - 1, 0, "/"});
  }
  if (open_.empty()) {
    open_.push_back(tag);
    return;
  }
  const Tag parent = open_.back();
  if (!is_allowed(tag.name, parent.name) && may_lack_an_end(tag, parent)) {
    if (tag.name == parent.name) {
      error_ = expected_end(tag, parent);
      error_->repair = Edit{tag.begin + 1, 0, "/"};
    } else {
      const auto* outer = find_rule(parent.name);
      const bool holds_elements = outer->content == ContentKind::elements;
      report(holds_elements ? tag.begin : parent.begin,
             holds_elements ? fmt::format("expected </{}>, found <{}>", parent.name, tag.name)
                            : fmt::format("<{}> is not closed", parent.name),
             holds_elements ? still_open(parent)
                            : fmt::format("</{}> is missing at its end", parent.name),
             !holds_elements ? std::optional(missing_end(parent))
             : belongs_to_outer(tag.name)
                 ? std::optional(Edit{tag.begin, 0, fmt::format("</{}>", parent.name)})
                 : std::nullopt);
    }
  }
  if (!meant_to_end_ && stands_like_an_end(tag) && may_lack_an_end(tag, parent)) {
    meant_to_end_ = expected_end(tag, parent);
  }
  open_.push_back(tag);
}

bool Scan::has_no_end(const Tag& tag) {
  if (!without_end_) without_end_ = tags_without_end(text_);
  return std::ranges::binary_search(*without_end_, tag.begin);
}

// A start tag that stands exactly below another of its kind, as an end tag would.
bool Scan::stands_like_an_end(const Tag& tag) const {
  return tag.name == open_.back().name &&
         source_.position(tag.begin).column == source_.position(open_.back().begin).column;
}

void Scan::end(const Tag& tag) {
  if (open_.empty()) return;
  const Tag top = open_.back();
  if (tag.name == top.name) {
    open_.pop_back();
    return;
  }
  const bool mistyped = find_rule(tag.name) == nullptr;
  if (meant_to_end_ && !mistyped) error_ = meant_to_end_;
  const bool twice = open_.size() > 1 && open_[open_.size() - 2].name == top.name;
  const std::string expected = fmt::format("expected </{}>, found </{}>", top.name, tag.name);
  const std::array<std::string_view, 1> known = {tag.name};
  const bool is_deeper = open_.size() > 1 && open_[open_.size() - 2].name == tag.name;
  if (find_rule(top.name) == nullptr && find_rule(tag.name) != nullptr &&
      !nearest(top.name, known).empty()) {
    report(top.begin, fmt::format("unknown element <{}>", top.name),
           fmt::format("did you mean <{}>?", tag.name),
           Edit{top.begin + 1, top.name.size(), std::string(tag.name)});
  } else if (is_deeper && !ends_next(top.name)) {
    report(top.begin, fmt::format("<{}> is not closed", top.name),
           fmt::format("</{}> is missing at its end", top.name),
           Edit{tag.begin, 0, fmt::format("</{}>", top.name)});
  } else if (twice && !mistyped) {
    error_ = expected_end(top, open_[open_.size() - 2]);
  } else {
    report(tag.begin, expected, still_open(top),
           mistyped ? std::optional(Edit{tag.begin + 2, tag.name.size(), std::string(top.name)})
                    : std::nullopt);
  }
}

// A tag without its < is text that ends with >.
void Scan::text(std::size_t begin, std::size_t end) {
  const auto words = text_.substr(begin, end - begin);
  const auto close = words.find('>');
  if (close == std::string_view::npos) return;
  auto name = words.substr(0, close);
  name.remove_prefix(std::min(name.find_last_of(" \t\r\n/") + 1, name.size()));
  if (find_rule(name) == nullptr) return;
  const auto first = begin + close - name.size();
  const bool slash = first > begin && text_[first - 1] == '/';
  report(begin + close, fmt::format("found > in text behind {}", name),
         "the < of the tag is missing", Edit{slash ? first - 1 : first, 0, "<"});
}

std::optional<SyntaxError> Scan::run() {
  while (!error_ && at_ < before_) {
    const auto next = std::min(text_.find('<', at_), text_.size());
    text(at_, next);
    at_ = next;
    if (error_ || at_ >= before_ || skip_other_markup()) continue;
    const Tag tag = read_tag();
    if (error_) break;
    if (tag.kind == Tag::Kind::start) start(tag);
    if (tag.kind == Tag::Kind::end) end(tag);
  }
  return error_ ? error_ : meant_to_end_;
}

}  // namespace

SyntaxError lone_character(const Source& source, std::size_t offset) {
  const char c = source.text()[offset];
  return {offset, fmt::format("a lone {} is not allowed in text", c),
          "write &amp; for an ampersand and &lt; for a less-than sign in text",
          Edit{offset, 1, c == '&' ? "&amp;" : "&lt;"}, true};
}

std::optional<SyntaxError> find_tag_error(const Source& source, std::size_t before) {
  return Scan(source, before).run();
}

}  // namespace xmlcv
