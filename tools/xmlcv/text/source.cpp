#include "text/source.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::size_t block = 1024;

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t end_of_name(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_space(text[at]) && text[at] != '>' && text[at] != '/') ++at;
  return at;
}

// The attribute that follows in a tag, which `at` is moved behind.
std::optional<AttributePlace> next_attribute(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_space(text[at])) ++at;
  if (at == text.size() || text[at] == '>' || text[at] == '/') return std::nullopt;
  const std::size_t begin = at;
  while (at < text.size() && !is_space(text[at]) && text[at] != '=') ++at;
  const std::size_t end = at;
  const std::size_t quote = text.find_first_of("\"'", at);
  if (quote == std::string_view::npos) return std::nullopt;
  const std::size_t last = text.find(text[quote], quote + 1);
  at = last == std::string_view::npos ? text.size() : last + 1;
  return AttributePlace{begin, end - begin, quote + 1};
}

}  // namespace

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)) {
  if (text_.starts_with(byte_order_mark)) text_.erase(0, byte_order_mark.size());
  line_starts_.push_back(0);
  for (auto end = text_.find('\n'); end != text_.npos; end = text_.find('\n', end + 1)) {
    line_starts_.push_back(end + 1);
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < text_.size(); i += block) {
    code_points_.push_back(count);
    count += code_points_in(i, std::min(i + block, text_.size()));
  }
}

std::size_t Source::code_points_in(std::size_t begin, std::size_t end) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(text().substr(begin, end - begin), begins_code_point));
}

std::size_t Source::code_points_before(std::size_t offset) const {
  if (offset == 0) return 0;
  const std::size_t number = (offset - 1) / block;
  return code_points_[number] + code_points_in(number * block, offset);
}

Source::Position Source::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  return {line, code_points_before(offset) - code_points_before(line_starts_[line - 1]) + 1};
}

std::string_view Source::line(std::size_t number) const {
  const std::size_t begin = line_starts_.at(number - 1);
  const std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  std::string_view line = std::string_view(text_).substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::size_t Source::offset(Position position) const {
  if (position.line == 0 || position.line > line_starts_.size()) return text_.size();
  const std::size_t begin = line_starts_[position.line - 1];
  const std::size_t end = begin + line(position.line).size();
  std::size_t offset = begin;
  for (std::size_t column = 1; column < position.column && offset < end; ++column) {
    offset += utf8_length(text_[offset]);
  }
  return std::min(offset, end);
}

std::vector<AttributePlace> attribute_places(const Source& source, std::size_t tag) {
  std::vector<AttributePlace> result;
  auto at = end_of_name(source.text(), tag + 1);
  while (const auto place = next_attribute(source.text(), at)) result.push_back(*place);
  return result;
}

std::optional<AttributePlace> find_attribute(const Source& source, std::size_t tag,
                                             std::string_view name) {
  auto at = end_of_name(source.text(), tag + 1);
  while (const auto place = next_attribute(source.text(), at)) {
    if (source.text().substr(place->name, place->length) == name) return place;
  }
  return std::nullopt;
}

std::vector<std::size_t> character_offsets(const Source& source, std::size_t begin,
                                           const std::vector<std::size_t>& numbers) {
  std::vector<std::size_t> result;
  const std::string_view text = source.text();
  const bool has_references = !text.substr(0, begin).ends_with("<![CDATA[");
  std::size_t i = begin;
  for (std::size_t n = 0; result.size() < numbers.size(); ++n) {
    while (result.size() < numbers.size() && (numbers[result.size()] == n || i >= text.size())) {
      result.push_back(std::min(i, text.size()));
    }
    if (i >= text.size()) break;
    if (text[i] == '&' && has_references) {
      i = std::min(text.find(';', i), text.size() - 1) + 1;
    } else if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      i += 2;
    } else {
      i += utf8_length(text[i]);
    }
  }
  return result;
}

std::size_t character_offset(const Source& source, std::size_t begin, std::size_t n) {
  return character_offsets(source, begin, {n})[0];
}

}  // namespace xmlcv
