#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>
#include <regex>
#include <sstream>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path examples = fs::path(XMLCV_SOURCE_DIR) / "xml/examples";

// A word of the PDF; places in PostScript points from the page's upper left corner.
struct Word {
  int page;
  double left, top, right, bottom;
  std::string text;
};

std::vector<Word> words_of(const fs::path& pdf) {
  const auto outcome =
      run_program("pdftotext", {"-bbox", pdf.filename().string(), "-"}, pdf.parent_path());
  REQUIRE(outcome.status == 0);
  pugi::xml_document document;
  REQUIRE(document.load_string(outcome.output.c_str()));
  std::vector<Word> words;
  int page = 0;
  for (const auto& found : document.select_nodes("//page")) {
    ++page;
    for (const auto word : found.node().children("word")) {
      const auto number = [&word](const char* name) { return word.attribute(name).as_double(); };
      words.push_back({page, number("xMin"), number("yMin"), number("xMax"), number("yMax"),
                       word.child_value()});
    }
  }
  return words;
}

// The value of the first line of synctex's answer that begins so.
std::string field(const std::string& answer, const std::string& name) {
  const auto begin = answer.find(fmt::format("\n{}:", name));
  if (begin == std::string::npos) return "";
  const auto value = begin + name.size() + 2;
  return answer.substr(value, answer.find('\n', value) - value);
}

struct Click {
  std::string input;
  std::size_t line;
};

Click click(const Word& word, const fs::path& pdf) {
  const auto place = fmt::format("{}:{}:{}:{}", word.page, (word.left + word.right) / 2,
                                 (word.top + word.bottom) / 2, pdf.filename().string());
  const auto outcome = run_program("synctex", {"edit", "-o", place}, pdf.parent_path());
  const auto line = field(outcome.output, "Line");
  return {field(outcome.output, "Input"), line.empty() ? 0 : std::stoul(line)};
}

// What synctex says of a line of the XML: the words in the box of its first answer.
std::string view(std::size_t line, const fs::path& xml, const fs::path& pdf,
                 const std::vector<Word>& words) {
  const auto place = fmt::format("{}:0:{}", line, xml.string());
  const auto outcome = run_program("synctex", {"view", "-i", place, "-o", pdf.filename().string()},
                                   pdf.parent_path());
  const auto number = [&outcome](const char* name) {
    return std::strtod(field(outcome.output, name).c_str(), nullptr);
  };
  const double left = number("h");
  const double bottom = number("v");
  std::string result;
  for (const auto& word : words) {
    const double x = (word.left + word.right) / 2;
    const double y = (word.top + word.bottom) / 2;
    const bool inside = word.page == static_cast<int>(number("Page")) && x > left &&
                        x < left + number("W") && y > bottom - number("H") && y < bottom;
    if (inside) result += word.text + " ";
  }
  return result;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::istringstream all(read_file(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(all, line);) lines.push_back(line);
  return lines;
}

std::string unescaped(std::string text) {
  text = std::regex_replace(text, std::regex("&amp;"), "&");
  return std::regex_replace(text, std::regex("&(#160|#xA0);"), " ");
}

// What a line says outside of its tags.
std::string printed(const std::string& line) {
  return unescaped(std::regex_replace(line, std::regex("<[^>]*>"), " "));
}

// Commas and colons come with the style.
std::string without_marks(const std::string& text) {
  return std::regex_replace(text, std::regex("[.,:;|]"), "");
}

std::string bare(std::string word) {
  const std::string marks = ".,;:()";
  while (!word.empty() && marks.find(word.back()) != std::string::npos) word.pop_back();
  while (!word.empty() && marks.find(word.front()) != std::string::npos) word.erase(0, 1);
  return word;
}

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::ranges::any_of(words, [&word](const char* each) { return word == each; });
}

// Words that stand in no XML: xmlcv writes them for an element.
bool is_written_for(const std::string& word, const std::string& line) {
  static const std::regex in_publication(
      ".*<(author|title|venue|series|volume|number|pages|publication)\\b.*");
  static const std::regex years("\\d{4}");
  if (line.find("<section kind=") != std::string::npos) {
    return is_one_of(word, {"Summary", "Education", "Research", "Experience"});
  }
  if (line.find(" date=\"") != std::string::npos) {
    return is_one_of(word, {"April", "May", "July", "October", "December"});
  }
  if (word.find("–") != std::string::npos && line.find(" from=\"") != std::string::npos) {
    for (std::sregex_iterator year(word.begin(), word.end(), years), end; year != end; ++year) {
      if (line.find(year->str()) == std::string::npos) return false;
    }
    return word.find("present") == std::string::npos || line.find("present") != std::string::npos;
  }
  return is_one_of(word, {"and", "In", "of", "volume", "pages", "Patent"}) &&
         (std::regex_match(line, in_publication) || line.find('<') == std::string::npos);
}

bool is_page_number(const Word& word) {
  static const std::regex number("\\d+/\\d+");
  return std::regex_match(word.text, number);
}

class Sync {
 public:
  explicit Sync(const std::string& style) : pdf_(folder_.path() / "cv.pdf") {
    const auto outcome =
        run_xmlcv({"build", "hanafy.xml", "--style", style, "-o", pdf_.string()}, examples);
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    words_ = words_of(pdf_);
  }

  void check_clicks(const std::string& style);
  void check_views();

 private:
  TemporaryFolder folder_;
  fs::path pdf_;
  fs::path xml_ = fs::canonical(examples / "hanafy.xml");
  std::vector<std::string> lines_ = lines_of(xml_);
  std::vector<Word> words_;
};

// Each word must lead to a line that holds it, and the words that lead to a line must be that
// line's, whole and in order: so a word that stands on several lines leads to its own.
void Sync::check_clicks(const std::string& style) {
  std::map<std::size_t, std::string> by_line;
  int right = 0;
  int all = 0;
  for (const auto& word : words_) {
    if (is_page_number(word) || word.text == "|") continue;
    const auto found = click(word, pdf_);
    const auto& line = found.line == 0 ? "" : lines_.at(found.line - 1);
    const bool good =
        found.input == xml_ && (unescaped(line).find(bare(word.text)) != std::string::npos ||
                                is_written_for(bare(word.text), line));
    INFO(word.text << " on page " << word.page << " led to " << found.line << ": " << line);
    CHECK(good);
    ++all;
    if (good) ++right;
    by_line[found.line] += squeeze(word.text);
  }
  for (const auto& [number, words] : by_line) {
    const auto text = without_marks(squeeze(printed(lines_.at(number - 1))));
    INFO("line " << number << " has the words " << words);
    CHECK(without_marks(words).find(text) != std::string::npos);
  }
  CHECK(all > 1100);
  WARN(fmt::format("{}: {} of {} words lead to their line of the XML", style, right, all));
}

// From each line with words that are printed, to a box that holds some of them.
void Sync::check_views() {
  const auto xml = read_file(xml_);
  const auto first = static_cast<std::size_t>(std::count(
      xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(xml.find("<person>")), '\n'));
  int all = 0;
  for (std::size_t i = first; i < lines_.size(); ++i) {
    const auto text = printed(lines_[i]);
    if (squeeze(text).empty() || lines_[i].find("<variant>") != std::string::npos) continue;
    const auto seen = view(i + 1, xml_, pdf_, words_);
    std::istringstream words(seen);
    bool found = false;
    for (std::string word; words >> word;) {
      found = found || text.find(bare(word)) != std::string::npos;
    }
    INFO("line " << i + 1 << ": " << text << " led to " << seen);
    CHECK(found);
    ++all;
  }
  CHECK(all > 200);
}

void write_cv(const fs::path& path, const std::string& words) {
  write_file(path, fmt::format("<cv xmlns=\"urn:xmlcv:1\" xml:lang=\"en\"><person><name>"
                               "<family>X</family></name></person>\n<section kind=\"work\"><p>{}"
                               "</p></section></cv>\n",
                               words));
}

}  // namespace

TEST_CASE("each word of the PDF leads to its line of the XML, and back, in every style", "[slow]") {
  const auto* style = GENERATE("classic", "casual", "banking", "oldstyle");
  CAPTURE(style);
  Sync sync(style);
  sync.check_clicks(style);
  sync.check_views();
}

TEST_CASE("a paragraph of several pages leads to its lines on each of them") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 2500; ++i) text += fmt::format("w{}{}", i, i % 10 == 9 ? '\n' : ' ');
  write_cv(folder.path() / "cv.xml", text);
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path()).status == 0);
  const auto words = words_of(folder.path() / "cv.pdf");
  CHECK(words.back().page > 2);
  int looked_at = 0;
  for (std::size_t i = 0; i < words.size(); i += 7) {
    if (words[i].text[0] != 'w') continue;
    CAPTURE(words[i].text);
    CHECK(click(words[i], folder.path() / "cv.pdf").line ==
          2 + std::stoul(words[i].text.substr(1)) / 10);
    ++looked_at;
  }
  CHECK(looked_at > 300);
}

TEST_CASE("only the XML is a source, and the PDF is the same as without SyncTeX") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "some words");
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path()).status == 0);
  const auto synctex = read_file(folder.path() / "cv.synctex");
  const auto input = fmt::format("Input:1:{}\n", fs::canonical(folder.path() / "cv.xml").string());
  CHECK(synctex.find(input) != std::string::npos);
  CHECK(synctex.find("Input:") == synctex.rfind("Input:"));
  for ([[maybe_unused]] const auto* pass : {"first", "with the .aux of the first"}) {
    REQUIRE(run_program("pdflatex", {"-interaction=nonstopmode", "-synctex=0", "cv.tex"},
                        folder.path() / "cv-latex")
                .status == 0);
  }
  CHECK(read_file(folder.path() / "cv.pdf") == read_file(folder.path() / "cv-latex/cv.pdf"));
}

TEST_CASE("a build that fails leaves the old SyncTeX file with the old PDF") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "some words");
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path()).status == 0);
  const auto pdf = read_file(folder.path() / "cv.pdf");
  const auto synctex = read_file(folder.path() / "cv.synctex");
  write_cv(folder.path() / "cv.xml", "some other words\n and \u05d0");
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path()).status == 1);
  CHECK(read_file(folder.path() / "cv.pdf") == pdf);
  CHECK(read_file(folder.path() / "cv.synctex") == synctex);
}

TEST_CASE("a SyncTeX file that is gone comes again with the next build") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "some words");
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path()).status == 0);
  const auto synctex = read_file(folder.path() / "cv.synctex");
  fs::remove(folder.path() / "cv.synctex");
  REQUIRE(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf"}, folder.path()).status == 0);
  CHECK(read_file(folder.path() / "cv.synctex") == synctex);
}

TEST_CASE("a PDF or a depfile where the SyncTeX file belongs is wrong usage") {
  const TemporaryFolder folder;
  write_cv(folder.path() / "cv.xml", "some words");
  CHECK(run_xmlcv({"build", "cv.xml", "-o", "cv.synctex"}, folder.path()).status == 2);
  CHECK(run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--depfile", "cv.synctex"}, folder.path())
            .status == 2);
  CHECK_FALSE(fs::exists(folder.path() / "cv.synctex"));
}
