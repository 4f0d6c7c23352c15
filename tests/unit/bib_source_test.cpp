#include "bibliography/bib_source.h"

#include <fmt/format.h>

#include "catch.h"

using namespace xmlcv;

namespace {

// type key line: name@line:column=text ...
std::vector<std::string> found(const std::string& bib) {
  const Source source("refs.bib", bib);
  std::vector<std::string> result;
  for (const auto& entry : find_entries(source).entries) {
    std::string all =
        fmt::format("{} {} {}:", entry.type, entry.key, source.position(entry.offset).line);
    for (const auto& [name, field] : entry.fields) {
      const auto place = source.position(field.offset);
      all += fmt::format(" {}@{}:{}={}", name, place.line, place.column, field.value());
    }
    result.push_back(all);
  }
  return result;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("entries and their fields are found where they stand") {
  CHECK(found("@Article{key,\n  Author = {A {B}},\n  title=\"T {\"} U\", year = 2020}\n") ==
        Found{"article key 1: author@2:13=A {B} title@3:10=T {\"} U year@3:27=2020"});
  CHECK(found("@book(k, title = {T})\n@misc{l,\n}") ==
        Found{"book k 1: title@1:19=T", "misc l 2:"});
  CHECK(found("@book{k, journal = jacm # { and } # \"more\", year=1}") ==
        Found{"book k 1: journal@1:20= and more year@1:50=1"});
}

TEST_CASE("what is no entry is passed over") {
  CHECK(found("mail to a@b.org\n@string{s = {@book{x,}}}\n@comment{@book{y, title={}}}\n"
              "@preamble{\"@book{z,}\"}\n@book{k,}") == Found{"book k 5:"});
  CHECK(found("@book{k, % a remark, title = {no}\n title = {T}}") ==
        Found{"book k 1: title@2:11=T"});
  CHECK(found("").empty());
  CHECK(found("@").empty());
  CHECK(found("@book{").empty());
}

TEST_CASE("behind an entry that is not closed the next one is found") {
  CHECK(found("@book{a,\n title = {T {x},\n year = 1}\n\n@book{b, title = {U}}") ==
        Found{"book a 1: title@2:11=T {x},\n year = 1", "book b 5: title@5:19=U"});
  CHECK(found("@book{a,\n title {T}\n}\n@book{b,}") == Found{"book a 1:", "book b 4:"});
}

TEST_CASE("macros are what @string says, without regard to case") {
  CHECK(found("@string{a = {A}, b = a # { and }}\n@string(c = b # \"C\")\n"
              "@book{k, title = C # d, month = \"8~\" # JUL}") ==
        Found{"book k 3: month@3:34=8~July title@3:18=A and C"});
  const Source source("refs.bib",
                      "@book{k, title = a # b,\n title = {other}, year = 1, year = {1}}");
  const auto entry = find_entries(source).entries.at(0);
  REQUIRE(entry.undefined.size() == 2);
  CHECK(entry.undefined[1].name == "b");
  CHECK(entry.undefined[1].offset == 21);
  REQUIRE(entry.repeated.size() == 1);
  CHECK(entry.repeated[0].name == "title");
}

TEST_CASE("macros that hold each other twice end") {
  std::string bomb = "@string{a0 = {0123456789}}\n";
  for (int i = 0; i < 60; ++i) {
    bomb += fmt::format("@string{{a{} = a{} # a{}}}\n", i + 1, i, i);
  }
  const Source source("refs.bib", bomb + "@book{k, title = a60}");
  CHECK(find_entries(source).too_long);
  CHECK_FALSE(find_entries(Source("refs.bib", "@book{k, title = jan # {x}}")).too_long);
}
