#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"
#include "special_words.h"
#include "whole_product.h"
#include "word_count.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

constexpr std::array<std::string, 4> styles = {"classic", "casual", "banking", "oldstyle"};
constexpr std::array<std::string, 2> engines = {"pdflatex", "lualatex"};
constexpr std::array<std::string, 2> fonts = {"sans", "roman"};
constexpr std::array<std::string, 3> sizes = {"10pt", "11pt", "12pt"};

// How a CV looks, and which of the words it holds where.
struct Row {
  std::size_t number;
  std::string style, engine, font, size;
};

// All 48, or 12 in which each two of the four meet.
std::vector<Row> rows() {
  std::vector<Row> result;
  std::size_t number = 0;
  for (std::size_t s = 0; s < styles.size(); ++s) {
    for (std::size_t z = 0; z < sizes.size(); ++z) {
      for (std::size_t e = 0; e < engines.size(); ++e) {
        for (std::size_t f = 0; f < fonts.size(); ++f, ++number) {
          const bool is_chosen = e == (s + z) % 2 && f == (s / 2 + z) % 2;
          if (!is_chosen && !is_whole_product()) continue;
          result.push_back({number, styles[s], engines[e], fonts[f], sizes[z]});
        }
      }
    }
  }
  return result;
}

// ------------------------------------------------------------------------------ the CV

// Deals words out, over and over.
class Deck {
 public:
  Deck(std::vector<Word> words, std::size_t first)
      : words_(std::move(words)), next_(first % words_.size()), left_(words_.size()) {}

  const Word& next() {
    if (left_ > 0) --left_;
    return words_[next_++ % words_.size()];
  }
  bool is_dealt() const { return left_ == 0; }

 private:
  std::vector<Word> words_;
  std::size_t next_;
  std::size_t left_;
};

// A CV in which each kind of leaf has each of the words that are joined, and all the others stand
// somewhere: where, the row says.
class CvOfAllPlaces {
 public:
  explicit CvOfAllPlaces(const Row& row)
      : row_(row),
        marked_(marked_words(row.number), row.number * 97),
        markup_(markup_words(row.number), row.number * 31) {}

  std::string xml();

  // How often each word must stand in the PDF.
  std::map<std::string, int> expected;
  std::string title, keywords;
  std::vector<std::string> headings;

 private:
  using Decks = std::map<std::string, Deck>;
  Deck& deck(Decks& decks, const std::string& kind, std::vector<Word> words) const {
    return decks.try_emplace(kind, std::move(words), row_.number * 5).first->second;
  }
  std::string words(const std::string& kind, std::size_t number);
  std::string text(const std::string& kind);
  std::string add(const Word& word);
  std::string leaf(const std::string& name) {
    return fmt::format("<{0}>{1}</{0}>", name, text(name));
  }
  std::string plain(const std::string& name) {
    return fmt::format("<{0}>{1}</{0}>", name, words(name, 4));
  }
  std::string address(const std::string& name, const std::string& begin,
                      const std::string& printed_begin);
  std::string email();
  std::string person();
  std::string entry();
  std::string publication();

  const Row& row_;
  Deck marked_;
  Deck markup_;
  Decks joined_;
  Decks broken_;
  std::string text_of_last_;
};

std::string CvOfAllPlaces::add(const Word& word) {
  if (!text_of_last_.empty()) text_of_last_ += ' ';
  text_of_last_ += word.text;
  std::istringstream parts(word.text);
  for (std::string part; parts >> part;) ++expected[part];
  return word.xml;
}

// Without markup.
std::string CvOfAllPlaces::words(const std::string& kind, std::size_t number) {
  text_of_last_.clear();
  auto& joined = deck(joined_, kind, joined_words());
  std::string result = add(joined.next());
  for (std::size_t i = 1; i < number; ++i) {
    result += ' ';
    result += add(i % 2 == 0 ? joined.next() : marked_.next());
  }
  return result;
}

std::string CvOfAllPlaces::text(const std::string& kind) {
  auto result = fmt::format("{} <code>", words(kind, 2));
  const auto first = text_of_last_;
  result += fmt::format("{}</code>", words(kind, 2));
  text_of_last_ = fmt::format("{} {}", first, text_of_last_);
  auto& broken = deck(broken_, kind, broken_words());
  for (const auto* word : {&broken.next(), &markup_.next()}) {
    result += ' ';
    result += add(*word);
  }
  return result;
}

// One word, which is a part of an address.
std::string CvOfAllPlaces::address(const std::string& name, const std::string& begin,
                                   const std::string& printed_begin) {
  const auto& word = deck(joined_, name, joined_words()).next();
  ++expected[printed_begin + word.text];
  return fmt::format("<{0}>{1}{2}</{0}>", name, begin, word.xml);
}

std::string CvOfAllPlaces::email() {
  auto& joined = deck(joined_, "email", joined_words());
  const auto* word = &joined.next();
  while (word->text.find('@') != std::string::npos) word = &joined.next();
  ++expected["x@" + word->text];
  return fmt::format("<email>x@{}</email>", word->xml);
}

std::string CvOfAllPlaces::person() {
  std::string result = fmt::format("<person><name>{}", plain("given"));
  title = text_of_last_;
  result += fmt::format("{}</name>", plain("family"));
  title += fmt::format(" {}", text_of_last_);
  result += leaf("headline");
  title += fmt::format(" – {}", text_of_last_);
  for (const auto* name : {"address", "born"}) result += plain(name);
  result += address("homepage", "example.org/", "example.org/");
  result += email() + plain("phone");
  for (const auto* name : {"quote", "extra"}) result += leaf(name);
  return result + "</person>";
}

std::string CvOfAllPlaces::entry() {
  std::string result = "<entry>";
  for (const auto* name : {"when", "title", "organization", "place", "grade", "p"}) {
    result += leaf(name);
  }
  for (const auto* markup : {"b", "i", "sub", "sup"}) {
    result += fmt::format("<p>{}</p>", leaf(markup));
  }
  result += fmt::format("<p><a href=\"https://example.org/\">{}</a></p>", text("a"));
  result += fmt::format("<p>{}</p><list>{}</list>", plain("code"), leaf("li"));
  return fmt::format("{}<item>{}{}</item></entry>\n", result, leaf("label"), text("item"));
}

std::string CvOfAllPlaces::publication() {
  std::string result = "<publication>";
  for (const auto* name : {"author", "editor", "volume", "number", "publisher"}) {
    result += plain(name);
  }
  for (const auto* name : {"title", "venue", "series", "place", "note"}) result += leaf(name);
  return result + address("doi", "10.1000/", "doi:10.1000/") +
         address("url", "example.org/", "example.org/") + "</publication>\n";
}

std::string CvOfAllPlaces::xml() {
  std::string body;
  for (std::size_t i = 0; !marked_.is_dealt() || !markup_.is_dealt(); ++i) {
    if (i % 5 == 0) {
      if (i > 0) body += "</section>\n";
      body += fmt::format("<section kind=\"other\">{}", leaf("title"));
      headings.push_back(text_of_last_);
    }
    body += fmt::format("<group>{}", leaf("title"));
    headings.push_back(text_of_last_);
    body += fmt::format("{}{}</group>\n", entry(), publication());
  }
  const auto head = person();
  const auto counted = expected;
  const auto in_metadata = words("keywords", 20);
  keywords = text_of_last_;
  expected = counted;
  return fmt::format(
      "<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"en\" keywords=\"{}\"><layout style=\"{}\" font=\"{}\" "
      "font-size=\"{}\"/>\n{}{}</section></cv>\n",
      in_metadata, row_.style, row_.font, row_.size, head, body);
}

// ------------------------------------------------------------------------- what came out

bool is_raised_or_lowered(const std::pair<const std::string, int>& word) {
  return word.first.starts_with("sub") || word.first.starts_with("sup");
}

void check_row(const Row& row) {
  CAPTURE(row.style, row.engine, row.font, row.size);
  const TemporaryFolder folder;
  CvOfAllPlaces cv(row);
  write_file(folder.path() / "cv.xml", cv.xml());
  const auto outcome = run_xmlcv(
      {"build", "cv.xml", "-o", "cv.pdf", "--engine", row.engine, "--timeout", "300", "--quiet"},
      folder.path());
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK(outcome.output.empty());
  const auto pdf = folder.path() / "cv.pdf";
  CHECK(cv.expected.size() > 1500);
  for (const auto& extractor : extractors()) {
    if (extractor.name == "pdftotext -layout") continue;
    INFO(extractor.name);
    // Without -raw, poppler (22.12) takes what is raised in the first line of a block for another.
    auto expected = cv.expected;
    if (extractor.name == "pdftotext") std::erase_if(expected, is_raised_or_lowered);
    CHECK(missing_words(expected, extracted_text(pdf, extractor)) == std::vector<std::string>{});
  }
  const auto told = run_program("pdfinfo", {pdf.filename().string()}, folder.path());
  REQUIRE(told.status == 0);
  const auto& information = told.output;
  CHECK(information.find(fmt::format(" {}\n", cv.title)) != std::string::npos);
  CHECK(information.find(fmt::format(" {}\n", cv.keywords)) != std::string::npos);
  const auto outline = outline_of(pdf);
  std::erase_if(cv.headings, [&outline](const auto& heading) {
    return outline.find(heading) != std::string::npos;
  });
  CHECK(cv.headings == std::vector<std::string>{});
}

void check_rows(const std::string& style) {
  for (const auto& row : rows()) {
    if (row.style == style) check_row(row);
  }
}

}  // namespace

TEST_CASE("each two of style, engine, font and size meet in a CV of all places") {
  std::set<std::string> pairs;
  for (const auto& row : rows()) {
    const std::array values = {row.style, row.engine, row.font, row.size};
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) pairs.insert(fmt::format("{} {}", values[i], values[j]));
    }
  }
  CHECK(pairs.size() == 4 * 2 + 4 * 2 + 4 * 3 + 2 * 2 + 2 * 3 + 2 * 3);
}

TEST_CASE("every word is whole in every place: classic", "[whole]") { check_rows("classic"); }
TEST_CASE("every word is whole in every place: casual", "[whole]") { check_rows("casual"); }
TEST_CASE("every word is whole in every place: banking", "[whole]") { check_rows("banking"); }
TEST_CASE("every word is whole in every place: oldstyle", "[whole]") { check_rows("oldstyle"); }

namespace {

// As long as a line, with words that no line may divide.
std::string long_text(const std::string& markup) {
  return fmt::format(
      "<{0}>git-rebase--interactive /usr/share/texlive/texmf-dist and nothing that cannot be set "
      "in "
      "one more line of the text</{0}>",
      markup);
}

std::string cv_of_long_texts(const std::string& markup) {
  const auto text = long_text(markup);
  const auto leaf = [&text](const char* name) { return fmt::format("<{0}>{1}</{0}>", name, text); };
  std::string xml = "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>F</family></name>";
  for (const auto* name : {"headline", "quote", "extra"}) xml += leaf(name);
  xml +=
      "</person><section kind=\"other\">" + leaf("title") + "<group>" + leaf("title") + "<entry>";
  for (const auto* name : {"when", "title", "organization", "place", "grade", "p"}) {
    xml += leaf(name);
  }
  xml += fmt::format("<list>{}</list><item>{}{}</item></entry><publication>", leaf("li"),
                     leaf("label"), text);
  for (const auto* name : {"title", "venue", "series", "place", "note"}) xml += leaf(name);
  return xml + "</publication></group></section></cv>\n";
}

}  // namespace

TEST_CASE("lines end between the words of code and of raised text in every place") {
  for (const auto& style : styles) {
    for (const auto* markup : {"code", "sub", "sup"}) {
      CAPTURE(style, markup);
      const TemporaryFolder folder;
      write_file(folder.path() / "cv.xml", cv_of_long_texts(markup));
      const auto outcome = run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--style", style,
                                      "--font-size", "12pt", "--timeout", "300", "--quiet"},
                                     folder.path());
      CHECK(outcome.output == "");
      CHECK(outcome.status == 0);
    }
  }
}
