// From any bytes to LaTeX, as far as the pipeline goes without TeX: nothing crashes, every message
// has its place in the file, and where there is no error there is LaTeX that TeX can read.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "command/pipeline.h"
#include "latex_reader.h"
#include "xml/combinations.h"
#include "xml/repair.h"
#include "xml/schema.h"
#include "xml/tree.h"

using namespace xmlcv;

namespace {

constexpr std::size_t most_selections = 6;

void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check_places(const Source& source, const Diagnostics& diagnostics) {
  for (const auto& one : diagnostics.sorted()) {
    require(!one.message.empty(), "a message without words");
    require(one.location.source == &source, "a message without a place");
    require(one.location.offset <= source.text().size(), "a place behind the file's end");
    source.position(one.location.offset);
  }
}

std::vector<Selection> selections_of(const Choices& choices) {
  auto result = combinations(choices);
  if (result.size() > most_selections) result.resize(most_selections);
  return result;
}

const Pipeline pipeline(PipelineInputs{{"/nonexistent", {}}});

Cv load(const Source& source, const Selection& selection, Diagnostics& diagnostics) {
  const auto tree = parse_tree(source);
  return pipeline.load(source, tree, find_choices(tree), selection, !diagnostics.has_errors(),
                       diagnostics);
}

void look(const Source& source, Diagnostics& diagnostics) {
  const auto tree = parse_tree(source);
  require(!tree.document_element().empty(), "libxml2 sees a tree, pugixml none");
  const auto choices = Pipeline::check_vocabulary(source, tree, diagnostics);
  for (const auto& selection : selections_of(choices)) load(source, selection, diagnostics);
  check_places(source, diagnostics);
}

void write(const Source& source, const Selection& selection) {
  Diagnostics diagnostics;
  const auto document = pipeline.write(load(source, selection, diagnostics), diagnostics);
  require(!diagnostics.has_errors(), "another error the second time");
  require(document.map.size() > 0, "no words");
  check_latex_body(document.body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Source source("cv.xml", std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const bool good = check_syntax(source, diagnostics, look);
  check_places(source, diagnostics);
  require(good != diagnostics.has_errors(), "refused without a message, or taken with one");
  if (!good) return 0;
  look(source, diagnostics);
  if (diagnostics.has_errors()) return 0;
  check_schema(source, diagnostics);
  require(!diagnostics.has_errors(), "only the schema refuses this");
  const auto tree = parse_tree(source);
  for (const auto& selection : selections_of(find_choices(tree))) write(source, selection);
  return 0;
}
