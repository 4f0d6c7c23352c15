#include "random_cv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <future>
#include <string_view>

#include "catch.h"
#include "cv_leaves.h"
#include "machine/file.h"
#include "page_words.h"
#include "program.h"
#include "text/utf8.h"
#include "typeset/pdf_text.h"
#include "xml/selection.h"
#include "xml/tree.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

// What xmlcv may refuse in a valid CV, by its message.
const std::vector<std::string_view> refusals = {};

struct Result {
  std::string error;  // empty: none
  std::size_t words = 0;
  bool refused = false;
};

// The files of a CV whose test failed stay here.
fs::path kept(unsigned seed) { return fs::path(XMLCV_RANDOM_FINDINGS) / std::to_string(seed); }

std::string tail(const std::string& text) {
  constexpr std::size_t most = 3000;
  return text.size() > most ? text.substr(text.size() - most) : text;
}

std::size_t count_words(const std::string& text) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text, ' '));
}

// The selection of the command line, and the tree of what it selects.
struct Selected {
  Selection selection;
  std::vector<Leaf> leaves;
  bool is_justified = false;
  bool has_photo = false;
};

Selected select_of(const RandomCv& cv) {
  const Source source("cv.xml", cv.xml);
  const auto tree = parse_tree(source);
  const auto choices = find_choices(tree);
  Diagnostics diagnostics;
  Selected result{find_selection(choices, cv.language, cv.readers), {}};
  select(source, result.selection, choices, diagnostics);
  result.leaves = leaves_of(tree, cv, result.selection.language);
  for (const auto layout : tree.document_element().children("layout")) {
    if (const auto align = layout.attribute("align")) {
      result.is_justified = std::string_view(align.value()) == "justified";
    }
  }
  result.has_photo = static_cast<bool>(tree.document_element().child("person").child("photo"));
  return result;
}

// mutool 1.21 reads no ActualText, by which letters that are shaped together have their text.
bool is_shaped(const std::string& words) {
  for (std::size_t i = 0; i < words.size();) {
    const auto c = static_cast<UChar32>(next_code_point(words, i));
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) return true;
  }
  return false;
}

std::string compare(const fs::path& folder, const Selected& selected) {
  std::string error;
  for (const auto& extractor : extractors()) {
    const bool is_mutool = extractor.name == "mutool";
    if (!is_mutool && extractor.name != "pdftotext -raw") continue;
    const auto text = flowing_text(extracted_text(folder / "cv.pdf", extractor), selected.leaves);
    for (const auto& lost : lost_leaves(selected.leaves, text, selected.is_justified)) {
      if (is_mutool && is_shaped(lost.leaf.words)) continue;
      error += fmt::format("{}: lost <{}> {}\n{:>16}instead: {}\n", extractor.name,
                           lost.leaf.element, lost.leaf.words, "", lost.instead);
    }
  }
  if (selected.has_photo) {
    const auto images = run_program("pdfimages", {"-list", "cv.pdf"}, folder).output;
    if (images.find("image") == std::string::npos) error += "the photo is not there\n";
  }
  return error;
}

bool is_refusal(const std::string& output) {
  return std::ranges::any_of(
      refusals, [&output](auto message) { return output.find(message) != std::string::npos; });
}

void write_files(const RandomCv& cv, const fs::path& folder) {
  write_file(folder / "cv.xml", cv.xml);
  if (cv.bib) write_file(folder / bib_name, cv.bib->text);
  fs::copy_file(fs::path(XMLCV_SOURCE_DIR) / "xml/examples" / photo_name, folder / photo_name);
}

// What xmlcv check says of a CV for all languages and readers; empty if it is valid.
std::string complaint(const RandomCv& cv, const fs::path& folder) {
  auto arguments = cv.options;
  arguments.insert(arguments.begin(), {"check", "cv.xml"});
  const auto outcome = run_xmlcv(arguments, folder);
  if (outcome.status == 0) return "";
  return fmt::format("xmlcv check: {}\n{}", outcome.status, tail(outcome.output));
}

Outcome build(const RandomCv& cv, const fs::path& folder) {
  auto arguments = cv.options;
  if (!cv.language.empty()) arguments.push_back("--lang=" + cv.language);
  for (const auto& reader : cv.readers) arguments.push_back("--audience=" + reader);
  arguments.insert(arguments.begin(), {"build", "cv.xml", "-o", "cv.pdf", "--timeout=300"});
  write_file(folder / "command", fmt::format("xmlcv {}\n", fmt::join(arguments, " ")));
  return run_xmlcv(arguments, folder);
}

Result judge(unsigned seed, const fs::path& folder) {
  Result result;
  const auto cv = random_cv(seed);
  write_files(cv, folder);
  result.error = complaint(cv, folder);
  if (!result.error.empty() || std::getenv("XMLCV_RANDOM_CHECK") != nullptr) return result;
  const auto selected = select_of(cv);
  for (const auto& leaf : selected.leaves) result.words += count_words(leaf.words);
  const auto built = build(cv, folder);
  result.refused = built.status == 1 && is_refusal(built.output);
  if (built.status != 0 && !result.refused) {
    result.error = fmt::format("xmlcv build: {}\n{}", built.status, tail(built.output));
  }
  if (built.status == 0) result.error = compare(folder, selected);
  return result;
}

Result judge(unsigned seed) {
  const TemporaryFolder folder("xmlcv random ");
  Result result;
  try {
    result = judge(seed, folder.path());
  } catch (const std::exception& error) {
    result.error = error.what();
  }
  fs::remove_all(kept(seed));
  if (result.error.empty()) return result;
  fs::create_directories(kept(seed).parent_path());
  fs::copy(folder.path(), kept(seed), fs::copy_options::recursive);
  write_file(kept(seed) / "error", result.error);
  return result;
}

// Seeds from one on, each step-th of them.
void check_seeds(unsigned first, unsigned count, unsigned step = 1) {
  std::size_t words = 0;
  unsigned refused = 0;
  for (unsigned i = 0; i < count; ++i) {
    const auto seed = first + i * step;
    const auto result = judge(seed);
    words += result.words;
    refused += result.refused ? 1 : 0;
    INFO("seed " << seed << ", kept in " << kept(seed).string() << "\n" << result.error);
    CHECK(result.error.empty());
  }
  if (count >= 10) CHECK(words > count * 50);
  CHECK(refused <= count / 10);
  WARN(fmt::format("{} CVs, {} words, {} refused", count, words, refused));
}

unsigned from_environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(value, nullptr, 10));
}

// A part of the many that .ci/slow makes.
void check_quarter(unsigned part) {
  const auto first = from_environment("XMLCV_RANDOM_SEED", 1001);
  const auto count = from_environment("XMLCV_RANDOM_CVS", 2000);
  check_seeds(first + part, (count + 3 - part) / 4, 4);
}

}  // namespace

TEST_CASE("every word of random CVs comes out of the PDF, 1 to 10") { check_seeds(1, 10); }

// .ci/run makes these too.
TEST_CASE("every word of more random CVs comes out of the PDF, 11 to 30", "[.more-cvs]") {
  check_seeds(11, 20);
}
TEST_CASE("every word of more random CVs comes out of the PDF, 31 to 50", "[.more-cvs]") {
  check_seeds(31, 20);
}

TEST_CASE("every word of many random CVs comes out of the PDF, quarter 1", "[.random-cvs]") {
  check_quarter(0);
}
TEST_CASE("every word of many random CVs comes out of the PDF, quarter 2", "[.random-cvs]") {
  check_quarter(1);
}
TEST_CASE("every word of many random CVs comes out of the PDF, quarter 3", "[.random-cvs]") {
  check_quarter(2);
}
TEST_CASE("every word of many random CVs comes out of the PDF, quarter 4", "[.random-cvs]") {
  check_quarter(3);
}
