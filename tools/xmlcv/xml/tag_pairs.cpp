#include "xml/tag_pairs.h"

#include <algorithm>
#include <map>

#include "text/xml_tokens.h"

namespace xmlcv {

std::vector<std::size_t> tags_without_end(std::string_view text) {
  std::vector<std::size_t> result;
  std::vector<XmlToken> open;
  std::map<std::string_view, std::size_t> open_of_name;  // a stray end tag closes nothing
  for (std::size_t at = 0; at < text.size();) {
    const auto token = read_xml_token(text, at);
    at = token.end;
    if (!token.is_complete) continue;
    if (token.kind == XmlTokenKind::start_tag) {
      open.push_back(token);
      ++open_of_name[token.name];
    } else if (token.kind == XmlTokenKind::end_tag && open_of_name[token.name] > 0) {
      for (; open.back().name != token.name; open.pop_back()) {
        --open_of_name[open.back().name];
        result.push_back(open.back().begin);
      }
      --open_of_name[token.name];
      open.pop_back();
    }
  }
  for (const auto& token : open) result.push_back(token.begin);
  std::ranges::sort(result);
  return result;
}

}  // namespace xmlcv
