#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>
#include <random>
#include <sstream>
#include <string_view>

#include "mutants.h"
#include "xml/vocabulary.h"

namespace {

using xmlcv::AttributeRule;
using xmlcv::ElementRule;
using xmlcv::ValueKind;

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  void load(const std::filesystem::path& document) {
    tree_.load_file(document.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  }

  void step();

  std::string written() const {
    std::ostringstream out;
    tree_.save(out, "", pugi::format_raw);
    return out.str();
  }

  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  void remove() { drop(any()); }
  void duplicate();
  void move();
  void rename();
  void swap();
  void remove_attribute();
  void add_attribute();
  void change_attribute();
  void insert_text();
  void remove_text();

  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class Range>
  auto pick(const Range& range) {
    return *(std::begin(range) + static_cast<std::ptrdiff_t>(below(std::size(range))));
  }
  // One of those that an XPath finds, or none: what pugixml does with none has no effect.
  pugi::xml_node one_of(const char* path) {
    const auto found = tree_.select_nodes(path);
    return found.empty() ? pugi::xml_node() : pick(found).node();
  }
  pugi::xml_node any() { return one_of("/*//*"); }  // never the root
  std::string any_value(const AttributeRule& rule);
  static void drop(pugi::xml_node node) { node.parent().remove_child(node); }

  std::mt19937 random_;
  pugi::xml_document tree_;
};

// How often each change is made decides how many mutants are valid.
void Mutator::step() {
  using Step = void (Mutator::*)();
  static constexpr std::array<Step, 20> steps = {&Mutator::remove,
                                                 &Mutator::remove,
                                                 &Mutator::remove,
                                                 &Mutator::duplicate,
                                                 &Mutator::duplicate,
                                                 &Mutator::duplicate,
                                                 &Mutator::move,
                                                 &Mutator::move,
                                                 &Mutator::rename,
                                                 &Mutator::swap,
                                                 &Mutator::swap,
                                                 &Mutator::swap,
                                                 &Mutator::remove_attribute,
                                                 &Mutator::add_attribute,
                                                 &Mutator::add_attribute,
                                                 &Mutator::change_attribute,
                                                 &Mutator::add_attribute,
                                                 &Mutator::insert_text,
                                                 &Mutator::insert_text,
                                                 &Mutator::remove_text};
  (this->*pick(steps))();
}

void Mutator::duplicate() {
  const auto node = any();
  node.parent().insert_copy_after(node, node);
}

void Mutator::move() {
  const auto node = any();
  auto target = any();
  for (auto above = target; above; above = above.parent()) {
    if (above == node) return;
  }
  one_in(2) ? target.prepend_move(node) : target.append_move(node);
}

void Mutator::rename() {
  static constexpr auto wrong = std::to_array<std::string_view>({"entri", "blink", "Title"});
  const auto name = one_in(4) ? pick(wrong) : pick(xmlcv::element_names());
  any().set_name(std::string(name).c_str());
}

void Mutator::swap() {
  const auto node = any();
  auto next = node.next_sibling();
  while (next && next.type() != pugi::node_element) next = next.next_sibling();
  if (next) node.parent().insert_move_before(next, node);
}

void Mutator::remove_attribute() {
  auto node = one_of("/*//*[@*]");
  node.remove_attribute(node.first_attribute());
}

std::string Mutator::any_value(const AttributeRule& rule) {
  static constexpr auto dates = std::to_array<std::string_view>(
      {"2019", "2020-02", "2020-02-29", "2019-02-29", "1999", "present"});
  static constexpr auto words =
      std::to_array<std::string_view>({"en", "de", "industry", "academia+senior", "!industry",
                                       "portrait.jpg", "0.7", "https://example.org"});
  static constexpr auto wrong =
      std::to_array<std::string_view>({"", "wrong", "2019-13", "a b\tc", "0.99", "en_GB", "++"});
  if (one_in(4)) return std::string(pick(wrong));
  if (!rule.values.empty()) return std::string(pick(rule.values));
  switch (rule.kind) {
    case ValueKind::iso_date:
    case ValueKind::iso_date_or_present:
      return std::string(pick(dates));
    case ValueKind::language:
      return std::string(words[below(2)]);
    default:
      return std::string(pick(words));
  }
}

void Mutator::add_attribute() {
  auto node = any();
  const ElementRule* rule = xmlcv::find_rule(node.name());
  if (one_in(5)) rule = xmlcv::find_rule(pick(xmlcv::element_names()));
  if (rule == nullptr || rule->attributes.empty()) return;
  const auto attribute = pick(rule->attributes);
  const std::string name(attribute.name);
  node.remove_attribute(name.c_str());
  node.append_attribute(name.c_str()) = any_value(attribute).c_str();
}

void Mutator::change_attribute() {
  auto node = one_of("/*//*[@*]");
  const auto* rule = xmlcv::find_rule(node.name());
  if (rule == nullptr) return;
  for (const auto& attribute : rule->attributes) {
    auto found = node.attribute(std::string(attribute.name).c_str());
    if (found) found = any_value(attribute).c_str();
  }
}

void Mutator::insert_text() {
  static constexpr auto texts =
      std::to_array<const char*>({"text", " ", "\n\t", "a & b < c", "ü 漢", "\xC2\xA0"});
  auto node = any();
  const auto type = one_in(6) ? pugi::node_cdata : pugi::node_pcdata;
  (one_in(2) ? node.prepend_child(type) : node.append_child(type)).set_value(pick(texts));
}

void Mutator::remove_text() { drop(one_of("//text()")); }

}  // namespace

Samples random_mutants(const std::vector<std::filesystem::path>& documents, unsigned count,
                       std::uint32_t seed) {
  Mutator mutator(seed);
  Samples result;
  for (unsigned i = 0; i < count; ++i) {
    const auto& document = documents[mutator.below(documents.size())];
    mutator.load(document);
    for (auto steps = 1 + mutator.below(2); steps > 0; --steps) mutator.step();
    result.push_back({fmt::format("random-{:03}-of-{}", i, document.filename().string()),
                      mutator.written(), ""});
  }
  return result;
}
