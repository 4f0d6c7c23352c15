#include "synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

namespace xmlcv::vocabulary {
namespace {

const Attribute* find_attribute(const Element& element, std::string_view name) {
  const auto found = std::ranges::find(element.attributes, name, &Attribute::name);
  return found == element.attributes.end() ? nullptr : &*found;
}

bool holds(const Element& parent, std::string_view child) {
  return std::ranges::find(parent.children, child, &Child::name) != parent.children.end();
}

bool has_value(const Attribute& attribute, std::string_view value) {
  const auto among = [value](const std::vector<Value>& all) {
    return std::ranges::find(all, value, &Value::name) != all.end();
  };
  return among(attribute.values) || among(attribute.words);
}

class Line {
 public:
  Line(const Vocabulary& vocabulary, std::size_t number, std::string_view text,
       std::vector<Synonyms>& synonyms)
      : vocabulary_(vocabulary), number_(number), text_(text), synonyms_(synonyms) {}

  void read() {
    const auto bar = text_.find(" | ");
    const auto in = text_.find(" in ");
    if (bar == std::string_view::npos || in >= bar) fail("expected WORDS in PARENTS | ANSWER");
    answer_ = text_.substr(bar + 3);
    read_answer();
    parents_ = parents_in(text_.substr(in + 4, bar - in - 4));
    for (const auto* parent : parents_) check_answer(*parent);
    read_words(text_.substr(0, in));
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(fmt::format("cv.synonyms:{}: {}", number_, what));
  }

  // The answer is an element, or attributes as they are in a start tag.
  void read_answer() {
    is_element_ = answer_.starts_with('<');
    const auto xml = is_element_ ? std::string(answer_) : fmt::format("<x {}/>", answer_);
    if (!tree_.load_string(xml.c_str())) fail(fmt::format("this is not XML: {}", answer_));
  }

  std::vector<const Element*> parents_in(std::string_view names) const {
    std::vector<const Element*> result;
    if (names == "*") {
      for (const auto& element : vocabulary_.elements) {
        if (is_element_ ? holds(element, root().name())
                        : find_attribute(element, root().first_attribute().name()) != nullptr) {
          result.push_back(&element);
        }
      }
      return result;
    }
    std::istringstream words{std::string(names)};
    for (std::string name; words >> name;) {
      const auto found = std::ranges::find(vocabulary_.elements, name, &Element::name);
      if (found == vocabulary_.elements.end()) fail(fmt::format("cv.rnc has no element {}", name));
      result.push_back(&*found);
    }
    return result;
  }

  // An element belongs into the parent, or behind it.
  void check_answer(const Element& parent) const {
    if (is_element_) {
      const std::string_view name = root().name();
      const bool behind = std::ranges::any_of(vocabulary_.elements, [&](const Element& outer) {
        return holds(outer, parent.name) && holds(outer, name);
      });
      if (!behind && !holds(parent, name)) {
        fail(fmt::format("<{}> is allowed neither in <{}> nor behind it", name, parent.name));
      }
      return;
    }
    for (const auto attribute : root().attributes()) {
      const auto* known = find_attribute(parent, attribute.name());
      if (known == nullptr) fail(fmt::format("<{}> has no {}", parent.name, attribute.name()));
      if (!known->values.empty() && !has_value(*known, attribute.value())) {
        fail(fmt::format("{} of <{}> is never {}", known->name, parent.name, attribute.value()));
      }
    }
  }

  // <element>, attribute= or attribute="value value", with blanks between.
  void read_words(std::string_view words) {
    while (true) {
      words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
      if (words.empty()) return;
      if (words[0] == '<') {
        words.remove_prefix(1);
        add_element(take(words, '>'));
        continue;
      }
      const auto attribute = take(words, '=');
      if (!words.starts_with('"')) {
        add_attribute(attribute);
        continue;
      }
      words.remove_prefix(1);
      std::istringstream values{std::string(take(words, '"'))};
      for (std::string value; values >> value;) add_value(attribute, value);
    }
  }

  // The text before a mark; both are removed.
  std::string_view take(std::string_view& words, char mark) const {
    const auto end = words.find(mark);
    const auto result = words.substr(0, end);
    const bool is_name = mark == '"' || result.find_first_of(" <>\"") == std::string_view::npos;
    if (end == std::string_view::npos || !is_name) {
      fail(fmt::format("expected <element>, attribute= or attribute=\"value\" at {}", words));
    }
    words.remove_prefix(end + 1);
    return result;
  }

  void add_element(std::string_view word) {
    for (const auto* parent : parents_) {
      if (holds(*parent, word)) fail(fmt::format("<{}> is allowed in <{}>", word, parent->name));
    }
    add(Synonyms::Kind::element, {}, word);
  }

  void add_attribute(std::string_view word) {
    for (const auto* parent : parents_) {
      if (find_attribute(*parent, word) != nullptr) {
        fail(fmt::format("<{}> has {}", parent->name, word));
      }
    }
    add(Synonyms::Kind::attribute, {}, word);
  }

  void add_value(std::string_view attribute, std::string_view word) {
    for (const auto* parent : parents_) {
      const auto* known = find_attribute(*parent, attribute);
      if (known == nullptr) fail(fmt::format("<{}> has no {}", parent->name, attribute));
      if (has_value(*known, word)) fail(fmt::format("{} may be {}", attribute, word));
    }
    add(Synonyms::Kind::value, attribute, word);
  }

  // Words of one kind share a row.
  void add(Synonyms::Kind kind, std::string_view attribute, std::string_view word) {
    if (row_ == nothing || synonyms_[row_].kind != kind || synonyms_[row_].attribute != attribute) {
      row_ = synonyms_.size();
      Synonyms row{kind, std::string(attribute), {}, {}, std::string(answer_)};
      for (const auto* parent : parents_) row.parents.push_back(parent->name);
      synonyms_.push_back(std::move(row));
    }
    synonyms_[row_].words.emplace_back(word);
  }

  pugi::xml_node root() const { return tree_.document_element(); }

  const Vocabulary& vocabulary_;
  std::size_t number_;
  std::string_view text_;
  std::vector<Synonyms>& synonyms_;
  std::string_view answer_;
  std::vector<const Element*> parents_;
  static constexpr std::size_t nothing = ~std::size_t{0};
  std::size_t row_ = nothing;  // the last one of this line
  bool is_element_ = false;
  pugi::xml_document tree_;
};

}  // namespace

std::vector<Synonyms> read_synonyms(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<Synonyms> result;
  std::istringstream lines{std::string(text)};
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.empty() && line[0] != '#') Line(vocabulary, number, line, result).read();
  }
  return result;
}

}  // namespace xmlcv::vocabulary
