#include <fmt/format.h>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

using namespace xmlcv;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t result = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++result;
  return result;
}

void copy_photo(const TemporaryFolder& folder) {
  std::filesystem::copy_file(XMLCV_SOURCE_DIR "/xml/examples/portrait.jpg",
                             folder.path() / "portrait.jpg");
}

std::string pdftotext(const TemporaryFolder& folder, std::vector<std::string> options) {
  options.insert(options.end(), {"cv.pdf", "-"});
  return run_program("pdftotext", options, folder.path()).output;
}

// cv.pdf, without a word said; with one of the two engines for each style.
void build(const TemporaryFolder& folder, const std::string& xml, const std::string& style) {
  write_file(folder.path() / "cv.xml", xml);
  const auto* engine = style[0] == 'c' ? "pdflatex" : "lualatex";
  const auto outcome = run_xmlcv(
      {"build", "cv.xml", "-o", "cv.pdf", "--style", style, "--engine", engine}, folder.path());
  CHECK(outcome.output == "");
  REQUIRE(outcome.status == 0);
}

}  // namespace

TEST_CASE("a line may end at a soft hyphen, and every word is whole in pdftotext") {
  constexpr const char* word = "Donau&#xAD;dampf&#xAD;schiffahrts&#xAD;gesellschafts&#xAD;kapitän";
  const auto xml = fmt::format(
      "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"de\"><person><name>"
      "<given>Ada&#xAD;line</given><family>Wolfe&#xAD;schlegelstein&#xAD;hausenbergerdorff</family>"
      "</name><headline>Inge&#xAD;nieurin</headline></person><section kind=\"summary\">"
      "<title>Kurz&#xAD;fassung</title><p>Auf&#xAD;lage {0} {0} {0} {0} {0}</p>"
      "<list><li>{0} {0} {0}</li></list><publication><author>Ada&#xAD;line Wolfe&#xAD;schlegelstein"
      "hausenbergerdorff</author><title>{0} {0}</title></publication></section></cv>",
      word);
  for (const auto* style : {"classic", "banking", "oldstyle", "casual"}) {
    INFO(style);
    const TemporaryFolder folder;
    build(folder, xml, style);
    const auto plain = pdftotext(folder, {});
    CHECK(count(plain, "Donaudampfschiffahrtsgesellschaftskapitän") == 10);
    CHECK(count(plain, "Wolfeschlegelsteinhausenbergerdorff") == 2);
    for (const auto* whole : {"Auflage", "Kurzfassung", "Ingenieurin", "Adaline"}) {
      CHECK(count(plain, whole) > 0);
    }
    CHECK(count(plain, "\u00AD") == 0);
    // Some lines did end there; in oldstyle none, where it can be helped.
    CHECK((count(pdftotext(folder, {"-layout"}), "-\n") > 0) ==
          (style != std::string_view("oldstyle")));
    const auto info = run_program("pdfinfo", {"cv.pdf"}, folder.path()).output;
    CHECK(count(info, "Adaline Wolfeschlegelsteinhausenbergerdorff – Ingenieurin") == 1);
    CHECK(count(run_program("mutool", {"show", "cv.pdf", "outline"}, folder.path()).output,
                "\"Kurzfassung\"") == 1);
  }
}

TEST_CASE("a word that is divided beside a date, a label or a photo is whole in pdftotext") {
  constexpr const char* soft = "Donau&#xAD;dampf&#xAD;schiffahrts&#xAD;gesellschafts&#xAD;kapitän";
  constexpr const char* longest = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
  constexpr const char* widest =  // wider than the column beside dates of two lines
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  constexpr const char* given = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren";
  std::string entries;
  for (const auto* word : {soft, longest}) {
    for (const auto* dates : {"from=\"2019-04\" to=\"2021-05\"", "from=\"2019\"",
                              "from=\"2019-04-01\" to=\"2021-12-11\""}) {
      entries += fmt::format(
          "<entry {1}><title>Titel {0} {0} {0} {0}</title><organization>{0} {0} {0}</organization>"
          "<place>Ort {0} {0}</place><item><label>{0} {0}</label>Text {0} {0} {0}</item></entry>",
          word, dates);
    }
  }
  const auto xml = fmt::format(
      "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"de\"><person><name><given>{2}</given>"
      "<family>Byron</family></name><photo src=\"portrait.jpg\" height=\"8cm\"/>"
      "<address>Am Alten Güterbahnhof 117, 10115 Berlin</address>"
      "<email>a.very.long.address.of.somebody@department.university.example.org</email></person>"
      "<section kind=\"work\">{0}<item><label>{1}{1}</label>Text neben an</item>"
      "<entry><when>{1}</when><title>{1}</title><organization>{1}{1}</organization></entry>"
      "<entry from=\"2019-04-01\" to=\"2021-12-11\"><title>{3}</title><organization>Org "
      "{3}</organization>"
      "<item><label>{3}</label>Text {3} {3}</item></entry></section></cv>",
      entries, longest, given, widest);
  for (const auto* style : {"classic", "banking", "oldstyle", "casual"}) {
    INFO(style);
    const TemporaryFolder folder;
    copy_photo(folder);
    build(folder, xml, style);
    const auto plain = pdftotext(folder, {});
    CHECK(count(plain, "Donaudampfschiffahrtsgesellschaftskapitän") == 3 * 14);
    CHECK(count(plain, longest) == 3 * 14 + 2 + 1 + 1 + 2);
    CHECK(count(plain, widest) == 5);
    CHECK(count(plain, given) == 1);
    CHECK(count(pdftotext(folder, {"-layout"}), "-\n") > 0);
  }
}

TEST_CASE("no page ends within a word") {
  const TemporaryFolder folder;
  std::string words;
  constexpr std::size_t number = 1500;
  for (std::size_t i = 0; i < number; ++i) {
    words += "Donau&#xAD;dampf&#xAD;schiffahrts&#xAD;gesellschafts&#xAD;kapitän ";
  }
  build(folder,
        "<cv xmlns=\"urn:xmlcv:1\" "
        "xml:lang=\"de\"><person><name><family>Byron</family></name></person>"
        "<section kind=\"summary\"><p>" +
            words + "</p></section></cv>",
        "classic");
  const auto plain = pdftotext(folder, {});
  CHECK(count(plain, "\f") > 5);
  CHECK(count(plain, "Donaudampfschiffahrtsgesellschaftskapitän") == number);
}

TEST_CASE("lines of a Chinese name, label and date end at blanks") {
  const TemporaryFolder folder;
  copy_photo(folder);
  write_file(
      folder.path() / "cv.xml",
      "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"zh\"><person><name><given>三</given>"
      "<family>欧阳</family></name><photo src=\"portrait.jpg\" height=\"8cm\"/>"
      "<address>Am Alten Güterbahnhof 117, 10115 Berlin</address>"
      "<email>a.very.long.address.of.somebody@department.university.example.org</email></person>"
      "<section kind=\"skills\"><title>技能</title>"
      "<entry from=\"2019-11-21\" to=\"2021-12-31\"><title>工程师</title></entry>"
      "<item><label>非常长的标签非常长的标签非常长的标签非常长的标签</label>文本</item>"
      "</section></cv>");
  const auto outcome = run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path());
  CHECK(outcome.output == "");
  REQUIRE(outcome.status == 0);
  const auto plain = pdftotext(folder, {});
  for (const auto* whole : {"欧阳", "2019年11月21日", "2021年12月31日",
                            "非常长的标签非常长的标签非常长的标签非常长的标签"}) {
    CHECK(count(plain, whole) == 1);
  }
}

TEST_CASE("a soft hyphen has no place in an address") {
  const TemporaryFolder folder;
  const auto check = [&](const std::string& person) {
    write_file(folder.path() / "cv.xml",
               "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name>\n" + person +
                   "</person><section kind=\"summary\"><p>text</p></section></cv>");
    return run_xmlcv({"check", "cv.xml"}, folder.path());
  };
  for (const auto* person :
       {"<email>a&#xAD;b@example.org</email>", "<homepage>example&#xAD;.org</homepage>",
        "<social network=\"github\">a&#xAD;b</social>",
        "<homepage href=\"https://exam&#xAD;ple.org\">me</homepage>",
        "<phone>+49 30&#xAD;1</phone>"}) {
    INFO(person);
    const auto outcome = check(person);
    INFO(outcome.output);
    CHECK(outcome.output.find("cv.xml:2:") == 0);
  }
}
