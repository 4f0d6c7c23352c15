#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cv/plain_text.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"
#include "special_words.h"
#include "text/utf8.h"
#include "typeset/pdflatex_letters.h"
#include "whole_product.h"
#include "word_count.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

using Engines = std::vector<std::string>;
const Engines all_engines = {"pdflatex", "lualatex", "xelatex"};
// Input and font encodings are pdfLaTeX's, OpenType fonts are not.
const Engines with_bytes = {"pdflatex"};
const Engines with_opentype = {"lualatex", "xelatex"};

// A document that makes something of characters, or sets text in another way.
struct Host {
  std::string name;
  Engines engines;
  std::string preamble;
  std::string options = {};  // of its class
  std::string umlaut = {};   // as the document's bytes; empty where its font draws it
  bool is_large = false;     // takes packages of 20 to 80 MB more: for .ci/slow
};

const std::vector<Host>& hosts() {
  static const std::vector<Host> all = {
      {"nothing", all_engines, ""},
      {"latin1", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage[latin1]{inputenc}", "", "\xFC"},
      {"ansinew", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage[ansinew]{inputenc}", "",
       "\xFC"},
      {"applemac", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage[applemac]{inputenc}", "",
       "\x9F"},
      {"Cyrillic encoding", with_bytes, "\\usepackage[T2A]{fontenc}", "", "", true},
      {"Greek encoding", with_bytes, "\\usepackage[LGR]{fontenc}", "", "", true},
      {"fontspec", with_opentype,
       "\\usepackage{fontspec}\\setmainfont{lmroman10-regular.otf}[Ligatures=TeX]", "", "ü"},
      {"ngerman", all_engines, "\\usepackage[ngerman]{babel}"},
      {"french", all_engines, "\\usepackage[french]{babel}", "", "", true},
      {"turkish", all_engines, "\\usepackage[turkish]{babel}"},
      {"spanish", all_engines, "\\usepackage[spanish]{babel}"},
      {"polyglossia", with_opentype, "\\usepackage{polyglossia}\\setmainlanguage{french}"},
      {"csquotes", all_engines, "\\usepackage{csquotes}\\MakeOuterQuote{\"}\\MakeAutoQuote{«}{»}"},
      {"shortvrb", all_engines,
       "\\usepackage{shortvrb}\\AtBeginDocument{\\MakeShortVerb{\\|}\\MakeShortVerb{\\\"}}"},
      {"microtype", all_engines, "\\usepackage{microtype}"},
      {"sloppy", all_engines, "\\frenchspacing\\sloppy"},
      {"two columns", all_engines, "", "twocolumn"},
      {"parskip", all_engines, "\\usepackage{parskip}"},
      {"draft", all_engines, "", "draft"},
      // In virtual fonts ę and its like are put together, and Courier's dashes are hyphens.
      {"Times", all_engines, "\\usepackage[T1]{fontenc}\\usepackage{mathptmx,courier}"},
      {"Helvetica and OT1", with_bytes,
       "\\usepackage{helvet}\\renewcommand\\familydefault{\\sfdefault}"},
      {"Charter", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage{charter}"},
      {"Palatino", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage{mathpazo}", "", "", true},
      {"Schoolbook", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage{newcent}", "", "", true},
      {"Bookman", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage{bookman}", "", "", true},
      {"Avant Garde", with_bytes, "\\usepackage{avant}\\renewcommand\\familydefault{\\sfdefault}",
       "", "", true},
      {"Utopia", with_bytes, "\\usepackage[T1]{fontenc}\\usepackage{utopia}", "", "", true},
      {"almost European", with_bytes, "\\usepackage{ae}"},
  };
  return all;
}

// Each letter that pdfLaTeX has, between two others.
std::vector<Word> words_of_letters() {
  std::vector<Word> words;
  const auto letters = pdflatex_letters();
  for (const char32_t letter : letters.value()) {
    std::string word = "q";
    append_code_point(word, letter);
    if (to_nfc(word) != word) continue;  // U+2329 is U+3008 to the reader of the XML
    if (letter == U'\u200C') continue;   // LuaLaTeX's text lacks it, which nobody sees
    words.push_back({word + "q", word + "q"});
  }
  return words;
}

// A heading on each page, which stands in its running head too.
std::string main_file(const Host& host) {
  return fmt::format(
      "\\documentclass[{}]{{report}}\n{}\n\\usepackage{{hyperref}}\n\\usepackage{{xmlcv}}\n"
      "\\pagestyle{{headings}}\n\\def\\sectionmark#1{{\\markright{{#1}}}}\n"
      "\\pretocmd\\section{{\\clearpage}}{{}}{{\\undefined}}\n\\begin{{document}}\n"
      "\\tableofcontents\n\\inputcv[numbered]{{cv}}\nBehindM{}llerTheCv.\n\\end{{document}}\n",
      host.options, host.preamble, host.umlaut);
}

struct HostedCv {
  std::string xml;
  std::vector<std::string> headings;
  std::map<std::string, int> expected;
};

std::vector<Word> words_of_headings() {
  auto words = joined_words();
  for (const auto* word :
       {"xMüller", "xŁódźx", "x«y»x", "x“y”x", "x’y’’x", "x–x—x", "xa:b;c!d?x", "xêßÿx", "xa b",
        "xa} xb{ xc_ xd$ xe", "xf% xg# xh\\ xi~ xj^ xk", "xl\" xm' xn` xo| xp- xq, xr"}) {
    words.push_back({as_xml(word), word});
  }
  return words;
}

HostedCv hosted_cv() {
  HostedCv cv;
  const auto add = [&cv](const Word& word, int times) {
    for (const auto& [part, number] : count_words(word.text)) cv.expected[part] += number * times;
    return word.xml;
  };
  const auto headings = words_of_headings();
  std::vector<Word> others = marked_words(0);
  for (const auto& words : {markup_words(0), broken_words(), words_of_letters()}) {
    others.insert(others.end(), words.begin(), words.end());
  }
  const std::size_t in_heading = 4;
  const auto pages = (headings.size() + in_heading - 1) / in_heading;
  const auto in_text = others.size() / pages + 1;
  auto other = others.begin();
  for (std::size_t i = 0; i < headings.size(); i += in_heading) {
    std::string title, heading, text;
    for (std::size_t j = i; j < std::min(i + in_heading, headings.size()); ++j) {
      const char* blank = j == i ? "" : " ";
      // In the contents and the head of its page too.
      title += fmt::format("{}{}", blank, add(headings[j], 3));
      heading += fmt::format("{}{}", blank, headings[j].text);
    }
    for (std::size_t j = 0; j < in_text && other != others.end(); ++j) {
      text += fmt::format("{} ", add(*other++, 1));
    }
    cv.headings.push_back(heading);
    cv.xml +=
        fmt::format("<section kind=\"other\"><title>{}</title><p>{}</p></section>\n", title, text);
  }
  cv.xml = fmt::format(
      "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name></person>\n{}</cv>\n",
      cv.xml);
  return cv;
}

// Many machines have no cm-super: then Computer Modern is a bitmap in T1 and TS1, and has no text.
void hide_cm_super(const fs::path& folder) {
  const std::string name = "pdftex.map";
  auto path = run_program("kpsewhich", {name}, folder).output;
  REQUIRE(path.ends_with(name + "\n"));
  path.pop_back();
  std::istringstream lines(read_file(path));
  std::string map;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("cm-super") == std::string::npos) map += line + "\n";
  }
  write_file(folder / name, map);
}

void check_host(const Host& host, const std::string& engine, const HostedCv& cv) {
  CAPTURE(host.name, engine);
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv.xml);
  write_file(folder.path() / "main.tex", main_file(host));
  hide_cm_super(folder.path());
  const auto chapter =
      run_xmlcv({"chapter", "cv.xml", "--engine", engine, "-o", "cv.ltx"}, folder.path());
  INFO(chapter.output);
  REQUIRE(chapter.status == 0);
  for (int run = 0; run < 2; ++run) {
    const auto outcome = run_program(
        engine, {"-interaction=nonstopmode", "-halt-on-error", "main.tex"}, folder.path());
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
  }
  const auto pdf = folder.path() / "main.pdf";
  auto expected = cv.expected;
  if (!host.umlaut.empty()) expected["BehindMüllerTheCv"] = 1;
  for (const auto& extractor : extractors()) {
    if (extractor.name == "pdftotext -layout") continue;
    INFO(extractor.name);
    auto wanted = expected;
    // Without -raw, poppler (22.12) takes what is raised in the first line of a block for another.
    if (extractor.name == "pdftotext") {
      std::erase_if(wanted, [](const auto& word) {
        return word.first.starts_with("sub") || word.first.starts_with("sup");
      });
    }
    CHECK(missing_words(wanted, extracted_text(pdf, extractor)) == std::vector<std::string>{});
  }
  if (host.options == "draft") return;  // hyperref writes no outline then
  const auto outline = outline_of(pdf);
  std::vector<std::string> lost;
  for (const auto& heading : cv.headings) {
    if (outline.find(heading) == std::string::npos) lost.push_back(heading);
  }
  INFO(outline);
  CHECK(lost == std::vector<std::string>{});
}

// A host that failed again: XMLCV_HOST=spanish XMLCV_WHOLE_PRODUCT=1 build/tests/typeset_tests
// [hosts]
bool is_chosen(const Host& host) {
  const char* only = std::getenv("XMLCV_HOST");
  return only == nullptr || host.name == only;
}

// All of a host's, or one, so that each has a third of the hosts.
Engines engines_of(const Host& host, std::size_t number) {
  if (is_whole_product()) return host.engines;
  if (host.is_large) return {};
  return {host.engines[number % host.engines.size()]};
}

}  // namespace

TEST_CASE("a chapter has the XML's words in every document", "[hosts][slow]") {
  const auto cv = hosted_cv();
  for (std::size_t i = 0; i < hosts().size(); ++i) {
    const auto& host = hosts()[i];
    if (!is_chosen(host)) continue;
    for (const auto& engine : engines_of(host, i)) check_host(host, engine, cv);
  }
}

// LuaTeX finds it when it ships the page, XeTeX when it sets the letter. TeX must not wait for an
// answer: script gives it a terminal. The font has none of the letters, among which are TeX's own.
TEST_CASE("a chapter with letters that the document's font lacks is refused", "[hosts]") {
  struct Case {
    std::string engine, renderer, before, after;
  };
  const std::string in_lua = " in the font NotoSansRunic";
  for (const auto& [engine, renderer, before, after] :
       {Case{"lualatex", "Node", "", in_lua}, Case{"lualatex", "HarfBuzz", "", in_lua},
        Case{"xelatex", "OpenType", "There is no ", " in font [NotoSansRunic-Regular.ttf]"}}) {
    for (const bool in_heading : {false, true}) {
      CAPTURE(engine, renderer, in_heading);
      const TemporaryFolder folder;
      const std::string lost = "W#%&{}\\";
      const auto text = as_xml(lost);
      write_file(folder.path() / "cv.xml",
                 fmt::format("<cv xmlns=\"urn:xmlcv:1\"><person><name><family>B</family></name>"
                             "</person><section kind=\"other\"><title>T{}</title>"
                             "<p>P{}</p></section></cv>\n",
                             in_heading ? text : "", in_heading ? "" : text));
      write_file(folder.path() / "main.tex",
                 fmt::format("\\documentclass{{article}}\\usepackage{{fontspec}}"
                             "\\setmainfont{{NotoSansRunic-Regular.ttf}}[Renderer={}]"
                             "\\usepackage{{xmlcv}}\n\\begin{{document}}\\tableofcontents\n"
                             "\\inputcv[toc]{{cv}}\nBehind.\n\\end{{document}}\n",
                             renderer));
      const auto chapter =
          run_xmlcv({"chapter", "cv.xml", "--engine", engine, "-o", "cv.ltx"}, folder.path());
      INFO(chapter.output);
      REQUIRE(chapter.status == 0);
      const auto outcome = run_program(
          "timeout", {"60", "script", "-qec", engine + " main.tex", "/dev/null"}, folder.path());
      INFO(outcome.output);
      CHECK(outcome.status == 1);
      auto log = read_file(folder.path() / "main.log");
      std::erase(log, '\n');  // TeX breaks its lines at 79 characters
      for (const char letter : lost) {
        const auto message =
            fmt::format("{}{} (U+{:04X}){}", before, letter, static_cast<int>(letter), after);
        CAPTURE(message);
        CHECK(log.find(message) != std::string::npos);
      }
    }
  }
}
