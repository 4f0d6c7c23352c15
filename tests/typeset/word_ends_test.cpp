// What the PDF has at the end of a word: hyphens, blanks, apostrophes.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

// At the end of a line pdftotext (22.12) leaves a hyphen out, and joins what it divides.
TEST_CASE("a hyphen that ends a word, or stands in a long one, is in the text at any width") {
  for (const std::string engine : {"pdflatex", "lualatex"}) {
    CAPTURE(engine);
    // U+2010 has no letter in pdfLaTeX's encoding.
    const std::string hyphen = engine == "lualatex" ? " \u2010" : "";
    std::string words;
    std::string address = "https://example.org/";
    for (std::size_t i = 0; i < 40; ++i) {
      words +=
          fmt::format("Vor- und <b>Haupt-</b> od{}{} - teile", std::string(i % 7, 'r'), hyphen);
      words += std::string(i % 5, 's') + " ";
      address += "ab-" + std::string(i % 9 + 1, 'c');
    }
    const TemporaryFolder folder;
    write_file(folder.path() / "cv.xml",
               fmt::format("<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name>"
                           "</person><section kind=\"other\"><title>T</title><p>{}</p>"
                           "<list><li>{}</li></list><p>{}</p></section></cv>\n",
                           words, words, address));
    const auto outcome =
        run_xmlcv({"build", "cv.xml", "--engine", engine, "-o", "cv.pdf"}, folder.path());
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    for (const auto& extractor : extractors()) {
      INFO(extractor.name);
      auto text = extracted_text(folder.path() / "cv.pdf", extractor);
      const auto count = [&text](std::string_view word) {
        std::size_t found = 0;
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++found;
        return found;
      };
      CHECK(count("Vor- ") == 80);
      CHECK(count("Haupt- ") == 80);
      CHECK(count(" - ") + count(" -\n") + count("\n- ") == 80);
      if (!hyphen.empty()) CHECK(count("\u2010") == 80);
      std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
      CHECK(count(address) == 1);
    }
  }
}

namespace {

// The characters of a PDF in the order of its drawing, a blank only where there is one as a glyph.
std::string drawn_characters(const fs::path& pdf) {
  const auto trace = run_program("mutool", {"trace", pdf.filename().string()}, pdf.parent_path());
  REQUIRE(trace.status == 0);
  static const std::regex glyph("<g unicode=\"([^\"]*)\"");
  std::string result;
  for (std::sregex_iterator at(trace.output.begin(), trace.output.end(), glyph), end; at != end;
       ++at) {
    result += (*at)[1];
  }
  return result;
}

fs::path build(const TemporaryFolder& folder, const std::string& engine) {
  const auto outcome =
      run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--engine", engine}, folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  return folder.path() / "cv.pdf";
}

void check_blanks(const fs::path& pdf, const std::vector<std::string>& parts) {
  const auto drawn = drawn_characters(pdf);
  INFO(drawn);
  for (const auto& part : parts) {
    CAPTURE(part);
    CHECK(drawn.find(part) != std::string::npos);
  }
  CHECK(drawn.find("x ") == std::string::npos);
}

}  // namespace

// From 1.24 on MuPDF takes the gap behind such a letter for none: 研究lab.
TEST_CASE("behind a letter that hides a gap the PDF has a blank, and behind others none") {
  const TemporaryFolder folder;
  const auto write = [&folder](const std::string& name, const std::string& words) {
    write_file(folder.path() / "cv.xml",
               "<cv xmlns=\"urn:xmlcv:1\"><person><name><given>" + name +
                   "</given><family>Thừa</family></name></person><section kind=\"other\">"
                   "<title>T</title><entry date=\"2020\"><title>" +
                   words + "</title></entry></section></cv>\n");
  };
  const std::string symbols = "A™ b → c № <b>x5℃</b> x <i>y</i>";
  const std::vector<std::string> drawn = {"™ b", "→ c", "№ x", "℃ x"};
  const std::string letters = symbols + " 研究 lab ngữ <b>systems</b> <b>서울</b> d";
  std::vector<std::string> all_drawn = drawn;
  for (const auto* part : {"ở T", "究 l", "ữ s", "울 d"}) all_drawn.emplace_back(part);
  SECTION("a CV, LuaLaTeX") {
    write("ở", letters);
    check_blanks(build(folder, "lualatex"), all_drawn);
  }
  SECTION("a CV, pdfLaTeX") {
    write("ℓ", symbols);
    write_file(folder.path() / "cv.xml",
               std::regex_replace(read_file(folder.path() / "cv.xml"), std::regex("ℓ|Thừa"), "n"));
    check_blanks(build(folder, "pdflatex"), drawn);
  }
  for (const auto* engine : {"pdflatex", "lualatex", "xelatex"}) {
    DYNAMIC_SECTION("a chapter, " << engine) {
      const bool is_pdflatex = std::string_view(engine) == "pdflatex";
      write("n", is_pdflatex ? symbols : letters);
      write_file(folder.path() / "cv.xml",
                 std::regex_replace(read_file(folder.path() / "cv.xml"), std::regex("Thừa"), "n"));
      const auto chapter =
          run_xmlcv({"chapter", "cv.xml", "--engine", engine, "-o", "cv.ltx"}, folder.path());
      INFO(chapter.output);
      REQUIRE(chapter.status == 0);
      write_file(folder.path() / "main.tex",
                 "\\documentclass{article}\\usepackage{xmlcv}\\begin{document}\\inputcv{cv}\n"
                 "\\end{document}\n");
      const auto outcome =
          run_program(engine, {"-interaction=nonstopmode", "main.tex"}, folder.path());
      INFO(outcome.output);
      REQUIRE(outcome.status == 0);
      auto parts = is_pdflatex ? drawn : all_drawn;
      std::erase(parts, "ở T");
      // What XeLaTeX leaves out is in latex/README.md.
      if (std::string_view(engine) == "xelatex") {
        std::erase_if(parts, [](const auto& part) { return part == "ữ s" || part == "울 d"; });
      }
      check_blanks(folder.path() / "main.pdf", parts);
    }
  }
}

// Kurier, which oldstyle takes where it is installed, lacks an apostrophe and a euro in pdfLaTeX;
// here the font has no sign of TS1 at all.
TEST_CASE("signs that the font of a CV lacks come from Latin Modern") {
  const TemporaryFolder folder;
  write_file(folder.path() / "lacking.sty",
             "\\DeclareFontFamily{T1}{lacking}{}\n"
             "\\DeclareFontShape{T1}{lacking}{m}{n}{<->ec-lmss10}{}\n"
             "\\DeclareFontShape{T1}{lacking}{b}{n}{<->ec-lmssbx10}{}\n"
             "\\DeclareFontFamily{TS1}{lacking}{}\n"
             "\\DeclareFontShape{TS1}{lacking}{m}{n}{<->lasy10}{}\n"
             "\\renewcommand\\sfdefault{lacking}\n");
  const std::string signs =
      "it's `so' €50 ¢ £ ¤ ¥ § © ª « ¬ ® ° ± µ ¶ · º » ¼ ½ ¾ × ÷ † ‡ • ™ ℮ № ← ↑ → ↓ ♪ ₩ ₫ ₡ ‽ ※ ⁄ "
      "‖ ¦";
  write_file(folder.path() / "cv.xml",
             "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name></person>"
             "<section kind=\"other\"><title>T</title><p>" +
                 signs + "</p></section></cv>\n");
  const auto outcome = run_xmlcv(
      {"build", "cv.xml", "--engine", "pdflatex", "--preamble", "lacking.sty", "-o", "cv.pdf"},
      folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  for (const auto& extractor : extractors()) {
    const auto text = std::regex_replace(extracted_text(folder.path() / "cv.pdf", extractor),
                                         std::regex("\\s+"), " ");
    INFO(extractor.name << ": " << text);
    CHECK(text.find(signs) != std::string::npos);
  }
}

// In such a line pdftotext (22.12) takes a gap of less than 0.4 of the font's size for none.
TEST_CASE("words of one character stay apart in a line of their own") {
  for (const std::string name : {"明 李", "A B"}) {
    for (const std::string style : {"classic", "casual", "banking", "oldstyle"}) {
      CAPTURE(name, style);
      const TemporaryFolder folder;
      const auto end = name.find(' ');
      write_file(
          folder.path() / "cv.xml",
          fmt::format(
              "<cv xmlns=\"urn:xmlcv:1\"><layout style=\"{}\"/><person><name><given>{}</given>"
              "<family>{}</family></name></person><section kind=\"other\"><title>S T</title>"
              "<p>C R → ↓ 5&#xA0;h</p><p>a <b>b</b> c</p><entry><title>H I</title>"
              "<place>X Y</place></entry><item>1 2</item></section></cv>\n",
              style, name.substr(0, end), name.substr(end + 1)));
      const auto outcome = run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path());
      INFO(outcome.output);
      REQUIRE(outcome.status == 0);
      for (const auto& extractor : extractors()) {
        const auto text = std::regex_replace(extracted_text(folder.path() / "cv.pdf", extractor),
                                             std::regex("(\\s|\u00A0)+"), " ");
        INFO(extractor.name << ": " << text);
        for (const auto& words :
             {name, std::string("S T"), std::string("C R → ↓ 5 h"), std::string("a b c"),
              std::string("H I"), std::string("X Y"), std::string("1 2")}) {
          CHECK(text.find(words) != std::string::npos);
        }
      }
    }
  }
}
