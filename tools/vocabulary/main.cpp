// Writes what is generated from the schema: xmlcv_vocabulary FROM TO. FROM is the project's folder;
// the files go to the same places below TO. The target regenerate calls it, and so does a test.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "cpp_tables.h"
#include "reference_page.h"
#include "schema_model.h"
#include "synonyms.h"

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!(text << file.rdbuf())) throw std::runtime_error("cannot read " + path.string());
  return text.str();
}

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  if (!(file << text).flush()) throw std::runtime_error("cannot write " + path.string());
}

void generate(const fs::path& from, const fs::path& to) {
  using namespace xmlcv::vocabulary;
  const auto xml = from / "xml";
  const auto vocabulary = read_vocabulary(read_file(xml / "cv.xsd"), read_file(xml / "cv.rules"));
  const auto examples = read_file(xml / "reference-examples.xml");
  write_file(to / "xml/REFERENCE.md", reference_page(vocabulary, examples));
  write_file(to / "tools/xmlcv/cv/vocabulary_values.h", values_header(vocabulary));
  write_file(to / "tools/xmlcv/xml/value_kinds.h", kinds_header(vocabulary));
  write_file(to / "tools/xmlcv/xml/vocabulary_tables.cpp", tables_source(vocabulary));
  write_file(to / "tools/xmlcv/xml/synonym_table.cpp",
             synonyms_source(read_synonyms(read_file(xml / "cv.synonyms"), vocabulary)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: xmlcv_vocabulary FROM TO\n");
    return 2;
  }
  try {
    generate(argv[1], argv[2]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "xmlcv_vocabulary: error: {}\n", error.what());
    return 1;
  }
  return 0;
}
