#include "xml/vocabulary.h"

#include <algorithm>
#include <array>

#include "cv/networks.h"

namespace xmlcv {
namespace {

constexpr auto section_kinds = std::to_array<std::string_view>(
    {"summary", "education", "work", "research", "teaching", "publications", "patents", "awards",
     "certificates", "skills", "languages", "projects", "volunteer", "service", "talks",
     "references", "interests", "other"});

constexpr auto publication_types = std::to_array<std::string_view>(
    {"article", "inproceedings", "book", "inbook", "patent", "thesis", "report", "preprint",
     "software", "dataset", "misc"});

constexpr auto publication_statuses = std::to_array<std::string_view>(
    {"published", "in-press", "accepted", "submitted", "in-preparation"});

constexpr auto bibliography_authors = std::to_array<std::string_view>({"owner"});

constexpr auto bibliography_groups = std::to_array<std::string_view>({"type", "year"});

constexpr auto bibliography_orders =
    std::to_array<std::string_view>({"newest-first", "oldest-first", "author", "title", "none"});

constexpr auto phone_kinds = std::to_array<std::string_view>({"mobile", "fixed", "fax"});

constexpr auto styles =
    std::to_array<std::string_view>({"classic", "casual", "banking", "oldstyle"});

constexpr auto colors = std::to_array<std::string_view>(
    {"black", "blue", "burgundy", "green", "grey", "orange", "purple", "red"});

constexpr auto fonts = std::to_array<std::string_view>({"sans", "roman"});

constexpr auto font_sizes = std::to_array<std::string_view>({"10pt", "11pt", "12pt"});

constexpr auto papers =
    std::to_array<std::string_view>({"a4", "a5", "b5", "letter", "legal", "executive"});

constexpr auto alignments = std::to_array<std::string_view>({"left", "justified"});
constexpr auto yes_or_no = std::to_array<std::string_view>({"yes", "no"});

constexpr auto markup = std::to_array<std::string_view>({"b", "i", "code", "sub", "sup", "a"});

using Attributes = std::vector<AttributeRule>;
using Children = std::vector<ChildRule>;

Attributes period() {
  return {{"from", false, ValueKind::date, {}},
          {"to", false, ValueKind::date_or_present, {}},
          {"date", false, ValueKind::date, {}}};
}

void allow_content(Children& children, unsigned rank) {
  for (const std::string_view name :
       {"entry", "item", "publication", "bibliography", "p", "list", "tex"}) {
    children.push_back({name, 0, unlimited, rank});
  }
}

Children inline_children() {
  Children children;
  for (const auto name : markup) children.push_back({name, 0, unlimited, 0});
  children.push_back({"br", 0, unlimited, 0});
  return children;
}

Children section_children() {
  Children children = {{"title", 0, 1, 0}};
  allow_content(children, 1);
  children.push_back({"group", 0, unlimited, 1});
  return children;
}

Children group_children() {
  Children children = {{"title", 1, 1, 0}};
  allow_content(children, 1);
  return children;
}

Children entry_children() {
  Children children = {{"title", 0, 1, 0},
                       {"organization", 0, 1, 0},
                       {"place", 0, 1, 0},
                       {"grade", 0, 1, 0},
                       {"when", 0, 1, 0}};
  allow_content(children, 0);
  return children;
}

Children item_children() {
  Children children = {{"when", 0, 1, 0}, {"label", 0, 1, 0}};
  for (auto child : inline_children()) {
    child.rank = 1;
    children.push_back(child);
  }
  return children;
}

ElementRule text(std::string_view name) {
  return {name, ContentKind::text, ValueKind::any, {}, inline_children(), false};
}

ElementRule words(std::string_view name, ValueKind value = ValueKind::any,
                  Attributes attributes = {}) {
  return {name, ContentKind::words, value, std::move(attributes), {}, false};
}

ElementRule elements(std::string_view name, Attributes attributes, Children children,
                     bool needs_child = false) {
  return {
      name,       ContentKind::elements, ValueKind::any, std::move(attributes), std::move(children),
      needs_child};
}

ElementRule empty(std::string_view name, Attributes attributes = {}) {
  return {name, ContentKind::nothing, ValueKind::any, std::move(attributes), {}, false};
}

const AttributeRule language = {"xml:lang", false, ValueKind::language, {}};

// Blocks that languages and audiences choose from.
constexpr auto selectables = std::to_array<std::string_view>(
    {"address",  "bibliography", "born",   "email", "entry",  "extra", "grade",       "group",
     "headline", "homepage",     "item",   "label", "layout", "li",    "list",        "name",
     "note",     "organization", "p",      "phone", "photo",  "place", "publication", "quote",
     "section",  "series",       "social", "tex",   "title",  "venue", "when"});

void add_languages(std::vector<ElementRule>& rules) {
  for (auto& rule : rules) {
    rule.selectable = std::ranges::find(selectables, rule.name) != selectables.end();
    const bool is_markup = std::ranges::find(markup, rule.name) != markup.end();
    if (rule.selectable || is_markup) rule.attributes.push_back(language);
    if (rule.selectable) {
      rule.attributes.push_back({"audience", false, ValueKind::audience, {}});
    }
  }
}

void add_layout(std::vector<ElementRule>& rules) {
  rules.push_back(empty("layout", {{"style", false, ValueKind::any, styles},
                                   {"color", false, ValueKind::any, colors},
                                   {"font", false, ValueKind::any, fonts},
                                   {"font-size", false, ValueKind::any, font_sizes},
                                   {"paper", false, ValueKind::any, papers},
                                   {"text-area", false, ValueKind::text_area, {}},
                                   {"align", false, ValueKind::any, alignments},
                                   {"page-numbers", false, ValueKind::any, yes_or_no},
                                   {"pages", false, ValueKind::page_count, {}}}));
}

void add_person(std::vector<ElementRule>& rules) {
  rules.push_back(elements("person", {},
                           {{"name", 1, 1, 0},
                            {"headline", 0, 1, 0},
                            {"address", 0, 1, 0},
                            {"phone", 0, unlimited, 0},
                            {"email", 0, 1, 0},
                            {"homepage", 0, 1, 0},
                            {"social", 0, unlimited, 0},
                            {"photo", 0, 1, 0},
                            {"born", 0, 1, 0},
                            {"quote", 0, 1, 0},
                            {"extra", 0, 1, 0}}));
  rules.push_back(elements(
      "name", {}, {{"given", 0, 1, 0}, {"family", 1, 1, 1}, {"variant", 0, unlimited, 2}}));
  for (const std::string_view name : {"given", "family", "variant", "address", "born"}) {
    rules.push_back(words(name));
  }
  for (const std::string_view name : {"headline", "quote", "extra"}) rules.push_back(text(name));
  rules.push_back(words("phone", ValueKind::any, {{"kind", false, ValueKind::any, phone_kinds}}));
  rules.push_back(words("email", ValueKind::email));
  rules.push_back(words("homepage", ValueKind::web_address));
  rules.push_back(words("social", ValueKind::any,
                        {{"network", true, ValueKind::any, network_keys()},
                         {"href", false, ValueKind::web_address, {}}}));
  rules.push_back(empty("photo", {{"src", true, ValueKind::token, {}}}));
}

void add_sections(std::vector<ElementRule>& rules) {
  rules.push_back(elements("section", {{"kind", true, ValueKind::any, section_kinds}},
                           section_children(), true));
  rules.push_back(elements("group", {}, group_children(), true));
  rules.push_back(elements("entry", period(), entry_children(), true));
  rules.push_back({"item", ContentKind::text, ValueKind::any, period(), item_children(), false});
  rules.push_back(elements("list", {}, {{"li", 1, unlimited, 0}}));
  rules.push_back(words("tex"));
  for (const std::string_view name :
       {"title", "organization", "place", "grade", "when", "label", "p", "li"}) {
    rules.push_back(text(name));
  }
}

void add_publications(std::vector<ElementRule>& rules) {
  Children parts = {{"author", 0, unlimited, 0}, {"editor", 0, unlimited, 0}};
  for (const std::string_view name :
       {"others", "title", "venue", "series", "volume", "number", "pages", "publisher", "place",
        "when", "doi", "url", "note"}) {
    parts.push_back({name, name == "title" ? 1U : 0U, 1, 0});
  }
  rules.push_back(elements("publication",
                           {{"type", false, ValueKind::any, publication_types},
                            {"date", false, ValueKind::date, {}},
                            {"status", false, ValueKind::any, publication_statuses}},
                           std::move(parts)));
  for (const std::string_view name :
       {"author", "editor", "volume", "number", "pages", "publisher"}) {
    rules.push_back(words(name));
  }
  for (const std::string_view name : {"venue", "series", "note"}) rules.push_back(text(name));
  rules.push_back(empty("bibliography", {{"src", true, ValueKind::token, {}},
                                         {"types", false, ValueKind::token, {}},
                                         {"keys", false, ValueKind::token, {}},
                                         {"keywords", false, ValueKind::token, {}},
                                         {"author", false, ValueKind::any, bibliography_authors},
                                         {"from", false, ValueKind::date, {}},
                                         {"to", false, ValueKind::date, {}},
                                         {"group", false, ValueKind::any, bibliography_groups},
                                         {"sort", false, ValueKind::any, bibliography_orders}}));
  rules.push_back(empty("others"));
  rules.push_back(words("doi", ValueKind::doi));
  rules.push_back(words("url", ValueKind::web_address));
}

void add_text(std::vector<ElementRule>& rules) {
  for (const std::string_view name : {"b", "i", "sub", "sup"}) rules.push_back(text(name));
  rules.push_back(words("code"));
  ElementRule link = text("a");
  link.attributes = {{"href", true, ValueKind::link, {}}};
  rules.push_back(std::move(link));
  rules.push_back(empty("br"));
}

std::vector<ElementRule> make_rules() {
  std::vector<ElementRule> rules;
  rules.push_back(
      elements("cv",
               {language,
                {"audiences", false, ValueKind::audience_names, {}},
                {"updated", false, ValueKind::day, {}},
                {"keywords", false, ValueKind::any, {}}},
               {{"layout", 0, unlimited, 0}, {"person", 1, 1, 1}, {"section", 1, unlimited, 2}}));
  add_person(rules);
  add_sections(rules);
  add_publications(rules);
  add_text(rules);
  add_layout(rules);
  add_languages(rules);
  std::ranges::sort(rules, {}, &ElementRule::name);
  for (auto& rule : rules) {
    for (auto& child : rule.children) {
      child.element = &*std::ranges::lower_bound(rules, child.name, {}, &ElementRule::name);
    }
  }
  return rules;
}

const std::vector<ElementRule>& rules() {
  static const std::vector<ElementRule> all = make_rules();
  return all;
}

}  // namespace

const ElementRule* find_rule(std::string_view element) {
  const auto found = std::ranges::lower_bound(rules(), element, {}, &ElementRule::name);
  return found != rules().end() && found->name == element ? &*found : nullptr;
}

const AttributeRule& attribute_rule(std::string_view element, std::string_view attribute) {
  return *std::ranges::find(find_rule(element)->attributes, attribute, &AttributeRule::name);
}

std::span<const std::string_view> element_names() {
  static const auto names = [] {
    std::vector<std::string_view> all;
    for (const auto& rule : rules()) all.push_back(rule.name);
    return all;
  }();
  return names;
}

}  // namespace xmlcv
