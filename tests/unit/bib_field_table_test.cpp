#include "bibliography/bib_field_table.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <set>

#include "bibliography/bib_publication.h"
#include "catch.h"
#include "machine/file.h"

using namespace xmlcv;

namespace {

// All fields of biblatex 3.18's default data model (blx-dm.def), without the parts of dates.
constexpr std::string_view data_model =
    "abstract addendum afterword annotation annotator author authortype bookauthor bookpagination "
    "booksubtitle booktitle booktitleaddon chapter commentator crossref date day doi edition "
    "editor "
    "editora editoratype editorb editorbtype editorc editorctype editortype eid entryset "
    "entrysubtype eprint eprintclass eprinttype eventdate eventtitle eventtitleaddon execute file "
    "foreword gender holder howpublished ids indexsorttitle indextitle institution introduction "
    "isan "
    "isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journalsubtitle "
    "journaltitle journaltitleaddon keywords label langid langidopts language library lista listb "
    "listc listd liste listf location mainsubtitle maintitle maintitleaddon month namea nameaddon "
    "nameatype nameb namebtype namec namectype note number options organization origdate "
    "origlanguage origlocation origpublisher origtitle pages pagetotal pagination part presort "
    "publisher pubstate related relatedoptions relatedstring relatedtype reprinttitle series "
    "shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey "
    "sortname sortshorthand sorttitle sortyear subtitle title titleaddon translator type url "
    "urldate usera userb userc userd usere userf venue verba verbb verbc version volume volumes "
    "xdata xref year yeardivision";

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> result;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      result.push_back(std::move(word));
      word.clear();
    }
  }
  return result;
}

constexpr std::string_view name_of(BibUse use) {
  switch (use) {
    case BibUse::printed:
      return "printed";
    case BibUse::understood:
      return "understood";
    case BibUse::left_out:
      return "left out";
    case BibUse::refused:
      return "an error";
  }
  return "";
}

// The rows with one rule together, in the order of the table.
std::string manual() {
  std::string result = "| fields | what becomes of them | |\n|---|---|---|\n";
  std::string names;
  const BibFieldRule* last = nullptr;
  const auto write = [&] {
    if (last != nullptr)
      result += fmt::format("| {} | {} | {} |\n", names, name_of(last->use), last->how);
    names.clear();
  };
  for (const auto& rule : bib_field_rules()) {
    if (last == nullptr || last->how != rule.how || last->use != rule.use) write();
    names += fmt::format("{}`{}`", names.empty() ? "" : " ", rule.name);
    last = &rule;
  }
  write();
  return result;
}

}  // namespace

TEST_CASE("each field of biblatex has a rule, and one only") {
  std::map<std::string_view, int> count;
  for (const auto& rule : bib_field_rules()) ++count[rule.name];
  for (const auto& [name, times] : count) {
    INFO(name);
    CHECK(times == 1);
  }
  for (const auto& name : words_in(data_model)) {
    INFO(name);
    CHECK(count.contains(name));
  }
  for (const auto* prefix : {"", "event", "orig", "url"}) {
    for (const auto* end : {"", "end"}) {
      for (const auto* part : {"year", "month", "day", "hour", "minute", "second", "timezone"}) {
        const auto name = fmt::format("{}{}{}", prefix, end, part);
        INFO(name);
        CHECK(count.contains(name));
      }
    }
  }
}

TEST_CASE("other names, patterns, and what is in no table") {
  CHECK(biblatex_name("journal") == "journaltitle");
  CHECK(biblatex_name("title") == "title");
  CHECK(biblatex_name("mood") == "mood");
  REQUIRE(find_bib_field("bdsk-url-1") != nullptr);
  CHECK(find_bib_field("bdsk-url-1")->use == BibUse::left_out);
  REQUIRE(find_bib_field("author+an") != nullptr);
  REQUIRE(find_bib_field("author+an:equal") != nullptr);
  CHECK(find_bib_field("mood") == nullptr);
  CHECK(names_of("journaltitle") == std::vector<std::string_view>{"journaltitle", "journal"});
}

TEST_CASE("the manual has the table of fields") {
  const auto path = std::string(XMLCV_SOURCE_DIR) + "/xml/BIBLIOGRAPHY.md";
  const auto text = read_file(path);
  const auto begin = text.find("| fields |");
  REQUIRE(begin != std::string::npos);
  if (std::getenv("XMLCV_RECORD") != nullptr) write_file(path, text.substr(0, begin) + manual());
  CHECK(read_file(path).substr(begin) == manual());
}
