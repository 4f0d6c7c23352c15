#include "random_text.h"

#include <fmt/format.h>

#include <map>
#include <regex>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"
#include "special_words.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

// pdftotext writes a no-break space as a blank or as itself.
std::string without_blanks(const std::string& text) {
  static const std::regex no_break_space("\u00A0");
  return squeeze(std::regex_replace(text, no_break_space, ""));
}

std::string percent_decoded(const std::string& address) {
  std::string result;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%' && i + 2 < address.size()) {
      result += static_cast<char>(std::stoi(address.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      result += address[i];
    }
  }
  return result;
}

// A CV that has random words in every place where words may stand.
class RandomCv {
 public:
  explicit RandomCv(unsigned seed) : random_(seed) {}

  std::string xml();

  // Each text with the marks between which it stands in the PDF, without blanks.
  std::map<std::string, std::string> texts;
  std::vector<std::string> addresses;
  std::string owner, headline, keywords;

 private:
  std::string plain(std::size_t length = 12);
  std::string text(std::size_t length = 12) { return as_xml(plain(length)); }
  std::string element(const char* name, std::size_t length = 12) {
    return fmt::format("<{0}>{1}</{0}>", name, text(length));
  }
  std::string address(const std::string& begin);
  std::string person();
  std::string publication();
  std::string entry();
  std::string paragraphs();

  RandomText random_;
  int number_ = 100;
};

std::string RandomCv::plain(std::size_t length) {
  const auto number = number_++;
  const auto middle = random_.of_latin(length);
  texts[fmt::format("Q{}Q", number)] = without_blanks(middle);
  return fmt::format("Q{0}Q{1}Z{0}Z", number, middle);
}

std::string RandomCv::address(const std::string& begin) {
  auto rest = random_.of_latin(20);
  std::erase_if(rest, [](char c) { return c == ' ' || c == '%'; });
  // What is percent-encoded already stays so.
  addresses.push_back(begin + rest + "%2Fx");
  return as_xml(begin + rest + "%2Fx");
}

std::string RandomCv::paragraphs() {
  std::string result;
  for (const auto* markup : {"b", "i", "code", "sub", "sup"}) {
    result += fmt::format("<p>{} {}</p>", text(20), element(markup));
  }
  for (const auto* scheme : {"https://example.org/", "mailto:a@b.org?subject=", "doi:10.1/"}) {
    result += fmt::format("<p>{} <a href=\"{}\">{}</a></p>", text(20), address(scheme), text());
  }
  return result;
}

std::string RandomCv::person() {
  const auto given = plain(8);
  const auto family = plain(8);
  headline = plain();
  owner = given + " " + family;
  std::string result =
      fmt::format("<name><given>{}</given><family>{}</family></name><headline>{}</headline>",
                  as_xml(given), as_xml(family), as_xml(headline));
  for (const auto* contact : {"address", "phone", "born", "quote", "extra"}) {
    result += element(contact);
  }
  return result + fmt::format("<social network=\"github\" href=\"{}\">{}</social>",
                              address("https://example.org/social/"), text());
}

std::string RandomCv::publication() {
  std::string result = "<publication>";
  for (const auto* part : {"author", "author", "editor", "title", "venue", "series", "volume",
                           "number", "publisher", "place", "when", "note"}) {
    result += element(part);
  }
  return fmt::format("{}<url>{}</url></publication>", result,
                     address("https://example.org/publication/"));
}

std::string RandomCv::entry() {
  std::string result = "<entry>";
  for (const auto* part : {"title", "organization", "place", "grade", "when"}) {
    result += element(part);
  }
  return fmt::format("{}{}<list>{}{}</list><item>{}{}</item></entry>", result, paragraphs(),
                     element("li", 30), element("li", 30), element("label"), text(30));
}

std::string RandomCv::xml() {
  keywords = plain();
  auto result = fmt::format(
      "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"en\" keywords=\"{}\">\n<person>{}</person>\n",
      as_xml(keywords), person());
  for (int section = 0; section < 3; ++section) {
    result += fmt::format("<section kind=\"work\">{}\n", element("title"));
    for (int i = 0; i < 2; ++i) result += fmt::format("{}\n{}\n", entry(), publication());
    result += fmt::format("<group>{}{}</group></section>\n", element("title"), element("p", 30));
  }
  return result + "</cv>\n";
}

std::string said(const char* program, std::vector<std::string> arguments, const fs::path& folder) {
  arguments.emplace_back("cv.pdf");
  const auto outcome = run_program(program, std::move(arguments), folder);
  REQUIRE(outcome.status == 0);
  return outcome.output;
}

// In the style casual the contacts stand at the end of each page.
std::string with_one_foot(std::string printed) {
  const auto foot = printed.substr(printed.rfind("Q104Q"));
  for (auto at = printed.find(foot); at + foot.size() < printed.size(); at = printed.find(foot)) {
    printed.erase(at, foot.size());
  }
  return printed;
}

void check_texts(const RandomCv& cv, const std::string& printed) {
  for (const auto& [mark, text] : cv.texts) {
    if (cv.keywords.starts_with(mark)) continue;
    const auto end = fmt::format("Z{}Z", mark.substr(1, 3));
    const auto from = printed.find(mark);
    REQUIRE(from != std::string::npos);
    const auto begin = from + mark.size();
    CHECK(printed.substr(begin, printed.find(end, begin) - begin) == text);
  }
}

void check_style(const char* style, unsigned seed) {
  const TemporaryFolder folder;
  RandomCv cv(seed);
  write_file(folder.path() / "cv.xml", cv.xml());
  const auto outcome = run_xmlcv(
      {"build", "cv.xml", "-o", "cv.pdf", "--style", style, "--page-numbers", "no"}, folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  check_texts(cv, with_one_foot(without_blanks(squeezed_raw_text(folder.path() / "cv.pdf"))));

  const auto links = percent_decoded(said("pdfinfo", {"-url"}, folder.path()));
  for (const auto& address : cv.addresses) {
    INFO(address);
    CHECK(links.find(percent_decoded(address) + "\n") != std::string::npos);
  }
  const auto info = without_blanks(said("pdfinfo", {}, folder.path()));
  for (const auto& field :
       {fmt::format("Title:{}–{}", cv.owner, cv.headline), fmt::format("Author:{}", cv.owner),
        fmt::format("Keywords:{}", cv.keywords)}) {
    INFO(field);
    CHECK(info.find(without_blanks(field)) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("random text comes out of the PDF as it is, in every place of the style classic",
          "[slow]") {
  check_style("classic", 1);
}
TEST_CASE("random text comes out of the PDF as it is, in every place of the style casual",
          "[slow]") {
  check_style("casual", 2);
}
TEST_CASE("random text comes out of the PDF as it is, in every place of the style banking",
          "[slow]") {
  check_style("banking", 3);
}
TEST_CASE("random text comes out of the PDF as it is, in every place of the style oldstyle",
          "[slow]") {
  check_style("oldstyle", 4);
}
