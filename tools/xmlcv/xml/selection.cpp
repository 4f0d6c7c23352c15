#include "xml/selection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "machine/failure.h"
#include "text/suggestion.h"
#include "text/white_space.h"
#include "xml/audience.h"
#include "xml/tree.h"
#include "xml/values.h"
#include "xml/vocabulary.h"

namespace xmlcv {
namespace {

std::string language_of(pugi::xml_node node) {
  return collapse(node.attribute("xml:lang").value());
}

std::string own_language(const Choices& choices) {
  return choices.cv.attribute("xml:lang") ? language_of(choices.cv) : "en";
}

bool same_language(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

void add_choices_in(pugi::xml_node node, std::vector<pugi::xml_node>& elements) {
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    const bool has_choice =
        child.first_attribute() && (child.attribute("xml:lang") || child.attribute("audience"));
    if (has_choice) elements.push_back(child);
    add_choices_in(child, elements);
  }
}

bool is_selectable(pugi::xml_node node) {
  const auto* rule = find_rule(node.name());
  return rule != nullptr && rule->selectable;
}

bool is_overlaid(pugi::xml_node node) {
  const auto* rule = find_rule(node.name());
  return rule != nullptr && rule->overlaid;
}

using Group = std::vector<pugi::xml_node>;

// The alternatives among the children of an element: of what may stand once all of a name, of
// what repeats the adjacent ones, where a language that comes again begins the next group.
class Groups {
 public:
  explicit Groups(pugi::xml_node parent) : parent_(parent), rule_(find_rule(parent.name())) {
    for (const auto child : parent.children()) {
      if (child.type() == pugi::node_element) add(child);
    }
  }

  const std::vector<Group>& all() const { return groups_; }

 private:
  void add(pugi::xml_node child) {
    const bool adjacent = std::string_view(child.name()) == previous_;
    previous_ = child.name();
    if (!child.attribute("xml:lang")) {
      previous_ = "";
      return;
    }
    if (is_overlaid(child) || !is_selectable(child)) return;
    if (stands_once(child)) {
      if (child == parent_.child(child.name())) add_all(child.name());
    } else if (adjacent && !holds_language(groups_.back(), child)) {
      groups_.back().push_back(child);
    } else {
      groups_.push_back({child});
    }
  }

  // One without a language would stand beside every alternative: then there are none.
  void add_all(const char* name) {
    Group group;
    for (const auto child : parent_.children(name)) {
      if (!child.attribute("xml:lang")) return;
      group.push_back(child);
    }
    groups_.push_back(std::move(group));
  }

  bool stands_once(pugi::xml_node child) const {
    if (rule_ == nullptr) return false;
    const auto found =
        std::ranges::find(rule_->children, std::string_view(child.name()), &ChildRule::name);
    return found != rule_->children.end() && found->max == 1;
  }

  static bool holds_language(const Group& group, pugi::xml_node child) {
    return std::ranges::any_of(group, [&child](pugi::xml_node other) {
      return same_language(language_of(other), language_of(child));
    });
  }

  pugi::xml_node parent_;
  const ElementRule* rule_;
  std::vector<Group> groups_;
  std::string_view previous_;
};

class Selector {
 public:
  Selector(const Source& source, const Selection& selection, std::string own_language,
           Diagnostics& diagnostics)
      : source_(source),
        selection_(selection),
        own_language_(std::move(own_language)),
        diagnostics_(diagnostics) {}

  // Removes what is for other readers, and what holds nothing then; whether a child was removed.
  // Before a language is chosen: an alternative that holds nothing is none.
  bool prune(pugi::xml_node parent);
  void choose_languages(pugi::xml_node parent);
  const std::vector<Location>& left_out() const { return left_out_; }

 private:
  bool fits(pugi::xml_node layout) const;
  bool is_for_these_readers(pugi::xml_node node) const;
  pugi::xml_node choose(const Group& group);

  const Source& source_;
  const Selection& selection_;
  std::string own_language_;
  Diagnostics& diagnostics_;
  std::vector<Location> left_out_;
};

// Looks are no text: one that is meant for others is left out without a word.
bool Selector::fits(pugi::xml_node layout) const {
  const std::string language = language_of(layout);
  if (!language.empty() && !same_language(primary(language), primary(selection_.language))) {
    return false;
  }
  const auto audience = parse_audience(layout.attribute("audience").value());
  return !audience || holds(*audience, selection_.audiences);
}

bool Selector::is_for_these_readers(pugi::xml_node node) const {
  if (is_overlaid(node)) return fits(node);
  if (selection_.audiences.empty() || !is_selectable(node)) return true;
  const auto audience = parse_audience(node.attribute("audience").value());
  return !audience || holds(*audience, selection_.audiences);
}

pugi::xml_node Selector::choose(const Group& group) {
  const auto find = [&group](const auto& matches) {
    const auto found = std::ranges::find_if(
        group, [&matches](pugi::xml_node node) { return matches(language_of(node)); });
    return found == group.end() ? pugi::xml_node() : *found;
  };
  const auto in = [&find](std::string_view wanted) {
    const auto exact = find([wanted](const auto& tag) { return same_language(tag, wanted); });
    if (exact) return exact;
    return find([wanted](const auto& tag) { return same_language(primary(tag), primary(wanted)); });
  };
  if (const auto wanted = in(selection_.language)) return wanted;
  const auto own = in(own_language_);
  const auto stands_in = own ? own : group[0];
  diagnostics_.warning(
      element_location(source_, stands_in),
      fmt::format("there is no <{}> in {} here; the one in {} is used instead", stands_in.name(),
                  selection_.language, language_of(stands_in)),
      fmt::format("add <{} xml:lang=\"{}\"> beside it; without xml:lang it is for every language",
                  stands_in.name(), selection_.language));
  return stands_in;
}

bool has_content(pugi::xml_node node) {
  return std::ranges::any_of(node.children(), [](pugi::xml_node child) {
    const bool is_text = child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata;
    return child.type() == pugi::node_element || (is_text && !collapse(child.value()).empty());
  });
}

// What has nothing left, or nothing of what it must hold: a list without points, a section that has
// its title alone.
bool is_empty(pugi::xml_node node) {
  if (!has_content(node)) return true;
  const auto& rule = *find_rule(node.name());
  bool must_hold = rule.needed_rank != no_rank;
  for (const auto& child : rule.children) {
    const bool is_content = child.rank == rule.needed_rank || (child.min > 0 && child.max > 1);
    must_hold = must_hold || is_content;
    if (is_content && node.child(std::string(child.name).c_str())) return false;
  }
  return must_hold;
}

bool Selector::prune(pugi::xml_node parent) {
  bool removed = false;
  for (auto child = parent.first_child(); child;) {
    const auto next = child.next_sibling();
    if (child.type() == pugi::node_element) {
      const bool is_for_others = child.first_attribute() && !is_for_these_readers(child);
      // What is empty in the file itself stays, and is an error of the next stage.
      const bool is_emptied =
          !is_for_others && prune(child) && is_selectable(child) && is_empty(child);
      if (is_emptied) left_out_.push_back(element_location(source_, child));
      if (is_for_others || is_emptied) removed = parent.remove_child(child);
    }
    child = next;
  }
  return removed;
}

void Selector::choose_languages(pugi::xml_node parent) {
  const bool has_languages = std::ranges::any_of(parent.children(), [](pugi::xml_node child) {
    return child.first_attribute() && child.attribute("xml:lang");
  });
  const Groups groups(has_languages ? parent : pugi::xml_node());
  for (const auto& group : groups.all()) {
    const std::string chosen = language_of(choose(group));
    for (const auto node : group) {
      // What stands twice in one language stays: the next stage refuses it.
      if (!same_language(language_of(node), chosen)) parent.remove_child(node);
    }
  }
  for (const auto child : parent.children()) choose_languages(child);
}

std::string how_to_declare(const std::string& name, const std::vector<std::string>& declared) {
  const std::vector<std::string_view> known(declared.begin(), declared.end());
  const auto meant = nearest(name, known);
  if (!meant.empty()) return fmt::format("did you mean {}?", meant);
  return fmt::format("declare it: <cv audiences=\"{}{}{}\">", fmt::join(declared, " "),
                     declared.empty() ? "" : " ", name);
}

void check_expression(const Source& source, pugi::xml_node node,
                      const std::vector<std::string>& declared, Diagnostics& diagnostics) {
  const auto attribute = node.attribute("audience");
  if (!attribute || !is_selectable(node)) return;
  const auto audience = parse_audience(attribute.value());
  if (!audience) return;
  const Location value = value_location(source, node, "audience");
  for (const auto& term : audience->terms) {
    for (const auto& factor : term) {
      if (std::ranges::find(declared, factor.name) != declared.end()) continue;
      diagnostics.error(source.at(character_offset(source, value.offset, factor.offset)),
                        fmt::format("<cv> declares no audience {}", factor.name),
                        how_to_declare(factor.name, declared));
    }
  }
}

}  // namespace

Choices find_choices(const pugi::xml_document& tree) {
  Choices choices{tree.document_element(), {}};
  add_choices_in(choices.cv, choices.elements);
  return choices;
}

std::vector<std::string> languages(const Choices& choices) {
  std::vector<std::string> result = {own_language(choices)};
  for (const auto node : choices.elements) {
    if (!node.attribute("xml:lang") || !is_selectable(node)) continue;
    const std::string language = language_of(node);
    const bool known = std::ranges::any_of(
        result, [&language](const auto& other) { return same_language(other, language); });
    if (!known) result.push_back(language);
  }
  return result;
}

std::vector<std::string> audiences(const Choices& choices) {
  return split_words(choices.cv.attribute("audiences").value());
}

void check_audiences(const Source& source, const Choices& choices, Diagnostics& diagnostics) {
  const auto declared = audiences(choices);
  for (const auto node : choices.elements) check_expression(source, node, declared, diagnostics);
}

Selection find_selection(const Choices& choices, const std::string& language,
                         const std::vector<std::string>& readers) {
  const auto known = languages(choices);
  const auto tag =
      language.empty() ? known.begin() : std::ranges::find_if(known, [&language](const auto& one) {
        return same_language(one, language);
      });
  if (tag == known.end()) {
    throw Failure(ExitStatus::wrong_usage, fmt::format("the CV has no text in {}", language),
                  fmt::format("it has {}", fmt::join(known, ", ")));
  }
  const auto declared = audiences(choices);
  for (const auto& reader : readers) {
    if (std::ranges::find(declared, reader) != declared.end()) continue;
    throw Failure(ExitStatus::wrong_usage, fmt::format("the CV declares no audience {}", reader),
                  declared.empty() ? "it declares none"
                                   : fmt::format("it declares {}", fmt::join(declared, ", ")));
  }
  return {*tag, {readers.begin(), readers.end()}};
}

std::vector<Location> select(const Source& source, const Selection& selection,
                             const Choices& choices, Diagnostics& diagnostics) {
  if (choices.elements.empty()) return {};
  Selector selector(source, selection, own_language(choices), diagnostics);
  selector.prune(choices.cv);
  selector.choose_languages(choices.cv);
  return selector.left_out();
}

}  // namespace xmlcv
