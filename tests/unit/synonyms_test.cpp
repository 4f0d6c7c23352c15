#include "xml/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "catch.h"
#include "cv_around.h"
#include "text/parts.h"
#include "xml/grammar.h"
#include "xml/schema.h"
#include "xml/tree.h"

using namespace xmlcv;

namespace {

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

// What somebody writes who knows the word alone, and where the message is to point.
struct Guess {
  std::string xml;
  std::size_t place;
};

Guess guess(const SynonymRow& row, const std::string& word, const std::string& parent) {
  const auto name = first_name(row.answer);
  const std::string attribute(row.kind == Misnomer::value ? row.attribute : word);
  const auto value = row.kind == Misnomer::value ? word : "2019";
  Inserted inserted{fmt::format(" {}=\"{}\"", attribute, value), "", "",
                    row.kind == Misnomer::value ? attribute : name};
  if (row.kind != Misnomer::element) {
    const auto xml = cv_around(parent, inserted);
    const auto skipped = row.kind == Misnomer::value ? attribute.size() + 3 : 1;
    return {xml, xml.find(inserted.attributes) + skipped};
  }
  const auto& rule = *find_rule(parent);
  const bool is_child =
      std::ranges::find(rule.children, name, &ChildRule::name) != rule.children.end();
  inserted = {"", "\n", "", is_child ? name : ""};
  const auto place = cv_around(parent, inserted).find('\n');
  inserted.child = find_rule(word) != nullptr ? sample_of(word) : renamed(row.answer, word);
  return {cv_around(parent, inserted), place};
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
      const auto right = cv_around(parent, insertion(row, parent));
      CAPTURE(row.words, parent, right);
      const Source answered("cv.xml", right);
      REQUIRE(!find_syntax_error(answered));
      Diagnostics diagnostics;
      check_grammar(answered, parse_tree(answered), diagnostics);
      if (!diagnostics.has_errors()) check_schema(answered, diagnostics);
      for (const auto& one : diagnostics.sorted()) FAIL_CHECK(one.message << "; " << one.hint);

      for (const auto& word : split(row.words, ' ')) {
        ++words;
        const auto [wrong, place] = guess(row, word, parent);
        CAPTURE(wrong);
        const Source source("cv.xml", wrong);
        REQUIRE(!find_syntax_error(source));
        const auto errors = errors_of(source);
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].location.offset == place);
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
