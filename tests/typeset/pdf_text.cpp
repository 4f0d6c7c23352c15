#include "pdf_text.h"

#include <pugixml.hpp>
#include <regex>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

namespace fs = std::filesystem;

namespace {

std::vector<std::string> read_pages(const fs::path& pdf, std::vector<std::string> options) {
  options.insert(options.end(), {pdf.filename().string(), "-"});
  const auto outcome = run_program("pdftotext", options, pdf.parent_path());
  REQUIRE(outcome.status == 0);
  static const std::regex page_number("(^|\n)\\d+/\\d+\n");
  std::vector<std::string> pages;
  std::string rest = outcome.output;
  for (auto end = rest.find('\f'); end != std::string::npos; end = rest.find('\f')) {
    pages.push_back(std::regex_replace(rest.substr(0, end), page_number, "\n"));
    rest.erase(0, end + 1);
  }
  return pages;
}

std::string squeezed(const std::vector<std::string>& pages) {
  std::string all;
  for (const auto& page : pages) all += squeeze(page);
  return all;
}

}  // namespace

std::vector<std::string> pages_of(const fs::path& pdf) { return read_pages(pdf, {}); }

std::string squeeze(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') result += c;
  }
  return result;
}

std::string squeezed_text(const fs::path& pdf) { return squeezed(read_pages(pdf, {})); }

std::string squeezed_raw_text(const fs::path& pdf) { return squeezed(read_pages(pdf, {"-raw"})); }

const std::vector<Extractor>& extractors() {
  static const std::vector<Extractor> all = {{"pdftotext", "pdftotext", {}},
                                             {"pdftotext -raw", "pdftotext", {"-raw"}},
                                             {"pdftotext -layout", "pdftotext", {"-layout"}},
                                             {"mutool", "mutool", {"draw", "-F", "txt", "-o"}}};
  return all;
}

// mutool 1.21 mixes its warnings into its output, so the text goes to a file.
std::string extracted_text(const fs::path& pdf, const Extractor& extractor) {
  const fs::path text = pdf.parent_path() / "extracted.txt";
  auto arguments = extractor.options;
  const bool is_output_first = extractor.program == "mutool";
  arguments.push_back(is_output_first ? text.string() : pdf.string());
  arguments.push_back(is_output_first ? pdf.string() : text.string());
  const auto outcome = run_program(extractor.program, arguments, pdf.parent_path());
  REQUIRE(outcome.status == 0);
  return xmlcv::read_file(text);
}

Weights weights_of(const fs::path& pdf) {
  // mutool 1.21 mixes its warnings into the same pipe, so the text goes to a file.
  const fs::path text = pdf.parent_path() / "stext.xml";
  const auto outcome =
      run_program("mutool", {"draw", "-F", "stext", "-o", text.string(), pdf.filename().string()},
                  pdf.parent_path());
  REQUIRE(outcome.status == 0);
  pugi::xml_document document;
  REQUIRE(document.load_file(text.c_str()));
  Weights result;
  for (const auto& found : document.select_nodes("//char")) {
    const std::string font = found.node().parent().attribute("name").value();
    auto& words = font.find("Bold") != std::string::npos ? result.bold : result.other;
    words += squeeze(found.node().attribute("c").value());
  }
  return result;
}

std::string outline_of(const fs::path& pdf) {
  const auto outcome =
      run_program("mutool", {"show", pdf.filename().string(), "outline"}, pdf.parent_path());
  REQUIRE(outcome.status == 0);
  static const std::regex escape("\\\\([\\\\\"])");  // as mutool (1.21) writes \ and "
  return std::regex_replace(outcome.output, escape, "$1");
}
