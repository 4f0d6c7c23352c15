#include "xml/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "catch.h"
#include "text/parts.h"
#include "xml/grammar.h"
#include "xml/schema.h"
#include "xml/tree.h"

using namespace xmlcv;

namespace {

// A CV around an element, with marks where something is put: @a in its start tag, @c in it, @b
// behind it. What is between # and # is left out where the answer is of that element or attribute.
const std::map<std::string, std::string> places = {
    {"cv",
     "<cv xmlns=\"urn:xmlcv:1\" audiences=\"industry\"@a>@c#person#<person><name><family>B</family>"
     "</name></person>#@s<section kind=\"summary\"><p>x</p></section></cv>"},
    {"layout", "<layout@a/>!"},
    {"person", "<person>@c#name#<name><family>B</family></name>#</person>@b"},
    {"name", "<person><name@a>@g#family#<family>B</family>#@c</name></person>"},
    {"section", "<section#kind# kind=\"other\"#@a>#title#<title>T</title>#@c<p>x</p></section>"},
    {"group",
     "<section kind=\"work\"><group@a>#title#<title>T</title>#@c<p>x</p></group>@b</section>"},
    {"entry", "<section kind=\"work\"><entry@a>#title#<title>T</title>#@c</entry></section>"},
    {"item", "<section kind=\"work\"><item@a>@cx</item></section>"},
    {"list", "<section kind=\"work\"><list@a>@c<li>x</li></list></section>"},
    {"publication",
     "<section kind=\"work\"><publication@a>#title#<title>T</title>#@c</publication></section>"},
    {"bibliography", "<section kind=\"work\"><bibliography#src# src=\"r.bib\"#@a/></section>"},
    {"phone", "<person><phone@a>+49 30 1</phone>~"},
    {"social", "<person><social#network# network=\"github\"#@a>ada</social>~"},
    {"photo", "<person><photo#src# src=\"a.jpg\"#@a/>~"},
    {"email", "<person><email@a>ada@example.org</email>~"},
    {"homepage", "<person><homepage@a>example.org</homepage>~"},
    {"a",
     "<section kind=\"work\"><p><a#href# href=\"https://example.org\"#@a>x@c</a></p></section>"}};

// Elements that hold text, in one of those above.
const std::map<std::string, std::string> parents = {
    {"headline", "person"},  {"address", "person"},
    {"born", "person"},      {"quote", "person"},
    {"extra", "person"},     {"given", "name"},
    {"family", "name"},      {"variant", "name"},
    {"title", "section"},    {"organization", "entry"},
    {"place", "entry"},      {"grade", "entry"},
    {"when", "entry"},       {"label", "item"},
    {"p", "section"},        {"li", "list"},
    {"tex", "section"},      {"venue", "publication"},
    {"b", "item"},           {"series", "publication"},
    {"note", "publication"}, {"i", "item"},
    {"code", "item"},        {"sub", "item"},
    {"sup", "item"}};

void replace(std::string& text, const std::string& mark, const std::string& by) {
  if (const auto at = text.find(mark); at != text.npos) text.replace(at, mark.size(), by);
}

struct Inserted {
  std::string attributes;
  std::string child;
  std::string behind;
  std::string instead_of;  // the name of an element or attribute
};

// Where the child is an answer, it is at the right place among its siblings.
std::string document(const std::string& parent, Inserted inserted) {
  const auto found = places.find(parent);
  if (found == places.end()) {
    const auto outer = parents.find(parent);
    INFO(parent);
    REQUIRE(outer != parents.end());
    const auto element = fmt::format("<{}{}>x{}</{}>{}", parent, inserted.attributes,
                                     inserted.child, parent, inserted.behind);
    return document(outer->second, {"", element, "", parent});
  }
  std::string xml = found->second;
  for (auto at = xml.find('#'); at != xml.npos; at = xml.find('#')) {
    const auto name_end = xml.find('#', at + 1);
    const auto end = xml.find('#', name_end + 1);
    const auto name = xml.substr(at + 1, name_end - at - 1);
    const auto text = xml.substr(name_end + 1, end - name_end - 1);
    xml.replace(at, end + 1 - at, name == inserted.instead_of ? "" : text);
  }
  replace(xml, "!", "<person><name><family>B</family></name></person>");
  replace(xml, "~", "<name><family>B</family></name></person>");
  const auto move = [&](const std::string& mark, bool wanted) {
    replace(xml, mark, wanted ? std::exchange(inserted.child, "") : "");
  };
  move("@s", inserted.instead_of == "section");
  move("@g", inserted.instead_of == "given");
  replace(xml, "@a", inserted.attributes);
  replace(xml, "@c", inserted.child);
  replace(xml, "@b", inserted.behind);
  if (parent == "cv") return xml;
  const bool in_header = xml.starts_with("<person") || xml.starts_with("<layout");
  const std::string person = "<person><name><family>B</family></name></person>";
  const std::string section = "<section kind=\"summary\"><p>x</p></section>";
  return "<cv xmlns=\"urn:xmlcv:1\" audiences=\"industry\">" +
         (in_header ? xml + section : person + xml) + "</cv>";
}

std::vector<Diagnostic> errors_of(const Source& source) {
  Diagnostics diagnostics;
  check_grammar(source, parse_tree(source), diagnostics);
  return diagnostics.sorted();
}

std::string first_name(std::string_view answer) {
  const bool is_element = answer.starts_with('<');
  return std::string(is_element ? answer.substr(1, answer.find_first_of(" />") - 1)
                                : answer.substr(0, answer.find('=')));
}

// The answer's element by the other word.
std::string renamed(std::string_view answer, const std::string& word) {
  if (!answer.starts_with('<')) return fmt::format("<{}>2019</{}>", word, word);
  if (answer.ends_with("/>")) return fmt::format("<{}/>", word);
  const auto begin = answer.find('>') + 1;
  return fmt::format("<{}>{}</{}>", word, answer.substr(begin, answer.rfind('<') - begin), word);
}

// What somebody writes who knows the word alone, and the text at which the message is to point.
struct Guess {
  Inserted inserted;
  std::string place;
  std::size_t skipped = 0;  // of it, in front of the place
};

Guess guess(const SynonymRow& row, const std::string& word, const std::string& parent) {
  const auto name = first_name(row.answer);
  const auto& rule = *find_rule(parent);
  const auto is_child =
      std::ranges::find(rule.children, name, &ChildRule::name) != rule.children.end();
  switch (row.kind) {
    case Misnomer::element: {
      const auto element = renamed(row.answer, word);
      return {{"", element, "", is_child ? name : ""}, element};
    }
    case Misnomer::attribute:
      return {{fmt::format(" {}=\"2019\"", word), "", "", name}, fmt::format("{}=\"2019\"", word)};
    case Misnomer::value:
      return {{fmt::format(" {}=\"{}\"", row.attribute, word), "", "", std::string(row.attribute)},
              fmt::format("{}=\"{}\"", row.attribute, word),
              row.attribute.size() + 2};
  }
  return {};
}

Inserted insertion(const SynonymRow& row, const std::string& parent) {
  const auto name = first_name(row.answer);
  const std::string answer(row.answer);
  if (!row.answer.starts_with('<')) return {" " + answer, "", "", name};
  const auto& rule = *find_rule(parent);
  const auto is_child =
      std::ranges::find(rule.children, name, &ChildRule::name) != rule.children.end();
  return is_child ? Inserted{"", answer, "", name} : Inserted{"", "", answer, ""};
}

}  // namespace

TEST_CASE("each synonym is told with what to write, and that is valid there") {
  std::size_t words = 0;
  for (const auto& row : all_synonyms()) {
    for (const auto& parent : split(row.parents, ' ')) {
      const auto right = document(parent, insertion(row, parent));
      CAPTURE(row.words, parent, right);
      const Source answered("cv.xml", right);
      REQUIRE(!find_syntax_error(answered));
      Diagnostics diagnostics;
      check_grammar(answered, parse_tree(answered), diagnostics);
      if (!diagnostics.has_errors()) check_schema(answered, diagnostics);
      for (const auto& one : diagnostics.sorted()) FAIL_CHECK(one.message << "; " << one.hint);

      for (const auto& word : split(row.words, ' ')) {
        ++words;
        const auto [inserted, place, skipped] = guess(row, word, parent);
        const auto wrong = document(parent, inserted);
        CAPTURE(wrong);
        const Source source("cv.xml", wrong);
        REQUIRE(!find_syntax_error(source));
        const auto errors = errors_of(source);
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].location.offset == wrong.find(place) + skipped);
        CHECK(errors[0].message.find(word) != std::string::npos);
        CHECK(errors[0].hint.find(row.answer) != std::string::npos);
      }
    }
  }
  CHECK(words > 2000);
}

TEST_CASE("a synonym is known in each way of writing it") {
  const auto& entry = *find_rule("entry");
  for (const auto* word : {"startDate", "start-date", "start_date", "STARTDATE"}) {
    CAPTURE(word);
    CHECK(find_answer(Misnomer::element, entry, word).text == "from=\"2019-04\" to=\"present\"");
  }
  CHECK(find_answer(Misnomer::element, entry, "starts").text.empty());
  CHECK(find_answer(Misnomer::attribute, entry, "startDate").text == "from=\"2019-04\"");
}
