#pragma once

#include <filesystem>
#include <string>
#include <vector>

// What programs read out of a PDF. pdftotext and mutool must be installed.

// The text of each page in reading order, without the page numbers at the foot.
std::vector<std::string> pages_of(const std::filesystem::path& pdf);

// The text of all pages without any white space, so that line and page breaks do not matter.
std::string squeezed_text(const std::filesystem::path& pdf);
// Likewise, in the order of the PDF's content: two columns side by side stay apart.
std::string squeezed_raw_text(const std::filesystem::path& pdf);
std::string squeeze(const std::string& text);

// A program that takes the text out of a PDF, and the options by which it does.
struct Extractor {
  std::string name;
  std::string program;
  std::vector<std::string> options;
};
const std::vector<Extractor>& extractors();
// All pages as the program writes them.
std::string extracted_text(const std::filesystem::path& pdf, const Extractor& extractor);

// The bold words of all pages, likewise, and those that are not bold.
struct Weights {
  std::string bold;
  std::string other;
};
Weights weights_of(const std::filesystem::path& pdf);

// The titles of the outline, a line each, with what mutool writes beside them.
std::string outline_of(const std::filesystem::path& pdf);
