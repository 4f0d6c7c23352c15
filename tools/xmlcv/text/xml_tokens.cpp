#include "text/xml_tokens.h"

#include <algorithm>
#include <array>

namespace xmlcv {
namespace {

struct Brackets {
  XmlTokenKind kind;
  std::string_view open;
  std::string_view close;
};

constexpr auto all_brackets = std::to_array<Brackets>({{XmlTokenKind::other, "<!--", "-->"},
                                                       {XmlTokenKind::cdata, "<![CDATA[", "]]>"},
                                                       {XmlTokenKind::other, "<?", "?>"}});

XmlToken read_bracketed(std::string_view text, std::size_t begin, const Brackets& brackets) {
  const auto inner = begin + brackets.open.size();
  const auto close = text.find(brackets.close, inner);
  const bool is_complete = close != text.npos;
  std::string_view content;
  if (brackets.kind == XmlTokenKind::cdata) content = text.substr(inner, close - inner);
  const auto end = is_complete ? close + brackets.close.size() : text.size();
  return {brackets.kind, begin, end, {}, content, is_complete};
}

// Behind the ">" of a tag, which may be in a value; where a quote is never closed, that of the
// first ">".
std::size_t end_of_tag(std::string_view text, std::size_t begin) {
  const auto limit = std::min(text.find('<', begin + 1), text.size());
  const auto tag = text.substr(0, limit);
  for (auto at = begin; at < limit;) {
    at = tag.find_first_of(">\"'", at);
    if (at == tag.npos) break;
    if (tag[at] == '>') return at + 1;
    at = tag.find(tag[at], at + 1);
    if (at == tag.npos) break;
    ++at;
  }
  const auto first = tag.find('>', begin);
  return first == tag.npos ? limit : first + 1;
}

XmlToken read_tag(std::string_view text, std::size_t begin) {
  const auto end = end_of_tag(text, begin);
  const auto tag = text.substr(begin, end - begin);
  const bool is_complete = tag.ends_with('>');
  const bool is_end = tag.starts_with("</");
  const bool is_empty = tag.ends_with("/>") && !is_end;
  auto name = tag.substr(is_end ? 2 : 1);
  name = name.substr(0, name.find_first_of(" \t\r\n/<>=\"'"));
  const auto kind = is_end     ? XmlTokenKind::end_tag
                    : is_empty ? XmlTokenKind::empty_tag
                               : XmlTokenKind::start_tag;
  return {kind, begin, end, name, {}, is_complete};
}

}  // namespace

XmlToken read_xml_token(std::string_view text, std::size_t begin) {
  if (text[begin] != '<') {
    const auto end = std::min(text.find('<', begin), text.size());
    return {XmlTokenKind::text, begin, end, {}, text.substr(begin, end - begin), true};
  }
  for (const auto& brackets : all_brackets) {
    if (text.substr(begin).starts_with(brackets.open)) return read_bracketed(text, begin, brackets);
  }
  return read_tag(text, begin);
}

}  // namespace xmlcv
