#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "catch.h"
#include "cv/networks.h"
#include "cv/value_names.h"
#include "cv_strings.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"
#include "xml/vocabulary.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path full = fs::path(XMLCV_SOURCE_DIR) / "xml/examples/full.xml";

fs::path build(const TemporaryFolder& folder, const fs::path& xml,
               std::vector<std::string> options) {
  fs::path pdf = folder.path() / "cv.pdf";
  options.insert(options.begin(), {"build", "--allow-tex", xml.string(), "-o", pdf.string()});
  const auto outcome = run_xmlcv(options, folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK(outcome.output == "");
  return pdf;
}

void check_style(const char* style) {
  const TemporaryFolder folder;
  const auto pdf = build(folder, full, {"--style", style});
  const auto text = squeezed_text(pdf) + squeezed_raw_text(pdf);
  const auto strings = printed_strings(full);
  CHECK(strings.size() > 100);
  for (const auto& string : strings) {
    INFO(string);
    // In a publication's pages the hyphen becomes a dash.
    CHECK((text.find(squeeze(string)) != std::string::npos || string == "101-119"));
  }
  for (const auto* made : {"101–119", "days on six ships", "Experience", "Reviewed"}) {
    INFO(made);
    CHECK(text.find(squeeze(made)) != std::string::npos);
  }
}

std::string body(const std::string& sections) {
  return "<cv xmlns=\"urn:xmlcv:1\"><person><name><given>Ada</given><family>Byron</family></name>"
         "<headline>Engineer</headline><address>140 Governors Drive, Manning College of "
         "Information and Computer Sciences, Amherst, MA 01003, USA</address></person>" +
         sections + "</cv>";
}

}  // namespace

TEST_CASE("every element reaches the PDF in the style classic") { check_style("classic"); }
TEST_CASE("every element reaches the PDF in the style casual") { check_style("casual"); }
TEST_CASE("every element reaches the PDF in the style banking") { check_style("banking"); }
TEST_CASE("every element reaches the PDF in the style oldstyle") { check_style("oldstyle"); }

TEST_CASE("every network, kind of phone and type of publication reaches the PDF in each style") {
  constexpr std::size_t in_one_head = 20;
  std::vector<std::string> contacts;
  std::string publications;
  std::vector<std::string> words;
  const auto add = [&words](std::string& xml, const std::string& begin, std::string word,
                            const char* end) {
    std::erase(word, '-');
    xml += begin + word + end;
    words.push_back(word);
  };
  for (const auto network : attribute_rule("social", "network").values) {
    words.push_back(account_of(std::string(network)));
    // Without an address it is told that the account has none.
    const bool has_page =
        !account_link(*find_value<SocialNetwork>(network), words.back()).address.empty();
    contacts.push_back(fmt::format("<social network=\"{}\"{}{}>{}</social>", network,
                                   network == "other" ? " name=\"PeerTube\"" : "",
                                   has_page ? "" : " href=\"https://example.org\"", words.back()));
  }
  for (const auto kind : attribute_rule("phone", "kind").values) {
    words.push_back(fmt::format("+4930123456{}", kind.size()));
    contacts.push_back(fmt::format("<phone kind=\"{}\">{}</phone>", kind, words.back()));
  }
  for (const auto type : attribute_rule("publication", "type").values) {
    add(publications, fmt::format("<publication type=\"{}\"><title>", type),
        fmt::format("on{}", type), "</title>");
    add(publications, "<number>", fmt::format("n{}", type), "</number>");
    add(publications, "<venue>", fmt::format("in{}", type), "</venue></publication>");
  }
  const TemporaryFolder folder;
  for (const auto style : attribute_rule("layout", "style").values) {
    INFO(style);
    std::string text;
    for (std::size_t i = 0; i < contacts.size(); i += in_one_head) {
      const auto end = std::min(i + in_one_head, contacts.size());
      write_file(
          folder.path() / "cv.xml",
          fmt::format("<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name>{}"
                      "</person><section kind=\"publications\">{}</section></cv>",
                      fmt::join(contacts.data() + i, contacts.data() + end, ""), publications));
      const auto pdf = build(folder, "cv.xml", {"--style", std::string(style)});
      text += squeezed_text(pdf) + squeezed_raw_text(pdf);
    }
    for (const auto& word : words) {
      INFO(word);
      CHECK(text.find(word) != std::string::npos);
    }
  }
}

TEST_CASE("each colour gives other pages than the others") {
  const TemporaryFolder folder;
  std::set<std::string> pages;
  for (const auto color : attribute_rule("layout", "color").values) {
    INFO(color);
    build(folder, full, {"--color", std::string(color)});
    run_program("pdftoppm", {"-r", "30", "-f", "1", "-l", "1", "-singlefile", "cv.pdf", "page"},
                folder.path());
    const auto page = read_file(folder.path() / "page.ppm");
    CHECK(page.size() > std::size_t{3} * 248 * 351);  // A4
    CHECK(pages.insert(page).second);
  }
}

TEST_CASE("in the style banking a long heading wraps and its dates stay") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml",
             body("<section kind=\"work\"><entry from=\"2019-04\" to=\"present\">"
                  "<title>Head of the department for measurements of everything at a depth</title>"
                  "<organization>Federal Institute for Materials Research and Testing and for all "
                  "that is like it</organization><place>Berlin-Lichterfelde and Adlershof</place>"
                  "<grade>with the highest distinction that there is</grade></entry></section>"));
  const auto text = squeezed_text(build(folder, "cv.xml", {"--style", "banking"}));
  for (const auto* words : {"Apr 2019 – present", "at a depth", "that is like it", "Adlershof",
                            "distinction that there is"}) {
    INFO(words);
    CHECK(text.find(squeeze(words)) != std::string::npos);
  }
}

TEST_CASE("a long label and a long address run into no other text") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml",
             body("<section kind=\"skills\"><item><label>Programmiersprachen</label>Python</item>"
                  "<item><label>Betriebssystemprogrammierungskenntnisse und Grundlagen</label>C"
                  "</item></section>"));
  for (const auto* style : {"classic", "casual"}) {
    INFO(style);
    const auto text = pages_of(build(folder, "cv.xml", {"--style", style})).at(0);
    CHECK(text.find("ProgrammiersprachenPython") == std::string::npos);
    for (const auto* word : {"Programmiersprachen", "Betriebssystemprogrammierungskenntnisse",
                             "Engineer", "Governors Drive"}) {
      INFO(word);
      CHECK(text.find(word) != std::string::npos);
    }
  }
}

TEST_CASE("a word that is longer than a line is divided, and nothing of it is lost") {
  const TemporaryFolder folder;
  const std::string url = "https://www.example.org/" + std::string(280, 'a') + "/" +
                          std::string(100, 'b') + "?q=1&amp;r=2";
  write_file(folder.path() / "cv.xml",
             body("<section kind=\"work\"><p>See <a href=\"https://x.org/?a=$b\">" + url +
                  "</a> for more</p><list><li>in " + url + " too</li></list></section>"));
  const auto text = squeezed_text(build(folder, "cv.xml", {}));
  const auto printed =
      "https://www.example.org/" + std::string(280, 'a') + "/" + std::string(100, 'b') + "?q=1&r=2";
  CHECK(text.find("See" + printed + "formore") != std::string::npos);
  CHECK(text.find("in" + printed + "too") != std::string::npos);
  const auto links = run_program("pdfinfo", {"-url", "cv.pdf"}, folder.path());
  CHECK(links.output.find("https://x.org/?a=$b\n") != std::string::npos);
}

TEST_CASE("text that does not fit into its column is a warning, and an error at the paper's edge") {
  const TemporaryFolder folder;
  const auto run = [&folder](const std::string& word) {
    write_file(folder.path() / "cv.xml",
               body("<section kind=\"work\"><p>ok</p>\n<tex>\\cvitem{}{x\\hbox to " + word +
                    "{y}}</tex></section>"));
    return run_xmlcv({"build", "--allow-tex", "cv.xml", "-o", "cv.pdf"}, folder.path());
  };
  const auto wide = run("150mm");
  CHECK(wide.status == 0);
  CHECK(wide.output.find("cv.xml:2:6: warning: text is ") == 0);
  const auto too_wide = run("300mm");
  CHECK(too_wide.status == 1);
  CHECK(too_wide.output.find("cv.xml:2:6: error: text runs off the page's right edge") == 0);
}

TEST_CASE("a character that a font lacks is refused at its element") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml",
             body("<section kind=\"work\"><p>Foo™</p>\n<p><code>Foo™</code></p></section>"));
  const auto outcome = run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("cv.xml:2:1: error: TeX stopped here: Missing character") == 0);
}
