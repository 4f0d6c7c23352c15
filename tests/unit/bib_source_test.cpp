#include "bibliography/bib_source.h"

#include <fmt/format.h>

#include "catch.h"

using namespace xmlcv;

namespace {

// type key line: name@line:column=text ...
std::vector<std::string> found(const std::string& bib) {
  const Source source("refs.bib", bib);
  std::vector<std::string> result;
  for (const auto& entry : find_entries(source)) {
    std::string all =
        fmt::format("{} {} {}:", entry.type, entry.key, source.position(entry.offset).line);
    for (const auto& [name, field] : entry.fields) {
      const auto place = source.position(field.offset);
      all += fmt::format(" {}@{}:{}={}", name, place.line, place.column, field.text);
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
        Found{"book k 1: journal@1:20=jacm year@1:50=1"});
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
