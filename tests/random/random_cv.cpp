#include "random_cv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "xml/vocabulary.h"

namespace {

using xmlcv::AttributeRule;
using xmlcv::ChildRule;
using xmlcv::ContentKind;
using xmlcv::ElementRule;
using Script = RandomWords::Script;

Script script_of(unsigned seed) {
  static constexpr auto scripts = std::to_array<Script>(
      {Script::ascii,     Script::latin, Script::ascii,      Script::latin,  Script::ascii,
       Script::latin,     Script::ascii, Script::vietnamese, Script::ascii,  Script::cyrillic,
       Script::ascii,     Script::latin, Script::greek,      Script::latin,  Script::ascii,
       Script::chinese,   Script::ascii, Script::latin,      Script::korean, Script::ascii,
       Script::devanagari});
  return scripts[seed % scripts.size()];
}

bool has(const ElementRule& rule, std::string_view attribute) {
  return std::ranges::find(rule.attributes, attribute, &AttributeRule::name) !=
         rule.attributes.end();
}

// Behind the text's rank stand label and date of an item; in it the markup.
unsigned last_rank(const ElementRule& rule) {
  unsigned rank = 0;
  for (const auto& child : rule.children) rank = std::max(rank, child.rank);
  return rank;
}

class Generator {
 public:
  explicit Generator(unsigned seed)
      : words_(seed, script_of(seed)), chance_(words_.chance()), script_(script_of(seed)) {}

  RandomCv cv();

 private:
  // For whom an element is: everybody, or those that its attributes say.
  struct For {
    std::string attributes;
    bool always = true;
  };
  using Names = std::set<std::string_view>;

  std::string element(const ElementRule& rule, const For& whom);
  std::string attributes(const ElementRule& rule, Names& excluded);
  std::string period(const ElementRule& rule, Names& excluded);
  std::string bibliography();
  std::string value(const ElementRule& rule, const AttributeRule& attribute);
  std::string children(const ElementRule& rule, const Names& excluded);
  void add_children(const ElementRule& rule, unsigned rank, const Names& excluded,
                    std::vector<std::string>& all);
  std::string child(const ChildRule& rule, bool always);
  std::vector<const ChildRule*> repeatable(const ElementRule& rule, unsigned rank) const;
  bool is_allowed(const ChildRule& child) const;
  std::string words_of(const ElementRule& rule);
  std::string text(const ElementRule& rule);
  std::string as_xml(const std::string& text);
  std::string audience();
  std::vector<std::string> options();

  RandomWords words_;
  Chance& chance_;
  Script script_;
  RandomCv cv_;
  std::vector<std::string> languages_;
  bool has_readers_ = false;
  bool has_choice_of_readers_ = false;
  bool has_tex_ = false;
  int left_ = 0;  // how many more elements there should be
  int depth_ = 0;
  int inline_depth_ = 0;
  std::vector<std::string_view> above_;  // the elements around
};

// ----------------------------------------------------------------------------- text

std::string Generator::as_xml(const std::string& text) {
  if (chance_.one_in(40) && text.find("]]>") == std::string::npos) {
    return fmt::format("<![CDATA[{}]]>", text);
  }
  std::string result;
  for (const char c : text) {
    if (c == '&') result += "&amp;";
    if (c == '<') result += "&lt;";
    if (c == '>') result += "&gt;";
    if (c == '"') result += "&quot;";
    if (c == ' ' && chance_.one_in(30)) {
      result += chance_.one_in(2) ? "\n    " : " <!-- note -->";
    } else if (std::string_view("&<>\"").find(c) == std::string_view::npos) {
      result += c;
    }
  }
  return result;
}

std::string as_attribute(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') result += "&amp;";
    if (c == '<') result += "&lt;";
    if (c == '"') result += "&quot;";
    if (std::string_view("&<\"").find(c) == std::string_view::npos) result += c;
  }
  return result;
}

// Names and numbers look like themselves; of any other element the words are any.
std::string Generator::words_of(const ElementRule& rule) {
  static constexpr auto names =
      std::to_array<std::string_view>({"given", "family", "variant", "author", "editor"});
  if (std::ranges::find(names, rule.name) != names.end()) return words_.name();
  if (rule.name == "phone") return words_.phone();
  if (rule.name == "pages") return words_.pages();
  if (rule.name == "volume" || rule.name == "number") return words_.number();
  if (rule.name == "tex") return fmt::format("\\emph{{{}}} {}", words_.plain(), words_.plain());
  return words_.value(rule.value);
}

std::string Generator::text(const ElementRule& rule) {
  static constexpr auto long_texts = std::to_array<std::string_view>({"p", "li", "item"});
  const bool is_long = std::ranges::find(long_texts, rule.name) != long_texts.end();
  std::vector<const ChildRule*> markup;
  for (const auto& child : rule.children) {
    if (child.rank == last_rank(rule)) markup.push_back(&child);
  }
  ++inline_depth_;
  std::string result = as_xml(words_.some(is_long ? 14 : 4));
  for (auto more = chance_.below(is_long ? 4 : 2); more > 0 && inline_depth_ < 4; --more) {
    const auto& child = *chance_.pick(markup)->element;
    const bool inside_word = chance_.one_in(6);
    result += inside_word ? "" : " ";
    result += element(child, {});
    result += inside_word ? "" : " ";
    result += as_xml(words_.some(3));
  }
  --inline_depth_;
  return result;
}

// ----------------------------------------------------------------------- attributes

// A date stands in attributes or in <when>, and an item has a label or a date.
std::string Generator::period(const ElementRule& rule, Names& excluded) {
  const auto kind = chance_.below(4);
  if (kind != 0) excluded.insert("when");
  if (kind != 1) excluded.insert("label");
  if (kind == 0 || kind == 1) return "";
  if (kind == 2 || !has(rule, "from")) {
    return fmt::format(" date=\"{}\"", words_.value(xmlcv::ValueKind::iso_date));
  }
  const int first = words_.year();
  const auto to = chance_.one_in(3) ? "present" : fmt::format("{}-{:02}", first + 2, 3);
  if (chance_.one_in(5)) return fmt::format(" to=\"{}\"", to);
  if (chance_.one_in(5)) return fmt::format(" from=\"{}\"", first);
  return fmt::format(" from=\"{}{}\" to=\"{}\"", first, chance_.one_in(2) ? "-11" : "", to);
}

// One thing at most selects, and it selects one entry at least.
std::string Generator::bibliography() {
  const auto& entry = chance_.pick(cv_.bib->entries);
  std::string result;
  switch (chance_.below(7)) {
    case 0:
      result = fmt::format(" keys=\"{} {}\"", entry.key, chance_.pick(cv_.bib->entries).key);
      break;
    case 1:
      result = fmt::format(" types=\"{}\"", entry.type);
      break;
    case 2:
      result = fmt::format(" keywords=\"{}\"", entry.keyword);
      break;
    case 3:
      result = fmt::format(" from=\"{}\"", entry.year);
      break;
    case 4:
      result = fmt::format(" to=\"{}\"", entry.year);
      break;
    case 5:
      if (entry.is_of_owner) result = " author=\"owner\"";
      break;
    default:
      break;
  }
  const auto& rule = *xmlcv::find_rule("bibliography");
  const bool is_in_section = above_.size() > 1 && above_[above_.size() - 2] == "section";
  if (is_in_section && chance_.one_in(2)) {
    const auto& group = xmlcv::attribute_rule("bibliography", "group");
    result += fmt::format(" group=\"{}\"", value(rule, group));
  }
  for (const auto* name : {"sort", "numbered", "prefix", "authors"}) {
    if (!chance_.one_in(2)) continue;
    const auto& attribute = xmlcv::attribute_rule("bibliography", name);
    result += fmt::format(" {}=\"{}\"", name, value(rule, attribute));
  }
  return fmt::format(" src=\"{}\"{}", bib_name, result);
}

std::string Generator::value(const ElementRule& rule, const AttributeRule& attribute) {
  if (!attribute.values.empty()) return std::string(chance_.pick(attribute.values));
  if (rule.name == "photo" && attribute.name == "src") return photo_name;
  return words_.value(attribute.kind);
}

std::string Generator::attributes(const ElementRule& rule, Names& excluded) {
  if (rule.name == "bibliography") return bibliography();
  std::string result;
  const bool has_period = has(rule, "date");
  if (has_period) result += period(rule, excluded);
  for (const auto& attribute : rule.attributes) {
    if (attribute.name == "audience" || attribute.name == "audiences") continue;
    if (attribute.name == "xml:lang" && (rule.selectable || !chance_.one_in(8))) continue;
    const bool is_of_period =
        attribute.name == "from" || attribute.name == "to" || attribute.name == "date";
    if (has_period && is_of_period) continue;
    if (!attribute.required && !chance_.one_in(3)) continue;
    result += fmt::format(" {}=\"{}\"", attribute.name, as_attribute(value(rule, attribute)));
  }
  return result;
}

// ------------------------------------------------------------------------- elements

std::string Generator::audience() {
  static constexpr auto all = std::to_array<std::string_view>(
      {"industry", "!industry", "academia", "industry academia", "academia+senior", "!senior"});
  return fmt::format(" audience=\"{}\"", chance_.pick(all));
}

std::string Generator::element(const ElementRule& rule, const For& whom) {
  --left_;
  ++depth_;
  above_.push_back(rule.name);
  Names excluded;
  std::string open = std::string(rule.name) + whom.attributes;
  std::string content;
  if (rule.name == "social") {
    const auto& network = chance_.pick(xmlcv::attribute_rule("social", "network").values);
    for (const auto& [name, value] : words_.attributes_of_account(network)) {
      open += fmt::format(" {}=\"{}\"", name, as_attribute(value));
    }
    content = as_xml(words_.account(network));
  } else {
    open += attributes(rule, excluded);
    const bool needs_title = open.find("kind=\"other\"") != std::string::npos;
    if (needs_title) {
      content = child(*std::ranges::find(rule.children, "title", &ChildRule::name), true);
      excluded.insert("title");
    }
    if (rule.content == ContentKind::words) content = as_xml(words_of(rule));
    content += children(rule, excluded);
    if (rule.content == ContentKind::text) content += text(rule);
    if (rule.name == "name" && cv_.bib) {
      content += fmt::format("<variant>{}</variant>", owner_in_bib);
    }
  }
  above_.pop_back();
  --depth_;
  const bool is_block = rule.content == ContentKind::elements;
  return content.empty()
             ? fmt::format("<{}/>", open)
             : fmt::format("<{0}>{1}</{2}>{3}", open, content, rule.name, is_block ? "\n" : "");
}

// One child, or what stands for it in each language or for different readers.
std::string Generator::child(const ChildRule& rule, bool always) {
  const auto& element = *rule.element;
  if (!element.selectable) return this->element(element, {});
  const bool is_one = rule.max == 1;
  if (languages_.size() > 1 && chance_.one_in(is_one ? 3 : 8)) {
    std::string all;
    for (const auto& language : languages_) {
      all += this->element(element, {fmt::format(" xml:lang=\"{}\"", language)}) + "\n";
    }
    return all;
  }
  if (is_one && has_choice_of_readers_ && chance_.one_in(6)) {
    return this->element(element, {" audience=\"senior\""}) + "\n" +
           this->element(element, {" audience=\"!senior\""});
  }
  if (!always && has_readers_ && chance_.one_in(3)) return this->element(element, {audience()});
  return this->element(element, {});
}

bool Generator::is_allowed(const ChildRule& child) const {
  if (child.name == "bibliography") return cv_.bib.has_value();
  if (child.name == "tex") return has_tex_;
  return child.name != "entry" || depth_ < 5;
}

std::vector<const ChildRule*> Generator::repeatable(const ElementRule& rule, unsigned rank) const {
  std::vector<const ChildRule*> result;
  for (const auto& child : rule.children) {
    if (child.rank == rank && child.max != 1 && child.min == 0 && is_allowed(child)) {
      result.push_back(&child);
    }
  }
  return result;
}

void Generator::add_children(const ElementRule& rule, unsigned rank, const Names& excluded,
                             std::vector<std::string>& all) {
  const auto begin = static_cast<std::ptrdiff_t>(all.size());
  for (const auto& child : rule.children) {
    if (child.rank != rank || excluded.contains(child.name)) continue;
    if (child.min > 0) all.push_back(this->child(child, true));
    const bool is_wanted = child.max == 1 ? child.min == 0 && chance_.one_in(2) : false;
    if (is_wanted && left_ > 0) all.push_back(this->child(child, false));
    if (child.max != 1 && child.min > 0) {
      for (auto more = chance_.below(3); more > 0 && left_ > 0; --more) {
        all.push_back(this->child(child, false));
      }
    }
  }
  const auto others = repeatable(rule, rank);
  if (!others.empty()) {
    // Something must be left whoever reads it.
    if (rule.needed_rank == rank) all.push_back(child(*chance_.pick(others), true));
    for (auto more = chance_.below(4); more > 0 && left_ > 0; --more) {
      all.push_back(child(*chance_.pick(others), false));
    }
  }
  for (auto i = static_cast<std::ptrdiff_t>(all.size()) - 1; i > begin; --i) {
    const auto other =
        begin + static_cast<std::ptrdiff_t>(chance_.below(static_cast<std::size_t>(i - begin + 1)));
    std::swap(all[static_cast<std::size_t>(i)], all[static_cast<std::size_t>(other)]);
  }
}

std::string Generator::children(const ElementRule& rule, const Names& excluded) {
  std::vector<std::string> all;
  const auto last = last_rank(rule);
  for (unsigned rank = 0; rank <= last && !rule.children.empty(); ++rank) {
    const bool is_markup = rule.content == ContentKind::text && rank == last;
    if (!is_markup) add_children(rule, rank, excluded, all);
  }
  return fmt::format("{}", fmt::join(all, ""));
}

// ---------------------------------------------------------------------------- whole

std::vector<std::string> Generator::options() {
  std::vector<std::string> result;
  if (has_tex_) result.emplace_back("--allow-tex");
  // pdfLaTeX has no letter for the ellipsis.
  const bool is_latin = (script_ == Script::ascii || script_ == Script::latin) &&
                        cv_.xml.find("…") == std::string::npos;
  const auto engine = chance_.below(5);
  if (engine == 0) result.emplace_back("--engine=lualatex");
  if (engine == 1 && is_latin) result.emplace_back("--engine=pdflatex");
  return result;
}

RandomCv Generator::cv() {
  if (chance_.one_in(8)) cv_.bib = random_bib(words_);
  has_tex_ = chance_.one_in(12);
  has_readers_ = chance_.one_in(3);
  has_choice_of_readers_ = has_readers_ && chance_.one_in(2);
  languages_ = {words_.value(xmlcv::ValueKind::language)};
  if (chance_.one_in(3)) {
    auto other = words_.value(xmlcv::ValueKind::language);
    if (other != languages_[0]) languages_.push_back(std::move(other));
  }
  left_ = 40 + static_cast<int>(chance_.below(60));
  For whom{fmt::format(" xmlns=\"urn:xmlcv:1\" xml:lang=\"{}\"", languages_[0])};
  if (has_readers_) whom.attributes += " audiences=\"industry academia senior\"";
  auto rule = *xmlcv::find_rule("cv");
  std::vector<AttributeRule> attributes(rule.attributes.begin(), rule.attributes.end());
  std::erase_if(attributes, [](const auto& one) { return one.name == "xml:lang"; });
  rule.attributes = attributes;
  cv_.xml = element(rule, whom);
  cv_.options = options();
  if (languages_.size() > 1 && chance_.one_in(2) &&
      cv_.xml.find(fmt::format("xml:lang=\"{}\"", languages_[1])) != std::string::npos) {
    cv_.language = languages_[1];
  }
  if (has_choice_of_readers_ || (has_readers_ && chance_.one_in(2))) {
    cv_.readers = {chance_.one_in(2) ? "industry" : "academia"};
    if (chance_.one_in(2)) cv_.readers.emplace_back("senior");
  }
  return std::move(cv_);
}

}  // namespace

RandomCv random_cv(unsigned seed) { return Generator(seed).cv(); }
