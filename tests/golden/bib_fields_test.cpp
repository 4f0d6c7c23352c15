#include <fmt/format.h>

#include <map>
#include <regex>
#include <string>
#include <vector>

#include "bibliography/bib_field_table.h"
#include "catch.h"
#include "cv/plain_text.h"
#include "machine/file.h"
#include "machine/resources.h"
#include "program.h"
#include "text/utf8.h"

using namespace xmlcv;

namespace {

constexpr auto types = {"article", "book", "inproceedings", "misc", "patent", "thesis"};

// What each entry has, unless it is the field that is tested.
const std::map<std::string, std::string> usual = {
    {"author", "Doe, Jane"}, {"booktitle", "Whole"},      {"date", "2020"}, {"editor", "Roe, Ed"},
    {"institution", "Inst"}, {"journaltitle", "Journal"}, {"number", "12"}, {"title", "Title"}};

// What a field needs beside it.
const std::map<std::string, std::string> needed = {
    {"editoratype", "editora={Roe, Ed}"}, {"editorbtype", "editorb={Roe, Ed}"},
    {"editorctype", "editorc={Roe, Ed}"}, {"pagination", "pages={3}"},
    {"bookpagination", "pagetotal={3}"},  {"month", "year=1987"},
    {"day", "year=1987, month=5"},        {"yeardivision", "year=1987"}};

const std::map<std::string, std::string> without = {{"shorttitle", "title"},
                                                    {"shortjournal", "journaltitle"},
                                                    {"shortseries", "series"},
                                                    {"pages", "none"}};

// A word that is nowhere else.
std::string word(std::size_t number) {
  std::string result = "Q";
  for (; number > 0; number /= 20) result += "abdefghijkmnoprstuwy"[number % 20];
  return result + "z";
}

struct Field {
  std::string value;
  std::string printed;
};

bool ends(std::string_view name, std::string_view end) { return name.ends_with(end); }

Field field_of(const std::string& name, std::size_t number) {
  const auto once = word(number);
  const auto day = std::to_string(number % 28 + 1);
  if (ends(name, "date") || ends(name, "year")) return {"1987", "1987"};
  if (ends(name, "month")) return {"oct", "October"};
  if (ends(name, "day")) return {day, day};
  if (ends(name, "division")) return {"summer", "Summer"};
  if (name == "doi") return {"10.1000/" + once, once};
  if (name == "url") return {"https://example.org/" + once, once};
  if (name == "pages") return {std::to_string(100000 + number), std::to_string(100000 + number)};
  return {once, once};
}

std::string prefix_of(std::string_view name) {
  for (const std::string_view prefix : {"event", "orig", "url"}) {
    const auto rest = name.substr(std::min(prefix.size(), name.size()));
    if (name.starts_with(prefix) && needed.contains(std::string(rest))) return std::string(prefix);
  }
  return "";
}

std::string entry(const std::string& type, const std::string& name, const std::string& value,
                  std::size_t number) {
  const auto biblatex = std::string(biblatex_name(name));
  std::string result = fmt::format("@{}{{k{}, {}={}", type, number, name,
                                   value == "oct" ? value : "{" + value + "}");
  const bool is_date = name == "year" || name == "month" || name == "day" || name == "yeardivision";
  for (const auto& [field, text] : usual) {
    const auto left_out = without.find(name);
    const bool leave = (left_out != without.end() && left_out->second == field) ||
                       field == biblatex || (is_date && field == "date") ||
                       (type != "inproceedings" && field == "booktitle") ||
                       (type != "article" && field == "journaltitle");
    if (!leave) result += fmt::format(", {}={{{}}}", field, text);
  }
  const auto prefix = prefix_of(name);
  const auto more = needed.find(name.substr(prefix.size()));
  if (more != needed.end()) {
    result += ", " + std::regex_replace(more->second, std::regex("year|month"), prefix + "$&");
  }
  return result + "}\n";
}

// The entries as LaTeX, one after the other, without the numbers of leaves.
std::vector<std::string> built(const TemporaryFolder& folder, const std::string& bib,
                               std::string& messages) {
  write_file(folder.path() / "refs.bib", bib);
  write_file(folder.path() / "cv.xml",
             "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Smith</family></name></person>"
             "<section kind=\"publications\"><bibliography src=\"refs.bib\" sort=\"none\"/>"
             "</section></cv>");
  const auto outcome = run_xmlcv({"tex", "cv.xml", "-o", "out"}, folder.path());
  messages = outcome.output;
  REQUIRE(outcome.status == 0);
  auto body = read_file(folder.path() / "out/cv-body.tex");
  body = std::regex_replace(body, std::regex(R"(\\cvtext\{\d+\})"), "");
  std::vector<std::string> result;
  for (auto at = body.find("\\cvitem"); at != std::string::npos;) {
    const auto next = body.find("\\cvitem", at + 1);
    result.push_back(body.substr(at, next - at));
    at = next;
  }
  return result;
}

}  // namespace

TEST_CASE("each field that is printed is printed, whatever the type of entry") {
  struct Tested {
    std::string name;
    std::string printed;
    std::string entry;
  };
  std::vector<Tested> all;
  std::string bib;
  for (const auto* type : types) {
    for (const auto& rule : bib_field_rules()) {
      if (rule.use != BibUse::printed) continue;
      const std::string name(rule.name);
      const auto [value, printed] = field_of(name, all.size());
      all.push_back({name, printed, entry(type, name, value, all.size())});
      bib += all.back().entry;
    }
  }
  const TemporaryFolder folder;
  std::string messages;
  const auto entries = built(folder, bib, messages);
  REQUIRE(entries.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(all[i].entry);
    INFO(entries[i]);
    CHECK(entries[i].find(all[i].printed) != std::string::npos);
  }
}

TEST_CASE("of a field that is left out nothing is said") {
  std::string bib;
  std::size_t number = 0;
  for (const auto& rule : bib_field_rules()) {
    if (rule.use != BibUse::left_out || rule.name.find('*') != std::string_view::npos) continue;
    const bool is_date = rule.name.starts_with("url");
    bib += entry("article", std::string(rule.name), is_date ? "1987" : word(number), number);
    ++number;
  }
  const TemporaryFolder folder;
  std::string messages;
  const auto entries = built(folder, bib, messages);
  CHECK(messages == "");
  REQUIRE(entries.size() == number);
  for (const auto& one : entries) CHECK(one.find("Q") == std::string::npos);
}

TEST_CASE("a field that biber does not read is refused at its place") {
  const TemporaryFolder folder;
  for (const auto& rule : bib_field_rules()) {
    if (rule.use != BibUse::refused) continue;
    write_file(folder.path() / "refs.bib",
               fmt::format("@misc{{k, author={{Doe, J.}}, title={{T}}, date=2020,\n{}={{12}}}}\n",
                           rule.name));
    write_file(folder.path() / "cv.xml",
               "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Doe</family></name></person>"
               "<section kind=\"publications\"><bibliography src=\"refs.bib\"/></section></cv>");
    const auto outcome = run_xmlcv({"check", "cv.xml"}, folder.path());
    INFO(outcome.output);
    CHECK(outcome.status == 1);
    const auto place = fmt::format("refs.bib:2:{}: error: the field {} is not read",
                                   rule.name.size() + 3, rule.name);
    CHECK(outcome.output.find(place) != std::string::npos);
  }
}

// Accents and letters, Greek, arrows and operators, through biber and back; what is written
// otherwise in LaTeX, or has another form by tex_symbols_test, is not among them.
TEST_CASE("850 symbols and accents in titles are right") {
  const std::string others =
      " ast bullet cdot mu perp prime textasciigrave textbar textdollar textendash textepsilon "
      "textgamma textgreater textiota textless textphi textquotedbl textquotesingle textupsilon "
      "subdoublebar textbackslash textasciitilde textasciicircum textpercent textampersand "
      "textbraceleft textbraceright textunderscore ";
  std::vector<std::string> expected;
  std::string bib;
  for (auto rest = tex_symbols; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    const std::string command(line.substr(0, line.find('\t')));
    const auto kind = line.substr(command.size() + 1, line.rfind('\t') - command.size() - 1);
    const std::string character(line.substr(line.rfind('\t') + 1));
    std::size_t at = 0;
    const auto code = next_code_point(character, at);
    const bool is_usual = (code >= 0x370 && code < 0x400) || (code >= 0x2190 && code < 0x2300);
    if (others.find(" " + command + " ") != std::string::npos) continue;
    if (kind != "text" && kind != "accent" && !is_usual) continue;
    const auto latex = kind == "accent" ? fmt::format("\\{}{{o}}", command)
                       : kind == "text" ? fmt::format("\\{}{{}}", command)
                                        : fmt::format("$\\{}$", command);
    bib += fmt::format("@misc{{k{}, author={{Doe, J.}}, title={{Ax {} by}}, date=2020}}\n",
                       expected.size(), latex);
    expected.push_back("{Ax " + to_nfc(kind == "accent" ? "o" + character : character) + " by}");
  }
  CHECK(expected.size() > 850);
  const TemporaryFolder folder;
  std::string messages;
  const auto entries = built(folder, bib, messages);
  CHECK(messages == "");
  REQUIRE(entries.size() == expected.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto plain = std::regex_replace(
        entries[i], std::regex(R"(\\cvspace\{\}|\\cv(?:script|emoji)\{\w+\}\{([^}]*)\})"), "$1");
    INFO(plain);
    CHECK(plain.find(expected[i]) != std::string::npos);
  }
}

TEST_CASE("a selection that is empty leaves its section out, with a note") {
  const TemporaryFolder folder;
  write_file(folder.path() / "refs.bib",
             "@misc{k, author={Doe, J.}, title={T}, date=2020, keywords={a}}\n");
  const auto run = [&folder](const std::string& attributes) {
    write_file(folder.path() / "cv.xml",
               "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Smith</family></name></person>"
               "<section kind=\"work\"><p>Word</p></section><section kind=\"publications\">"
               "<group><title>Papers</title><bibliography src=\"refs.bib\" " +
                   attributes + "/></group></section></cv>");
    return run_xmlcv({"tex", "cv.xml", "-o", "out"}, folder.path());
  };
  for (const auto* known : {"author=\"owner\"", "to=\"2019\"", "keys=\"k\" from=\"2021\"",
                            "keywords=\"a\" from=\"2021\"", "types=\"misc\" from=\"2021\""}) {
    INFO(known);
    const auto outcome = run(known);
    INFO(outcome.output);
    CHECK(outcome.status == 0);
    CHECK(outcome.output.find(": note: no entry of refs.bib is selected") != std::string::npos);
    const auto body = read_file(folder.path() / "out/cv-body.tex");
    CHECK(body.find("Word") != std::string::npos);
    CHECK(body.find("Publications") == std::string::npos);
    CHECK(body.find("Papers") == std::string::npos);
  }
  for (const auto* unknown : {"keys=\"l\"", "keywords=\"b\"", "types=\"book\""}) {
    INFO(unknown);
    CHECK(run(unknown).status == 1);
  }
}
