#include "xml/reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "cv/dates.h"
#include "text/utf8.h"
#include "text/white_space.h"
#include "xml/text_reader.h"
#include "xml/tree.h"
#include "xml/values.h"

namespace xmlcv {
namespace {

class Reader {
 public:
  Reader(Account& account, Diagnostics& diagnostics)
      : account_(account), source_(account.source()), text_(account, diagnostics) {}

  Cv cv(pugi::xml_node node) const;

 private:
  Layout layout(pugi::xml_node node) const;
  Person person(pugi::xml_node node) const;
  std::optional<Contact> contact(pugi::xml_node node) const;
  Name name(pugi::xml_node node) const;
  Photo photo(pugi::xml_node node) const;
  Section section(pugi::xml_node node) const;
  std::vector<Content> content(pugi::xml_node parent) const;
  void add_block(pugi::xml_node node, std::vector<Content>& content) const;
  Group group(pugi::xml_node node) const;
  Entry entry(pugi::xml_node node) const;
  Item item(pugi::xml_node node) const;
  List list(pugi::xml_node node) const;
  Publication publication(pugi::xml_node node) const;
  Bibliography bibliography(pugi::xml_node node) const;
  ListStyle list_style(pugi::xml_node node) const;
  std::vector<Words> names(pugi::xml_node node, const char* attribute, char separator) const;
  RawLatex raw_latex(pugi::xml_node node) const;

  Period period(pugi::xml_node node) const;
  std::optional<Date> date(pugi::xml_node node, const char* attribute) const {
    return date(text_.value(node, attribute));
  }
  static std::optional<Date> date(const Words& value);
  std::optional<Text> text_child(pugi::xml_node parent, const char* name) const;
  std::optional<Words> words_child(pugi::xml_node parent, const char* name) const;
  std::vector<Words> words_children(pugi::xml_node parent, const char* name) const;
  std::string word(pugi::xml_node node, const char* attribute) const {
    return collapse(account_.take(node, attribute).value());
  }
  // One of the values that the schema has for an attribute.
  template <class Value>
  std::optional<Value> value(pugi::xml_node node, const char* attribute) const {
    return find_value<Value>(word(node, attribute));
  }
  Location place(pugi::xml_node node) const { return account_.take(node); }

  Account& account_;
  const Source& source_;
  TextReader text_;
};

// The numbers of the code points behind a line's end.
std::vector<std::size_t> line_beginnings(std::string_view text) {
  std::vector<std::size_t> result;
  std::size_t number = 0;
  for (std::size_t i = 0; i < text.size(); ++number) {
    if (i > 0 && text[i - 1] == '\n') result.push_back(number);
    i += utf8_length(text[i]);
  }
  if (text.ends_with('\n')) result.push_back(number);
  return result;
}

Cv Reader::cv(pugi::xml_node node) const {
  Cv result;
  result.location = place(node);
  result.updated = date(node, "updated");
  result.keywords = text_.value(node, "keywords");
  for (const auto child : node.children("layout")) {
    result.layout = overridden(result.layout, layout(child));
  }
  result.person = person(node.child("person"));
  for (const auto child : node.children("section")) result.sections.push_back(section(child));
  return result;
}

Layout Reader::layout(pugi::xml_node node) const {
  Layout result;
  result.location = place(node);
  for (std::size_t i = 0; i < result.values.size(); ++i) {
    const char* name = value_names<LayoutAttribute>.at(i).data();
    if (node.attribute(name)) result.values.at(i) = word(node, name);
  }
  return result;
}

Person Reader::person(pugi::xml_node node) const {
  Person result;
  if (!node) return result;
  result.location = place(node);
  result.name = name(node.child("name"));
  result.headline = text_child(node, "headline");
  for (const auto child : node.children()) {
    if (auto one = contact(child)) result.contacts.push_back(std::move(*one));
  }
  if (const auto child = node.child("photo")) result.photo = photo(child);
  result.quote = text_child(node, "quote");
  return result;
}

std::optional<Contact> Reader::contact(pugi::xml_node node) const {
  const std::string_view name = node.name();
  if (name == "address") {
    return Contact{Address{text_.text(node), value<ContactKind>(node, "kind")}};
  }
  if (name == "phone") {
    const auto kind = value<PhoneKind>(node, "kind").value_or(PhoneKind::mobile);
    return Contact{Phone{text_.words(node), kind}};
  }
  if (name == "email") {
    return Contact{Email{text_.words(node), value<ContactKind>(node, "kind")}};
  }
  if (name == "homepage") {
    return Contact{Homepage{text_.words(node), value<ContactKind>(node, "kind")}};
  }
  if (name == "born") return Contact{Born{text_.words(node)}};
  if (name == "extra" || name == "pronouns") return Contact{Extra{text_.text(node)}};
  if (name == "nationality") return Contact{Extra{text_.text(node), true}};
  if (name != "social") return std::nullopt;
  Social social{text_.words(node), {}, text_.value(node, "href").value, text_.value(node, "name")};
  // The grammar has refused a network that it does not know.
  const auto network = value<SocialNetwork>(node, "network");
  if (!network) return std::nullopt;
  social.network = *network;
  return Contact{std::move(social)};
}

Photo Reader::photo(pugi::xml_node node) const {
  Photo result{place(node), text_.value(node, "src")};
  if (node.attribute("height")) {
    auto height = text_.value(node, "height");
    if (!check_value(ValueKind::picture_height, height.value)) result.height = std::move(height);
  }
  result.has_frame = value<PhotoFrame>(node, "frame") != PhotoFrame::no;
  return result;
}

Name Reader::name(pugi::xml_node node) const {
  Name result;
  if (!node) return result;
  result.location = place(node);
  result.prefix = words_child(node, "prefix");
  result.given = words_child(node, "given");
  if (const auto family = node.child("family")) result.family = text_.words(family);
  result.suffix = words_child(node, "suffix");
  result.variants = words_children(node, "variant");
  return result;
}

Section Reader::section(pugi::xml_node node) const {
  // The grammar has refused a section without a kind that it knows.
  const auto kind = value<SectionKind>(node, "kind").value_or(SectionKind::summary);
  return {place(node), kind, text_child(node, "title"), content(node), list_style(node), {}};
}

std::vector<Content> Reader::content(pugi::xml_node parent) const {
  std::vector<Content> result;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) add_block(node, result);
  return result;
}

void Reader::add_block(pugi::xml_node node, std::vector<Content>& content) const {
  const std::string_view name = node.name();
  if (name == "entry") content.push_back({entry(node)});
  if (name == "item") content.push_back({item(node)});
  if (name == "list") content.push_back({list(node)});
  if (name == "p") content.push_back({Paragraph{text_.text(node)}});
  if (name == "publication") content.push_back({PublicationGroup{{}, {publication(node)}}});
  if (name == "tex") content.push_back({raw_latex(node)});
  if (name == "bibliography") content.push_back({bibliography(node)});
  if (name == "group") content.push_back({group(node)});
}

Group Reader::group(pugi::xml_node node) const {
  return {place(node), text_child(node, "title").value_or(Text{}), content(node), list_style(node)};
}

Entry Reader::entry(pugi::xml_node node) const {
  Entry result;
  result.location = place(node);
  result.period = period(node);
  result.title = text_child(node, "title");
  result.organization = text_child(node, "organization");
  result.place = text_child(node, "place");
  result.grade = text_child(node, "grade");
  result.content = content(node);
  return result;
}

Item Reader::item(pugi::xml_node node) const {
  auto text = text_.text(node);
  return {text.location, period(node), text_child(node, "label"), std::move(text)};
}

List Reader::list(pugi::xml_node node) const {
  List result{place(node), {}};
  for (const auto child : node.children("li")) result.points.push_back(text_.text(child));
  return result;
}

Publication Reader::publication(pugi::xml_node node) const {
  Publication result;
  result.location = place(node);
  result.type = value<PublicationType>(node, "type").value_or(PublicationType::article);
  result.status = value<PublicationStatus>(node, "status");
  result.period = period(node);
  for (const auto author : node.children("author")) {
    result.authors.push_back({text_.words(author), value<AuthorMark>(author, "mark")});
  }
  if (const auto others = node.child("others")) result.others = place(others);
  result.editors = words_children(node, "editor");
  result.title = text_child(node, "title");
  result.venue = text_child(node, "venue");
  result.series = text_child(node, "series");
  result.volume = words_child(node, "volume");
  result.number = words_child(node, "number");
  result.pages = words_child(node, "pages");
  result.publisher = words_child(node, "publisher");
  result.place = text_child(node, "place");
  result.doi = words_child(node, "doi");
  result.url = words_child(node, "url");
  result.note = text_child(node, "note");
  return result;
}

Bibliography Reader::bibliography(pugi::xml_node node) const {
  Bibliography result;
  result.location = place(node);
  result.src = text_.value(node, "src");
  result.types = names(node, "types", ' ');
  result.keys = names(node, "keys", ' ');
  result.keywords = names(node, "keywords", ',');
  result.by_owner = value<BibliographyAuthor>(node, "author").has_value();
  result.from = date(node, "from");
  result.to = date(node, "to");
  result.group = value<BibliographyGroup>(node, "group");
  result.sort = value<BibliographySort>(node, "sort").value_or(BibliographySort::newest_first);
  result.list_style = list_style(node);
  return result;
}

ListStyle Reader::list_style(pugi::xml_node node) const {
  ListStyle result;
  result.numbered = value<Numbering>(node, "numbered");
  if (node.attribute("prefix")) result.prefix = text_.value(node, "prefix");
  if (node.attribute("authors")) {
    const auto words = text_.value(node, "authors").value;
    if (!check_value(ValueKind::author_count, words)) result.authors = std::stoul(words);
  }
  return result;
}

std::vector<Words> Reader::names(pugi::xml_node node, const char* attribute, char separator) const {
  const Words all = text_.value(node, attribute);
  std::vector<Words> result;
  for (std::size_t begin = 0; begin < all.value.size();) {
    const auto end = std::min(all.value.find(separator, begin), all.value.size());
    auto name = collapse(std::string_view(all.value).substr(begin, end - begin));
    if (!name.empty()) result.push_back({all.location, std::move(name)});
    begin = end + 1;
  }
  return result;
}

RawLatex Reader::raw_latex(pugi::xml_node node) const {
  const auto location = place(node);
  RawLatex result{location, "", {location}};
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    const std::string_view text = child.value();
    const auto begin = place(child).offset;
    if (result.source.empty()) result.lines = {source_.at(begin)};
    for (const auto offset : character_offsets(source_, begin, line_beginnings(text))) {
      result.lines.push_back(source_.at(offset));
    }
    result.source += text;
  }
  return result;
}

Period Reader::period(pugi::xml_node node) const {
  Period result;
  result.from = date(node, "from");
  const auto to = text_.value(node, "to");
  result.to = date(to);
  if (to.value == "present") result.present = to.location;
  result.date = date(node, "date");
  result.when = text_child(node, "when");
  return result;
}

std::optional<Date> Reader::date(const Words& value) {
  auto result = parse_date(value.value);
  if (result) result->location = value.location;
  return result;
}

std::optional<Text> Reader::text_child(pugi::xml_node parent, const char* name) const {
  const auto child = parent.child(name);
  return child ? std::optional(text_.text(child)) : std::nullopt;
}

std::optional<Words> Reader::words_child(pugi::xml_node parent, const char* name) const {
  const auto child = parent.child(name);
  return child ? std::optional(text_.words(child)) : std::nullopt;
}

std::vector<Words> Reader::words_children(pugi::xml_node parent, const char* name) const {
  std::vector<Words> result;
  for (const auto child : parent.children(name)) result.push_back(text_.words(child));
  return result;
}

}  // namespace

Layout overridden(const Layout& layout, const Layout& by) {
  Layout result = by;
  for (std::size_t i = 0; i < result.values.size(); ++i) {
    if (!result.values.at(i)) result.values.at(i) = layout.values.at(i);
  }
  return result;
}

Cv read_cv(const pugi::xml_document& tree, const std::string& language, Account& account,
           Diagnostics& diagnostics) {
  Cv result = Reader(account, diagnostics).cv(tree.document_element());
  // ICU fails on what is no tag, which the grammar has told.
  result.language = check_value(ValueKind::language, language) ? "en" : language;
  return result;
}

}  // namespace xmlcv
