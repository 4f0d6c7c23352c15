#include "xml/synonyms.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/parts.h"

namespace xmlcv {
namespace {

// startDate, start-date and start_date are one word.
std::string normalised(std::string_view word) {
  std::string result;
  for (const char c : word) {
    if (c == '-' || c == '_' || c == ' ') continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

bool among(const std::string& word, std::string_view list) {
  return std::ranges::any_of(split(list, ' '),
                             [&word](const std::string& one) { return normalised(one) == word; });
}

bool is_element(std::string_view answer) { return answer.starts_with('<'); }

std::string_view element_name(std::string_view answer) {
  return answer.substr(1, answer.find_first_of(" />") - 1);
}

}  // namespace

Answer find_answer(Misnomer kind, const ElementRule& parent, std::string_view word,
                   std::string_view attribute) {
  const auto wanted = normalised(word);
  const std::string parent_name(parent.name);
  const auto all = all_synonyms();
  const auto found = std::ranges::find_if(all, [&](const SynonymRow& row) {
    return row.kind == kind && row.attribute == attribute && among(parent_name, row.parents) &&
           among(wanted, row.words);
  });
  if (found == all.end()) return {};
  if (!is_element(found->answer)) return {found->answer, nullptr};
  const auto child =
      std::ranges::find(parent.children, element_name(found->answer), &ChildRule::name);
  return {found->answer, child == parent.children.end() ? nullptr : &*child};
}

std::string Answer::hint(Misnomer kind, const ElementRule& parent) const {
  if (!is_element(text)) {
    return kind == Misnomer::element ? fmt::format("write {} in the tag <{}>", text, parent.name)
                                     : fmt::format("write {}", text);
  }
  if (child == nullptr) return fmt::format("write {} behind </{}>", text, parent.name);
  return kind == Misnomer::element ? fmt::format("write {}", text)
                                   : fmt::format("write {} in <{}>", text, parent.name);
}

std::string_view Answer::attribute() const {
  return is_element(text) ? std::string_view() : text.substr(0, text.find('='));
}

}  // namespace xmlcv
