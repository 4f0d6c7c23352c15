#include "xml/repair.h"

#include <algorithm>
#include <set>

#include "text/edit.h"
#include "xml/schema.h"

namespace xmlcv {
namespace {

constexpr int most_errors = 50;
// Each error costs a parse.
constexpr std::size_t most_bytes = 4U << 20U;

// What was found in the repaired copy, at its place in the source; what was found in another file.
void add_found(const Diagnostics& found, const Source& repaired, const Source& source,
               const EditedText& copy, const std::set<std::size_t>& lines_of_repaired_tags,
               Diagnostics& diagnostics) {
  for (auto diagnostic : found.sorted()) {
    if (diagnostic.location.source == nullptr) continue;
    if (diagnostic.location.source != &repaired) {
      diagnostics.add(std::move(diagnostic));
      continue;
    }
    diagnostic.location = source.at(copy.original(diagnostic.location.offset));
    if (lines_of_repaired_tags.contains(source.position(diagnostic.location.offset).line)) continue;
    diagnostics.add(std::move(diagnostic));
  }
}

}  // namespace

bool check_syntax(const Source& source, Diagnostics& diagnostics,
                  const std::function<void(const Source&, Diagnostics&)>& look) {
  auto error = find_syntax_error(source);
  if (!error) return true;
  EditedText copy(source.text());
  std::set<std::size_t> repaired_lines;
  std::set<std::size_t> lines_of_repaired_tags;
  std::size_t last = 0;
  std::size_t last_tag = 0;
  for (int errors = 1; error; ++errors) {
    const auto place = copy.original(error->offset);
    // An error before a repaired tag follows from how that was repaired; what is repaired in text
    // has no such consequences. One error is told for each line.
    const bool astray = place < last_tag;
    if (!astray && !repaired_lines.contains(source.position(place).line)) {
      diagnostics.error(source.at(place), error->message, error->hint);
    }
    if (astray || !error->repair || errors == most_errors || source.text().size() > most_bytes) {
      const auto end = std::max(place, last);
      if (end > 0) diagnostics.note(source.at(end), "the rest of the file was not looked at");
      return false;
    }
    for (const auto repaired : {place, copy.original(error->repair->offset)}) {
      const auto line = source.position(repaired).line;
      repaired_lines.insert(line);
      if (!error->is_in_text) lines_of_repaired_tags.insert(line);
    }
    last = std::max(last, place);
    if (!error->is_in_text) last_tag = place;
    copy.apply(*error->repair);
    error = find_syntax_error(Source(source.path(), copy.text()));
  }
  const Source repaired(source.path(), copy.text());
  Diagnostics found;
  look(repaired, found);
  add_found(found, repaired, source, copy, lines_of_repaired_tags, diagnostics);
  return false;
}

}  // namespace xmlcv
