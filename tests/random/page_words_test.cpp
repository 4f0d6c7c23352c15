#include "page_words.h"

#include "catch.h"

namespace {

std::vector<std::string> lost(const std::vector<std::string>& texts, const std::string& page,
                              bool may_divide = false) {
  std::vector<Leaf> leaves;
  for (const auto& text : texts) leaves.push_back({"p", text});
  std::vector<std::string> result;
  for (const auto& one : lost_leaves(leaves, page, may_divide)) result.push_back(one.leaf.words);
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("words are found with their boundaries") {
  CHECK(lost({"Danish married"}, "a Danish\nmarried, b") == Texts{});
  CHECK(lost({"Danish married"}, "Danishmarried") == Texts{"Danish married"});
  CHECK(lost({"fMRI"}, "f MRI") == Texts{"fMRI"});
  CHECK(lost({"fMRI"}, "f\nMRI") == Texts{"fMRI"});
  CHECK(lost({"title"}, "titleplace") == Texts{"title"});
  CHECK(lost({"title"}, "subtitle") == Texts{"title"});
  CHECK(lost({"a--b"}, "a–b") == Texts{"a--b"});
  CHECK(lost({"10.1/x"}, "doi:10.1/x.") == Texts{});
}

TEST_CASE("each text must stand there once more") {
  CHECK(lost({"one two", "one two"}, "one two, one two") == Texts{});
  CHECK(lost({"one two", "one two"}, "one two, one") == Texts{"one two"});
  CHECK(lost({"one", "one two"}, "one two") == Texts{"one"});
}

TEST_CASE("lines end inside words only where they may") {
  const std::string address = "https://www.example.org/a/long/path/to/a/page.html";
  CHECK(lost({address}, "https://www.example.org/\na/long/path/to/a/page.html") == Texts{});
  CHECK(lost({address}, "https://www.example.org/ a/long/path/to/a/page.html") == Texts{address});
  CHECK(lost({"研究所"}, "研究\n所") == Texts{});
  CHECK(lost({"systems"}, "sys-\ntems", true) == Texts{});
  CHECK(lost({"systems"}, "sys-\ntems") == Texts{"systems"});
}

TEST_CASE("no-break spaces around a text are blanks of the page") {
  CHECK(lost_leaves({{"li", "\u00A0one two\u00A0"}}, "• one two\nthree", false).empty());
  CHECK(lost_leaves({{"li", "one\u00A0two"}}, "onetwo", false).size() == 1);
}

TEST_CASE("page numbers and repeated feet do not divide a text") {
  const auto text =
      flowing_text("one two\nFoot 1\n1/2\n\fthree\nFoot 1\n2/2\n\f", {{"phone", "1"}});
  CHECK(text == "one two\nthree\nFoot 1\n");
  CHECK(flowing_text("one\nFax: 030/4621\n\f", {}) == "one\nFax: 030/4621\n");
  CHECK(flowing_text("Fax: 030/4621\n1/2\n\fFax: 1/2\n2/2\n\f", {}) == "Fax: 030/4621\nFax: 1/2\n");
  CHECK(flowing_text("one\nlast\n1/2\n\ftwo\nlast\n2/2\n\f", {{"phone", "1"}}) ==
        "one\nlast\ntwo\nlast\n");
  const auto same_end =
      flowing_text("one\nlast\nPhone: 1\n\ftwo\nlast\nPhone: 1\n\f", {{"phone", "1"}});
  CHECK(same_end == "one\nlast\ntwo\nlast\nPhone: 1\n");
}
