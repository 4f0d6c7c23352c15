#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>
#include <regex>
#include <sstream>

#include "catch.h"
#include "cv/networks.h"
#include "cv_strings.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"
#include "text/utf8.h"
#include "whole_product.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

constexpr std::array styles = {"classic", "casual", "banking", "oldstyle"};
constexpr std::array engines = {"pdflatex", "lualatex"};
constexpr std::array fonts = {"sans", "roman"};

const fs::path examples = fs::path(XMLCV_SOURCE_DIR) / "xml/examples";

fs::path build(const TemporaryFolder& folder, const fs::path& xml, const std::string& style,
               const std::string& engine, const std::string& font = "sans") {
  fs::path pdf = folder.path() / "cv.pdf";
  const auto outcome =
      run_xmlcv({"build", "--allow-tex", xml.string(), "-o", pdf.string(), "--style", style,
                 "--engine", engine, "--font", font, "--timeout", "300"},
                folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  return pdf;
}

// ------------------------------------------------------------------------------- words

// A dash stands between two words: 2015–2018.
std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(std::regex_replace(text, std::regex("–"), " "));
  return {std::istream_iterator<std::string>(stream), {}};
}

// What a CV sets beside a word: between the parts of a publication, of a heading, of a period.
std::string without_punctuation(std::string word) {
  static constexpr std::array marks = {".", ",", ":", ";", "(", ")"};
  const auto strip = [&word](std::string_view mark) {
    const bool begins = word.starts_with(mark);
    const bool ends = !begins && word.ends_with(mark);
    if (begins) word.erase(0, mark.size());
    if (ends) word.erase(word.size() - mark.size());
    return begins || ends;
  };
  while (std::ranges::any_of(marks, strip)) continue;
  return word;
}

using Count = std::map<std::string, int>;

Count count_words(const std::string& text) {
  Count count;
  for (const auto& word : words_of(text)) {
    const auto bare = without_punctuation(word);
    if (!bare.empty()) ++count[bare];
  }
  return count;
}

// ---------------------------------------------------------------------------- recalled

struct Recall {
  int all = 0;
  std::vector<std::string> missing;

  std::string percent() const {
    return fmt::format("{:.1f}", 100.0 * (all - static_cast<int>(missing.size())) / all);
  }
};

// Pages have a dash between them, and a DOI its name before it; all else stands as in the XML.
std::string printed_text(const fs::path& xml) {
  std::string text;
  for (const auto& string : printed_strings(xml)) text += string + "\n";
  text = std::regex_replace(text, std::regex("(\\n\\d+)-(\\d+\\n)"), "$1–$2");
  return std::regex_replace(text, std::regex("\\n10\\."), "\ndoi:10.");
}

Recall recall_words(const fs::path& xml, const std::string& text) {
  const auto found = count_words(text);
  Recall recall;
  for (const auto& [word, times] : count_words(printed_text(xml))) {
    recall.all += times;
    const auto at = found.find(word);
    const int missing = times - (at == found.end() ? 0 : at->second);
    for (int i = 0; i < missing; ++i) recall.missing.push_back(word);
  }
  return recall;
}

// MuPDF 1.21 reads no ActualText.
const std::vector<std::string>& contacts_with_kind(const Extractor& extractor) {
  static const std::vector<std::string> in_poppler = {
      "Born: 4 May 1987",  "Mobile: +45 20 12",      "Phone: +45 33 65-43",
      "Fax: +45 33 65 43", "Email: ada_holm@",       "Homepage: https://www.example.org/~ada",
      "GitHub: ada-holm",  "ORCID: 0000-0002-1825-", "LinkedIn: Ada Søndergaard"};
  static const std::vector<std::string> none;
  return extractor.program == "pdftotext" ? in_poppler : none;
}

std::vector<std::string> not_in(const std::string& text, std::vector<std::string> strings) {
  std::erase_if(strings, [&text](const auto& s) { return text.find(s) != std::string::npos; });
  return strings;
}

// The contact data as they stand in the XML.
std::vector<std::string> contact_fields(const fs::path& xml) {
  pugi::xml_document tree;
  REQUIRE(tree.load_file(xml.c_str()));
  std::vector<std::string> fields;
  for (const auto* name : {"address", "phone", "email", "homepage", "social", "born", "extra"}) {
    for (const auto contact : tree.document_element().child("person").children(name)) {
      fields.emplace_back(contact.text().get());
    }
  }
  return fields;
}

Recall recall_fields(const fs::path& xml, const std::string& text) {
  const auto fields = contact_fields(xml);
  return {static_cast<int>(fields.size()), not_in(text, fields)};
}

bool holds_foreign_character(const std::string& word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if ((c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD || (c >= 0xFB00 && c <= 0xFB06)) return true;
  }
  return false;
}

// What stands for no letter: private characters, U+FFFD, ligatures; and # { . alone.
std::vector<std::string> debris(const std::string& text) {
  std::vector<std::string> found;
  for (const auto& word : words_of(text)) {
    const bool is_lone = word == "#" || word == "{" || word == ".";
    if (is_lone || holds_foreign_character(word)) found.push_back(word);
  }
  return found;
}

// The first word of each point of a list, behind its bullet.
std::vector<std::string> bullets(const fs::path& xml) {
  pugi::xml_document tree;
  REQUIRE(tree.load_file(xml.c_str()));
  std::vector<std::string> points;
  for (const auto& point : tree.select_nodes("//li")) {
    points.push_back("• " + words_of(point.node().text().get()).at(0));
  }
  return points;
}

}  // namespace

namespace {

// Tells what came out exactly, in percent.
std::string check_every_word(const fs::path& pdf, const fs::path& xml) {
  std::string table;
  for (const auto& extractor : extractors()) {
    INFO(extractor.name);
    const auto text = extracted_text(pdf, extractor);
    const auto words = recall_words(xml, text);
    CHECK(words.all > 300);
    CHECK(words.missing == std::vector<std::string>{});
    CHECK(debris(text) == std::vector<std::string>{});
    table += fmt::format("\n{:18} words {:>5}", extractor.name, words.percent());
  }
  return table;
}

void check_every_contact(const fs::path& pdf, const fs::path& xml) {
  for (const auto& extractor : extractors()) {
    INFO(extractor.name);
    const auto text = extracted_text(pdf, extractor);
    const auto fields = recall_fields(xml, text);
    CHECK(fields.all == 12);
    CHECK(fields.missing == std::vector<std::string>{});
    CHECK(not_in(text, contacts_with_kind(extractor)) == std::vector<std::string>{});
    CHECK(not_in(text, bullets(xml)) == std::vector<std::string>{});
  }
}

// The whole product of styles and fonts, for .ci/slow.
void check_all_looks(const fs::path& xml, const std::string& engine) {
  for (const auto* style : styles) {
    for (const auto* font : fonts) {
      INFO(style << " " << engine << " " << font);
      const TemporaryFolder folder;
      const auto pdf = build(folder, xml, style, engine, font);
      check_every_word(pdf, xml);
      if (xml == examples / "full.xml") check_every_contact(pdf, xml);
    }
  }
}

}  // namespace

// Each style; in the whole product each pair of style and engine.
TEST_CASE("every word and every contact comes out of the PDF, by style, engine and program",
          "[slow][whole]") {
  std::string table;
  for (std::size_t style = 0; style < styles.size(); ++style) {
    for (std::size_t engine = 0; engine < engines.size(); ++engine) {
      if (!is_chosen_look(style, engine)) continue;
      const auto* font = fonts.at((style / 2 + engine) % fonts.size());
      const auto look = fmt::format("{} {} {}", styles.at(style), engines.at(engine), font);
      INFO(look);
      const TemporaryFolder folder;
      const auto pdf =
          build(folder, examples / "full.xml", styles.at(style), engines.at(engine), font);
      table += "\n" + look + check_every_word(pdf, examples / "full.xml");
      check_every_contact(pdf, examples / "full.xml");
    }
  }
  WARN("come out exactly, in percent:" << table);
}

TEST_CASE("every word of full.xml comes out of each style and font of pdfLaTeX", "[.products]") {
  check_all_looks(examples / "full.xml", "pdflatex");
}
TEST_CASE("every word of full.xml comes out of each style and font of LuaLaTeX", "[.products]") {
  check_all_looks(examples / "full.xml", "lualatex");
}
TEST_CASE("every word of hanafy.xml comes out of each style and font of pdfLaTeX", "[.products]") {
  check_all_looks(examples / "hanafy.xml", "pdflatex");
}
TEST_CASE("every word of hanafy.xml comes out of each style and font of LuaLaTeX", "[.products]") {
  check_all_looks(examples / "hanafy.xml", "lualatex");
}

TEST_CASE("every account comes out of the PDF behind the name of its network", "[slow][whole]") {
  std::string xml = "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Holm</family></name>";
  for (const auto key : value_names<SocialNetwork>) {
    const std::string network(key);
    xml += fmt::format("<social network=\"{}\"{}>{}</social>", network,
                       network == "other" ? " name=\"PeerTube\"" : "", account_of(network));
  }
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml",
             xml + "</person><section kind=\"other\"><title>S</title><p>P</p></section></cv>");
  for (std::size_t s = 0; s < styles.size(); ++s) {
    for (std::size_t e = 0; e < engines.size(); ++e) {
      if (!is_chosen_look(s, e)) continue;
      const auto* style = styles.at(s);
      const auto* engine = engines.at(e);
      const auto pdf = build(folder, "cv.xml", style, engine);
      for (const auto& extractor : extractors()) {
        const auto text = extracted_text(pdf, extractor);
        std::vector<std::string> accounts;
        for (const auto key : value_names<SocialNetwork>) {
          const std::string network(key);
          const auto network_key = *find_value<SocialNetwork>(key);
          const std::string name =
              network == "other" ? "" : fmt::format("{}: ", network_name(network_key));
          const bool in_poppler = extractor.program == "pdftotext";
          accounts.push_back((in_poppler ? name : "") + account_of(network));
        }
        INFO(style << " " << engine << " " << extractor.name);
        CHECK(not_in(text, accounts) == std::vector<std::string>{});
        CHECK(debris(text) == std::vector<std::string>{});
      }
    }
  }
}

namespace {

// Each text says what it is.
constexpr auto one_of_each = R"(<cv xmlns="urn:xmlcv:1" xml:lang="en"><person>
<name><given>Given</given><family>Family</family></name><headline>Headline</headline>
<address>Address</address><phone>1mobile</phone><phone kind="fixed">1fixed</phone>
<phone kind="fax">1fax</phone><email>email@x</email><homepage>homepage.x</homepage>
<social network="github">account</social><born>Birth</born><extra>Extra</extra>
<quote>Quote</quote></person>
<section kind="other"><title>Section</title><p>Paragraph</p>
<entry><when>Dates</when><title>Title</title><organization>Organization</organization>
<place>Place</place><grade>Grade</grade><p>Details</p><item><label>Label</label>Item</item>
<list><li>Point</li></list><entry><when>Innerdates</when><title>Innertitle</title></entry></entry>
<item><when>Year</when>Award</item>
<group><title>Group</title><publication><author>Author</author><title>Work</title>
<venue>Venue</venue><when>Published</when></publication></group></section></cv>)";

constexpr const char* name = "Given Family Headline ";
constexpr const char* contacts =
    "Address 1mobile 1fixed 1fax email@x homepage.x account Birth Extra ";
constexpr const char* quote = "Quote ";
constexpr const char* dates_before =
    "Section Paragraph Dates Title Organization Place Grade Details Label Item Point Innerdates "
    "Innertitle Year Award Group Published Author Work Venue ";
constexpr const char* dates_behind =
    "Section Paragraph Title Organization Place Grade Dates Details Label Item Point Innertitle "
    "Innerdates Year Award Group Published Author Work Venue ";
constexpr const char* organization_first =
    "Section Paragraph Organization Place Title Grade Dates Details Label Item Point Innertitle "
    "Innerdates Year Award Group Published Author Work Venue ";

// How each style orders its page. pdftotext without -raw orders it by what looks like columns to
// it.
struct ReadingOrder {
  const char* style;
  std::vector<std::string> parts;
};
const std::vector<ReadingOrder>& reading_orders() {
  static const std::vector<ReadingOrder> all = {
      {"classic", {name, contacts, quote, dates_before}},
      {"casual", {name, quote, dates_before, contacts}},
      {"banking", {name, contacts, quote, organization_first}},
      {"oldstyle", {name, quote, contacts, dates_behind}},
  };
  return all;
}

std::string order_of(const std::string& text) {
  std::map<std::size_t, std::string> places;
  for (const auto& word : words_of(fmt::format("{}{}{}{}", name, contacts, quote, dates_before))) {
    const std::regex alone(fmt::format("(^|[^[:alnum:]]){}", word));
    std::smatch match;
    if (std::regex_search(text, match, alone)) places[match.position(0)] = word;
  }
  std::string order;
  for (const auto& [place, word] : places) order += word + " ";
  return order;
}

}  // namespace

TEST_CASE("each style has one reading order, with both engines", "[slow]") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", one_of_each);
  for (const auto& order : reading_orders()) {
    std::string expected;
    for (const auto& part : order.parts) expected += part;
    for (const auto* engine : engines) {
      const auto pdf = build(folder, "cv.xml", order.style, engine);
      for (const auto& extractor : extractors()) {
        if (extractor.name != "pdftotext -raw" && extractor.name != "mutool") continue;
        INFO(order.style << " " << engine << " " << extractor.name);
        CHECK(order_of(extracted_text(pdf, extractor)) == expected);
      }
    }
  }
}
