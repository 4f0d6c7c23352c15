#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <set>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"
#include "whole_product.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

constexpr auto sentence =
    "Außerordentlich umfangreiche Entwicklungsarbeiten an Steuerungssystemen für großtechnische "
    "Verfahrensanlagen, einschließlich Inbetriebnahme und Qualitätssicherung. ";

std::string repeated(const std::string& words, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += words;
  return result;
}

std::string cv_with(const std::string& language, const std::string& layout,
                    const std::string& text) {
  return fmt::format(
      "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"{}\">{}\n"
      "<person><name><family>X</family></name></person>\n"
      "<section kind=\"work\"><title>T</title><p>{}</p></section></cv>\n",
      language, layout, text);
}

std::string long_words(const std::string& language) {
  return cv_with(language, "", repeated("Entwicklungsarbeiten a ", 80));
}

fs::path build(const TemporaryFolder& folder, const std::string& cv,
               std::vector<std::string> options) {
  write_file(folder.path() / "cv.xml", cv);
  options.insert(options.begin(), {"build", "cv.xml", "-o", "cv.pdf", "--quiet"});
  const auto outcome = run_xmlcv(options, folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  return folder.path() / "cv.pdf";
}

std::string raw_text(const fs::path& pdf) {
  return run_program("pdftotext", {"-raw", pdf.filename().string(), "-"}, pdf.parent_path()).output;
}

// How far apart the lines of the paragraph end, but for the last one, in points.
double spread_of_line_ends(const fs::path& pdf) {
  const auto boxes =
      run_program("pdftotext", {"-bbox-layout", pdf.filename().string(), "-"}, pdf.parent_path());
  const std::regex line("<line [^>]*xMax=\"([0-9.]+)\"");
  std::vector<double> ends;
  for (std::sregex_iterator i(boxes.output.begin(), boxes.output.end(), line), none; i != none; ++i)
    ends.push_back(std::stod((*i)[1].str()));
  REQUIRE(ends.size() > 8);
  // The name and the heading stand above the paragraph.
  const auto [nearest, farthest] = std::minmax_element(ends.begin() + 2, ends.end() - 1);
  return *farthest - *nearest;
}

// What stands in front of a hyphen at the end of a line.
std::set<std::string> divided(const std::string& text) {
  const std::regex division("([^[:space:]]+)-\n");
  std::set<std::string> result;
  for (std::sregex_iterator i(text.begin(), text.end(), division), none; i != none; ++i)
    result.insert((*i)[1].str());
  return result;
}

}  // namespace

TEST_CASE("lines end with a whole word, unless the layout asks for justified text",
          "[slow][whole]") {
  const TemporaryFolder folder;
  const auto text = repeated(sentence, 6);
  constexpr std::array engines = {"pdflatex", "lualatex"};
  constexpr std::array styles = {"classic", "casual", "banking", "oldstyle"};
  for (std::size_t e = 0; e < engines.size(); ++e) {
    for (std::size_t s = 0; s < styles.size(); ++s) {
      if (!is_chosen_look(s, e)) continue;
      INFO(engines.at(e) << " " << styles.at(s));
      const std::vector<std::string> options = {"--engine", engines.at(e), "--style", styles.at(s)};
      const auto left = build(folder, cv_with("de", "", text), options);
      const auto whole = raw_text(left);
      CHECK(spread_of_line_ends(left) > 20);
      CHECK(divided(whole).empty());

      const auto justified =
          build(folder, cv_with("de", "<layout align=\"justified\"/>", text), options);
      // The hyphen of Latin Modern hangs over the margin by 1.8 pt.
      CHECK(spread_of_line_ends(justified) < 2);
      CHECK_FALSE(divided(raw_text(justified)).empty());
      // The text has no hyphen of its own.
      CHECK(squeeze(std::regex_replace(raw_text(justified), std::regex("-\n"), "")) ==
            squeeze(whole));
    }
  }
}

TEST_CASE("words are divided as in their language, or not at all where TeX has no patterns") {
  const TemporaryFolder folder;
  const std::set<std::string> german = {"Ent", "Entwick", "Entwicklungs", "Entwicklungsar",
                                        "Entwicklungsarbei"};
  for (const auto* engine : {"pdflatex", "lualatex"}) {
    INFO(engine);
    const std::vector<std::string> options = {"--engine", engine, "--align", "justified"};
    const auto parts = divided(raw_text(build(folder, long_words("de-AT"), options)));
    REQUIRE_FALSE(parts.empty());
    CHECK(std::ranges::includes(german, parts));
    CHECK(divided(raw_text(build(folder, long_words("la"), options))).empty());
  }
}

// A random CV: behind the address was a break, but the line before it could not be loose enough.
TEST_CASE("justified text does not run off the page beside a word that fills most of a line") {
  const TemporaryFolder folder;
  write_file(
      folder.path() / "cv.xml",
      "<cv xmlns=\"urn:xmlcv:1\"><layout paper=\"b5\" text-area=\"0.9\" align=\"justified\" "
      "font=\"roman\" font-size=\"12pt\"/><person><name><family>X</family></name></person>"
      "<section kind=\"talks\"><title>T</title><publication><doi>10.7784/systems.design(x)"
      "&lt;72&gt;_1</doi><volume>230A</volume><others/><url>https://engineer.co.uk/p?x=1&amp;"
      "y=2#top</url><title>378A<i>fluffy and<i>Twelve engineer -O2 1367</i>1629 Twelve of</i>"
      "LaTeX A|B a&lt;b</title><publisher>Twelve</publisher></publication></section></cv>");
  const auto outcome = run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--werror"}, folder.path());
  INFO(outcome.output);
  CHECK(outcome.status == 0);
}
