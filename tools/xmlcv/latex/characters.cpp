#include "latex/characters.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "latex/escape.h"
#include "text/character_reference.h"
#include "text/source.h"
#include "text/text_breaks.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

// A mark belongs to a letter in front of it, but not to a brace that ends a command.
bool can_carry_marks(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*';
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> result;
  for (std::size_t i = 0; i < text.size();) result.push_back(next_code_point(text, i));
  return result;
}

std::string script_of(const std::vector<char32_t>& characters) {
  for (const char32_t c : characters) {
    UErrorCode code = U_ZERO_ERROR;
    const auto script = uscript_getScript(static_cast<UChar32>(c), &code);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED && U_SUCCESS(code)) {
      return uscript_getShortName(script);
    }
  }
  return uscript_getShortName(USCRIPT_COMMON);
}

// Follows the lines of the body and the leaves in them.
class Places {
 public:
  explicit Places(const LatexDocument& document)
      : document_(document), body_(document.body), leaves_(document.map.leaves_in_order()) {
    const auto metadata = document.map.call_at(1);
    last_line_of_metadata_ = metadata ? metadata->last_line : 0;
  }

  void advance(std::size_t offset) {
    const auto passed = body_.substr(at_, offset - at_);
    line_ += static_cast<std::size_t>(std::ranges::count(passed, '\n'));
    for (; next_ < leaves_.size() && document_.map.leaf(leaves_[next_]).offset <= offset; ++next_) {
      leaf_ = leaves_[next_];
    }
    at_ = offset;
  }

  bool is_metadata() const { return line_ <= last_line_of_metadata_; }

  Location location() const {
    const auto call = document_.map.call_at(line_);
    if (leaf_ == 0) return call ? call->location : Location{};
    const auto& leaf = document_.map.leaf(leaf_);
    const bool is_in_call = call && leaf.line >= call->first_line && leaf.line <= call->last_line;
    return is_in_call || !call ? leaf.location : call->location;
  }

 private:
  const LatexDocument& document_;
  std::string_view body_;
  std::vector<std::size_t> leaves_;
  std::size_t next_ = 0;  // of these
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t leaf_ = 0;  // 0: none yet
  std::size_t last_line_of_metadata_ = 0;
};

// The end of the element whose "<" is at the offset, or of the attribute's value that begins there.
std::size_t end_of(std::string_view xml, std::size_t begin) {
  if (xml[begin] != '<') return std::min(xml.find_first_of("\"'<", begin), xml.size());
  const auto name = xml.substr(begin + 1, xml.find_first_of(" \t\r\n/>", begin) - begin - 1);
  return std::min(xml.find(fmt::format("</{}", name), begin), xml.size());
}

// The character at an offset, which is moved behind it; a reference is what it stands for.
char32_t read_character(std::string_view xml, std::size_t& at) {
  const auto reference = read_character_reference(xml.substr(at));
  if (!reference) return next_code_point(xml, at);
  at += reference->length;
  return reference->code;
}

// The end of a run of characters beyond ASCII: behind the first ASCII character that another one
// follows. UAX 29 joins no two ASCII characters but CR LF.
std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_ascii(text.substr(at, 2))) at += utf8_length(text[at]);
  return std::min(at + 1, text.size());
}

// offset: of the text in the body.
void add_clusters(std::string_view text, std::size_t offset, Places& places,
                  std::vector<Cluster>& clusters) {
  std::size_t begin = 0;
  for (const auto end : cluster_ends(text)) {
    if (is_ascii(text.substr(begin, 1)) && end > begin + 1 && !can_carry_marks(text[begin])) {
      ++begin;
    }
    const auto cluster = text.substr(begin, end - begin);
    if (!is_ascii(cluster) && cluster != line_end_mark) {
      places.advance(offset + begin);
      auto characters = code_points(cluster);
      auto script = script_of(characters);
      clusters.push_back({offset + begin, offset + end, std::move(characters), std::move(script),
                          places.location(), !places.is_metadata()});
    }
    begin = end;
  }
}

}  // namespace

std::vector<Cluster> clusters_of(const LatexDocument& document) {
  std::vector<Cluster> clusters;
  const std::string_view body = document.body;
  Places places(document);
  for (auto at = find_beyond_ascii(body, 0); at < body.size(); at = find_beyond_ascii(body, at)) {
    const auto begin = at - std::min<std::size_t>(at, 1);
    at = end_of_run(body, at);
    add_clusters(body.substr(begin, at - begin), begin, places, clusters);
  }
  return clusters;
}

std::vector<Cluster> characters_of(const Cluster& cluster) {
  std::vector<Cluster> result;
  std::size_t begin = cluster.begin;
  for (const char32_t c : cluster.characters) {
    std::string bytes;
    append_code_point(bytes, c);
    const auto end = begin + bytes.size();
    if (is_ignorable(c) && !result.empty()) {
      result.back().end = end;
      result.back().characters.push_back(c);
    } else {
      result.push_back({begin, end, {c}, script_of({c}), cluster.location, cluster.printed});
    }
    begin = end;
  }
  return result;
}

bool is_ignorable(char32_t character) {
  return u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) !=
         0;
}

bool is_emoji(const Cluster& cluster) {
  constexpr char32_t emoji_style = 0xFE0F;
  return std::ranges::any_of(cluster.characters, [](char32_t c) {
    return c == emoji_style ||
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_PRESENTATION) != 0;
  });
}

Location place_of(char32_t character, Location text) {
  if (text.source == nullptr) return text;
  const auto xml = text.source->text();
  const auto end = end_of(xml, text.offset);
  for (std::size_t at = text.offset; at < end;) {
    const auto here = at;
    if (read_character(xml, at) == character) return text.source->at(here);
  }
  return text;
}

}  // namespace xmlcv
