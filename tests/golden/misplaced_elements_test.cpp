#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "catch.h"
#include "command/pipeline.h"
#include "cv_around.h"
#include "xml/repair.h"
#include "xml/tree.h"
#include "xml/vocabulary.h"

using namespace xmlcv;

namespace {

struct Mistake {
  const char* text;
  std::size_t column;  // of the error, in the text
  const char* message;
};

// Each as a paragraph on the line behind the misplaced element.
constexpr Mistake mistakes[] = {
    {"A & B", 2, "a lone & is not allowed in text"},
    {"T<T", 1, "a lone < is not allowed in text"},
    {"1 < 2", 2, "a lone < is not allowed in text"},
    {"a&nbsp;b", 1, "unknown entity &nbsp;"},
    {"<b>x</bb>", 4, "expected </b>, found </bb>"},
    {"<a href=x>y</a>", 8, "expected a quote behind href="},
    {"<bb>x</b>", 0, "unknown element <bb>"},
};

bool is_allowed(std::string_view child, const ElementRule& parent) {
  return std::ranges::find(parent.children, child, &ChildRule::name) != parent.children.end();
}

std::vector<Diagnostic> errors_of(const Source& source) {
  Diagnostics diagnostics;
  check_syntax(source, diagnostics, [](const Source& copy, Diagnostics& found) {
    const auto tree = parse_tree(copy);
    Pipeline::check_vocabulary(copy, tree, found);
  });
  return diagnostics.sorted();
}

}  // namespace

TEST_CASE("each element in each other one is told, and an error of syntax behind it too") {
  std::size_t pairs = 0;
  for (const auto parent : element_names()) {
    for (const auto child : element_names()) {
      const auto& rule = *find_rule(parent);
      if (is_allowed(child, rule)) continue;
      const auto& mistake = mistakes[pairs++ % std::size(mistakes)];
      const auto misplaced = sample_of(child);
      auto xml = cv_around(parent, {"", misplaced, "", ""});
      const auto last = xml.rfind("</section>");
      const std::string before = "\n<p>";
      xml.insert(last, before + mistake.text + "</p>\n");
      CAPTURE(xml);
      const Source source("cv.xml", xml);
      const auto errors = errors_of(source);
      for (const auto& one : errors) UNSCOPED_INFO(one.message << "; " << one.hint);
      REQUIRE(errors.size() == 2);
      CHECK(errors[0].location.offset == cv_around(parent, {"", "\n", "", ""}).find('\n'));
      CHECK(errors[0].message == fmt::format("<{}> is not allowed in <{}>", child, parent));
      CHECK_FALSE(errors[0].hint.empty());
      CHECK(errors[1].location.offset == last + before.size() + mistake.column);
      CHECK(errors[1].message == mistake.message);
    }
  }
  CHECK(pairs > 2000);
}
