#include "latex/publication_style.h"

#include <fmt/format.h>

#include <algorithm>

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

Words words(const std::string& value) { return {{}, value}; }

Text text(const std::string& value) { return {{}, {{Inline::Kind::text, value, {}, {}}}}; }

OwnerName owner() {
  Name name;
  name.given = words("Walid A.");
  name.family = words("Hanafy");
  return OwnerName(name);
}

// The LaTeX as it is read: *bold*, _work_, words <address>.
class Reading {
 public:
  explicit Reading(const std::string& latex) : latex_(latex) {}

  std::string all() {
    std::string result;
    while (at_ < latex_.size() && latex_[at_] != '}') result += next();
    return result;
  }

 private:
  std::string next() {
    if (take("\\textbf{")) return "*" + rest() + "*";
    if (take("\\cvwork{")) return "_" + rest() + "_";
    if (take("\\cvtext{")) {
      rest();
      ++at_;
      return rest();
    }
    if (take("\\cvlink{")) {
      const auto address = rest();
      ++at_;
      return rest() + " <" + address + ">";
    }
    if (take("%\n   ")) return "";
    if (take("\n   ") || take("~")) return " ";
    return std::string(1, latex_[at_++]);
  }

  bool take(std::string_view begin) {
    const bool there = std::string_view(latex_).substr(at_).starts_with(begin);
    if (there) at_ += begin.size();
    return there;
  }

  // Up to the closing brace, and behind it.
  std::string rest() {
    const auto result = all();
    ++at_;
    return result;
  }

  const std::string& latex_;
  std::size_t at_ = 0;
};

std::string cited(const Publication& publication, const std::string& language = "en") {
  LatexWriter writer;
  Diagnostics diagnostics;
  CvWords words(language, diagnostics);
  const Latex latex = cite(publication, owner(), {}, words, writer);
  return Reading(latex.text()).all();
}

Publication by(const std::vector<std::string>& authors, const std::string& type = "article") {
  Publication result;
  result.type = find_value<PublicationType>(type).value();
  for (const auto& author : authors) result.authors.push_back({words(author)});
  result.title = text("On CVs");
  return result;
}

}  // namespace

TEST_CASE("an article has its journal, volume, number, pages and month") {
  auto article = by({"Walid A. Hanafy"});
  article.venue = text("The Journal");
  article.volume = words("3");
  article.number = words("2");
  article.pages = words("1-10");
  article.period.date = Date{{}, 2021, 5, 0};
  article.doi = words("10.1/x");
  CHECK(cited(article) ==
        "*Walid A. Hanafy*. On CVs. _The Journal_, volume 3, number 2, pages 1–10, May 2021. "
        "doi:10.1/x <https://doi.org/10.1/x>.");
  CHECK(cited(article, "de") ==
        "*Walid A. Hanafy*. On CVs. _The Journal_, Band 3, Nummer 2, Seiten 1–10, Mai 2021. "
        "doi:10.1/x <https://doi.org/10.1/x>.");
}

TEST_CASE("a paper or a chapter is in something") {
  for (const auto* type : {"inproceedings", "inbook"}) {
    CAPTURE(type);
    auto paper = by({"A. One"}, type);
    paper.venue = text("Proceedings of X");
    paper.editors = {words("E. Two"), words("F. Three")};
    paper.volume = words("12");
    paper.series = text("LNCS");
    paper.pages = words("5");
    paper.publisher = words("Springer");
    paper.place = text("Paris");
    CHECK(cited(paper) ==
          "A. One. On CVs. In _Proceedings of X_, edited by E. Two and F. Three, volume 12 of "
          "_LNCS_, page 5, Springer, Paris.");
  }
}

TEST_CASE("a work that stands alone is in nothing") {
  for (const auto* type :
       {"article", "book", "thesis", "report", "preprint", "software", "dataset", "misc"}) {
    CAPTURE(type);
    auto work = by({"A. One"}, type);
    work.venue = text("Somewhere");
    work.publisher = words("Press");
    work.period.date = Date{{}, 2021, 0, 0};
    CHECK(cited(work) == "A. One. On CVs. _Somewhere_, Press.");
  }
}

TEST_CASE("a patent ends with its number") {
  auto patent = by({"A. One"}, "patent");
  patent.number = words("US 1,234");
  CHECK(cited(patent) == "A. One. On CVs. Patent US 1,234.");
  patent.place = text("US");
  patent.period.date = Date{{}, 2021, 5, 4};
  CHECK(cited(patent) == "A. One. On CVs. US, May 4, 2021, Patent US 1,234.");
}

TEST_CASE("authors are joined as the language joins a list") {
  CHECK(cited(by({"A. One"})) == "A. One. On CVs.");
  CHECK(cited(by({"A. One", "B. Two"})) == "A. One and B. Two. On CVs.");
  CHECK(cited(by({"A. One", "B. Two", "C. Three"})) == "A. One, B. Two, and C. Three. On CVs.");
  CHECK(cited(by({"A. One", "B. Two", "C. Three"}), "de") ==
        "A. One, B. Two und C. Three. On CVs.");
  CHECK(cited(by({})) == "On CVs.");
}

TEST_CASE("others are et al.") {
  auto alone = by({"A. One"});
  alone.others = Location{};
  CHECK(cited(alone) == "A. One et al. On CVs.");
  auto several = by({"A. One", "B. Two"});
  several.others = Location{};
  CHECK(cited(several) == "A. One, B. Two, et al. On CVs.");
}

TEST_CASE("the owner is bold among the authors, as printed there, and nobody else is") {
  CHECK(cited(by({"A. One", "W. Hanafy", "Adel Hanafy"})) ==
        "A. One, *W. Hanafy*, and Adel Hanafy. On CVs.");
  CHECK(cited(by({"Hanafy, Walid", "B. Two"})) == "*Hanafy, Walid* and B. Two. On CVs.");
}

TEST_CASE("a sentence ends with one mark") {
  auto question = by({"A. One"});
  for (const auto* title : {"Why?", "Now!", "Etc."}) {
    question.title = text(title);
    CHECK(cited(question) == "A. One. " + std::string(title));
  }
  question.title = text("On CVs");
  question.note = text("Best paper.");
  CHECK(cited(question) == "A. One. On CVs. Best paper.");
}

TEST_CASE("what is not published says so") {
  struct Case {
    const char* status;
    const char* alone;
    const char* behind;
  };
  for (const auto& [status, alone, behind] :
       {Case{"in-press", " In press.", " _J_, in press."},
        Case{"accepted", " Accepted.", " _J_, accepted."},
        Case{"submitted", " Submitted.", " _J_, submitted."},
        Case{"in-preparation", " In preparation.", " _J_, in preparation."},
        Case{"forthcoming", " Forthcoming.", " _J_, forthcoming."},
        Case{"prepublished", " Prepublished.", " _J_, prepublished."},
        Case{"published", "", " _J_."}, Case{"", "", " _J_."}}) {
    CAPTURE(status);
    auto work = by({"A. One"});
    work.status = find_value<PublicationStatus>(status);
    CHECK(cited(work) == std::string("A. One. On CVs.") + alone);
    work.venue = text("J");
    CHECK(cited(work) == std::string("A. One. On CVs.") + behind);
  }
}

TEST_CASE("pages are a page, or a range with a dash") {
  struct Case {
    const char* pages;
    const char* shown;
  };
  for (const auto& [pages, shown] :
       {Case{"5", "Page 5"}, Case{"1-10", "Pages 1–10"}, Case{"1–10", "Pages 1–10"},
        Case{"1-2, 7-9", "Pages 1–2, 7–9"}, Case{"3, 7", "Pages 3, 7"}}) {
    CAPTURE(pages);
    auto work = by({});
    work.pages = words(pages);
    CHECK(cited(work) == std::string("On CVs. ") + shown + ".");
  }
}

TEST_CASE("an address is a link, with or without its scheme") {
  auto work = by({});
  work.url = words("example.org/a");
  CHECK(cited(work) == "On CVs. example.org/a <https://example.org/a>.");
  work.url = words("http://example.org");
  CHECK(cited(work) == "On CVs. http://example.org <http://example.org>.");
  work.doi = words("10.1/x");
  CHECK(cited(work) ==
        "On CVs. doi:10.1/x <https://doi.org/10.1/x>, http://example.org <http://example.org>.");
}

TEST_CASE("each part of a citation is a leaf at its place, in the order of the text") {
  const Source source("cv.xml", "0123456789");
  auto work = by({"A. One", "W. Hanafy"});
  work.authors[0].name.location = source.at(1);
  work.authors[1].name.location = source.at(2);
  work.title->location = source.at(4);
  work.venue = text("J");
  work.venue->location = source.at(8);
  LatexWriter writer;
  Diagnostics diagnostics;
  CvWords words("en", diagnostics);
  cite(work, owner(), {}, words, writer);
  REQUIRE(writer.map().size() == 4);
  const std::size_t offsets[] = {1, 2, 4, 8};
  for (std::size_t i = 0; i < 4; ++i) CHECK(writer.map().leaf(i + 1).location.offset == offsets[i]);
}

TEST_CASE("a word that the value has already is not printed twice") {
  struct Case {
    const char* volume;
    const char* number;
    const char* pages;
    const char* line;
  };
  const Case cases[] = {
      {"3", "4", "5-6", "volume 3, number 4, pages 5–6"},
      {"Volume 3", "No. 4", "pp. 5-6", "Volume 3, No. 4, pp. 5–6"},
      {"Volume\u00A03", "Nos. 4-5", "12 pages", "Volume 3, Nos. 4-5, 12 pages"},
      {"vol. 3", "N° 4", "S. 7", "vol. 3, N° 4, S. 7"},
      {"A 12", "S5", "A3-A7", "volume A 12, number S5, pages A3-A7"},
      {"3", "4", "to appear", "volume 3, number 4, to appear"},
      {"3", "4", "xii", "volume 3, number 4, pages xii"},
  };
  for (const auto& [volume, number, pages, line] : cases) {
    CAPTURE(line);
    auto article = by({"A"});
    article.venue = Text{{}, {{Inline::Kind::text, "Acta", {}, {}}}};
    article.volume = words(volume);
    article.number = words(number);
    article.pages = words(pages);
    auto printed = cited(article);
    for (auto at = printed.find("\u00A0"); at != printed.npos; at = printed.find("\u00A0")) {
      printed.replace(at, 2, " ");
    }
    std::ranges::replace(printed, '~', ' ');
    INFO(printed);
    CHECK(printed == fmt::format("A. On CVs. _Acta_, {}.", line));
  }
  auto patent = by({"A"}, "patent");
  patent.number = words("US Patent 4");
  CHECK(cited(patent).find("Patent US Patent") == std::string::npos);
}
