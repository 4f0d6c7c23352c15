#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

constexpr std::array styles = {"classic", "casual", "banking", "oldstyle"};

// Words that tell what is missing: a0001 a0002 ...
std::string numbered(const std::string& word, int count) {
  std::string words;
  for (int i = 1; i <= count; ++i) words += fmt::format("{}{:04} ", word, i);
  return words;
}

std::string points(int count) {
  std::string list = "<list>";
  for (int i = 1; i <= count; ++i) list += fmt::format("<li>point{:04}</li>\n", i);
  return list + "</list>";
}

std::string publications(int count) {
  std::string all;
  for (int i = 1; i <= count; ++i) {
    all += fmt::format(
        "<publication date=\"2020\"><author>author{}</author><title>{}</title></publication>\n", i,
        numbered(fmt::format("t{}x", i), 30));
  }
  return all;
}

const std::string long_name = std::string(39, 'n') + "-" + std::string(40, 'm');
const std::string long_url =
    "https://www.example.org/" + std::string(200, 'u') + "/" + std::string(75, 'v');

// Three pages of one paragraph, 500 points, 40 publications, an entry of two pages.
std::string long_cv() {
  return "<cv xmlns=\"urn:xmlcv:1\"><person><name><given>Ada</given><family>" + long_name +
         "</family></name><email>ada@example.org</email></person>\n<section kind=\"summary\"><p>" +
         numbered("para", 2400) +
         "</p></section>\n<section kind=\"work\"><entry date=\"2020\"><title>" +
         numbered("title", 60) + "</title><p>" + numbered("entry", 1200) + "</p>" + points(500) +
         "</entry><item><label>" + numbered("label", 12) + "</label>" + numbered("item", 900) +
         "</item></section>\n<section kind=\"publications\">" + publications(40) +
         "</section>\n<section kind=\"interests\"><p>See " + long_url + "</p><p><a href=\"" +
         long_url + "\">" + long_url + "</a></p></section></cv>\n";
}

std::vector<std::string> words_of_long_cv() {
  std::vector<std::string> words = {"Ada", "author1.", "author40.", long_url};
  const auto add = [&words](const std::string& word, int count) {
    for (int i = 1; i <= count; ++i) words.push_back(fmt::format("{}{:04}", word, i));
  };
  add("para", 2400);
  add("title", 60);
  add("entry", 1200);
  add("point", 500);
  add("label", 12);
  add("item", 900);
  for (int i = 1; i <= 40; ++i) add(fmt::format("t{}x", i), 30);
  return words;
}

Outcome build(const TemporaryFolder& folder, std::vector<std::string> options) {
  options.insert(options.begin(), {"build", "cv.xml", "-o", "cv.pdf"});
  return run_xmlcv(options, folder.path());
}

}  // namespace

TEST_CASE("texts of any length come out whole, over as many pages as they need") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", long_cv());
  for (const auto* style : styles) {
    INFO(style);
    const auto outcome = build(folder, {"--style", style});
    CHECK(outcome.output == "");
    REQUIRE(outcome.status == 0);
    const auto first_page =
        run_program("pdftotext", {"-l", "1", "cv.pdf", "-"}, folder.path()).output;
    CHECK(first_page.find("para0001") != std::string::npos);
    CHECK(first_page.find("para2400") == std::string::npos);
    const auto text = squeezed_raw_text(folder.path() / "cv.pdf");
    auto words = words_of_long_cv();
    std::erase_if(words, [&text](const auto& w) { return text.find(w) != std::string::npos; });
    CHECK(words == std::vector<std::string>{});
    // It is divided with hyphens, which this leaves out again.
    CHECK(first_page.find(long_name) != std::string::npos);
  }
}

TEST_CASE("text that raw LaTeX moves off the page, or leaves out, is an error at its place") {
  static constexpr std::array moves = {"{\\par\\moveright 300mm\\hbox{#3}}",
                                       "{\\par\\moveleft 100mm\\hbox{#3}}",
                                       "{\\par\\vtop to 0pt{\\kern 300mm\\hbox{#3}\\vss}}",
                                       "{\\par\\vbox to 0pt{\\vss\\hbox{#3}\\kern 300mm}}", "{}"};
  const TemporaryFolder folder;
  for (const auto* style : styles) {
    for (const std::string move : moves) {
      INFO(style << " " << move);
      write_file(folder.path() / "cv.xml",
                 "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name></person>"
                 "<section kind=\"work\"><tex>\\renewcommand\\cvitem[3][]" +
                     move + "</tex>\n<p>moved</p></section></cv>\n");
      const auto outcome = build(folder, {"--allow-tex", "--style", style});
      CHECK(outcome.status == 1);
      const auto* message =
          move == "{}" ? "this text is on no page of the PDF" : "this text runs off the page";
      CHECK(outcome.output.find(fmt::format("cv.xml:2:1: error: {}\n", message)) == 0);
      CHECK_FALSE(fs::exists(folder.path() / "cv.pdf"));
    }
  }
}

// The contacts of the classic style touched the name, and banking tied the headline to it.
TEST_CASE("a long name and a long headline keep apart from all else") {
  const std::vector<std::string> words = {"Maximiliane-Theodora", "Schulze-Wachtersbach",
                                          "Komparatistik,", "Geisteswissenschaften",
                                          "maximiliane@example.org"};
  for (const auto* style : styles) {
    for (const auto* paper : {"a4", "b5"}) {
      CAPTURE(style, paper);
      const TemporaryFolder folder;
      write_file(
          folder.path() / "cv.xml",
          fmt::format("<cv xmlns=\"urn:xmlcv:1\"><layout style=\"{}\" paper=\"{}\"/><person>"
                      "<name><given>{}</given><family>{}</family></name><headline>Professorin "
                      "der {} und digitale {}</headline><email>{}</email>"
                      "<address>Gutenbergstraße 12, 35032 Marburg an der Lahn</address>"
                      "</person><section kind=\"work\"><p>x</p></section></cv>\n",
                      style, paper, words[0], words[1], words[2], words[3], words[4]));
      const auto outcome = build(folder, {"--werror"});
      INFO(outcome.output);
      CHECK(outcome.status == 0);
      for (const auto& extractor : extractors()) {
        const auto text = fmt::format(" {} ", extracted_text(folder.path() / "cv.pdf", extractor));
        CAPTURE(extractor.name, text);
        for (const auto& word : words) {
          CHECK(std::regex_search(text, std::regex(fmt::format("\\s{}\\s", word))));
        }
      }
    }
  }
}

// A box that is scaled would: \pdfsavepos (pdfTeX 1.40.24) does not know of it.
TEST_CASE("a contact in smaller letters is not taken for one that is off the page") {
  const std::string page = "https://software-lab.edu/p?x=1;y=2#top";  // too short to be divided
  for (const auto* style : styles) {
    CAPTURE(style);
    const TemporaryFolder folder;
    write_file(
        folder.path() / "cv.xml",
        fmt::format("<cv xmlns=\"urn:xmlcv:1\"><layout style=\"{}\" paper=\"a5\" "
                    "font-size=\"12pt\"/><person><name><family>Li</family></name><homepage>{}"
                    "</homepage></person><section kind=\"work\"><p>x</p></section></cv>\n",
                    style, page));
    const auto outcome = build(folder, {"--werror"});
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    for (const auto& extractor : extractors()) {
      CHECK(extracted_text(folder.path() / "cv.pdf", extractor).find(page) != std::string::npos);
    }
  }
}

TEST_CASE("a contact in a font without smaller letters is scaled") {
  const std::string page = "https://software-lab.edu/p?x=1;y=2#topw";
  const TemporaryFolder folder;
  write_file(folder.path() / "old.sty",
             "\\DeclareFontFamily{T1}{old}{}\n"
             "\\DeclareFontShape{T1}{old}{m}{n}{<5><7><10><12><17><20>ec-lmr10}{}\n"
             "\\renewcommand\\sfdefault{old}\n\\renewcommand\\familydefault{old}\n");
  write_file(
      folder.path() / "cv.xml",
      "<cv xmlns=\"urn:xmlcv:1\"><layout style=\"oldstyle\" paper=\"a5\" font-size=\"12pt\"/>"
      "<person><name><family>Li</family></name><homepage>" +
          page + "</homepage></person><section kind=\"work\"><p>x</p></section></cv>\n");
  const auto outcome = build(folder, {"--engine", "pdflatex", "--preamble", "old.sty"});
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK(squeezed_raw_text(folder.path() / "cv.pdf").find(page) != std::string::npos);
}
