#include "command/pipeline.h"

#include <future>

#include "cv/checker.h"
#include "cv/entry_order.h"
#include "cv/photo.h"
#include "cv/publication_lists.h"
#include "cv/section_order.h"
#include "latex/completeness.h"
#include "machine/second_core.h"
#include "xml/combinations.h"
#include "xml/grammar.h"
#include "xml/occurrence.h"
#include "xml/reader.h"
#include "xml/repair.h"
#include "xml/schema.h"
#include "xml/tree.h"

namespace xmlcv {

Choices Pipeline::check_vocabulary(const Source& source, const pugi::xml_document& tree,
                                   Diagnostics& diagnostics) {
  check_grammar(source, tree, diagnostics);
  auto choices = find_choices(tree);
  check_audiences(source, choices, diagnostics);
  return choices;
}

Cv Pipeline::read(const pugi::xml_document& tree, const Choices& choices,
                  const Selection& selection, bool all_is_known, Account& account,
                  Diagnostics& diagnostics) const {
  const auto left_out = select(account.source(), selection, choices, diagnostics);
  if (inputs_.verbose) {
    for (const auto place : left_out) {
      diagnostics.note(place, "left out: all that it holds is for other readers");
    }
  }
  check_occurrence(account.source(), tree, selection, diagnostics);
  // The reader leaves out what is unknown or stands twice.
  const bool is_all_to_be_read = all_is_known && !diagnostics.has_errors();
  Cv cv = read_cv(tree, selection.language, account, diagnostics);
  cv.layout = overridden(cv.layout, inputs_.layout);
  cv.source_date = inputs_.source_date;
  if (inputs_.bibliographies != nullptr) inputs_.bibliographies->fill(cv, diagnostics);
  load_photo(cv, inputs_.folders, diagnostics);
  check_cv(cv, inputs_.allow_tex, diagnostics);
  if (inputs_.verbose) note_order_of_entries(cv, diagnostics);
  order_sections(cv);
  arrange_publications(cv, diagnostics);
  if (is_all_to_be_read) account.require_all(tree);
  return cv;
}

Cv Pipeline::load(const Source& source, const pugi::xml_document& tree, const Choices& choices,
                  const Selection& selection, bool all_is_known, Diagnostics& diagnostics) const {
  Account account(source);
  return read(tree, choices, selection, all_is_known, account, diagnostics);
}

LatexDocument Pipeline::write(const Cv& cv, Diagnostics& diagnostics) const {
  auto document = write_moderncv(cv, inputs_.preamble, diagnostics);
  RequiredLeaves(cv).require_in(document.map);
  if (inputs_.engines != nullptr) {
    inputs_.engines->choose(inputs_.engine, cv, document, diagnostics);
  }
  return document;
}

Diagnostics Pipeline::look_at_every_selection(const Source& source, const Choices& choices,
                                              bool all_is_known) const {
  Findings findings;
  for (const auto& selection : combinations(choices)) {
    Diagnostics found;
    const auto tree = parse_tree(source);
    const Cv cv = load(source, tree, find_choices(tree), selection, all_is_known, found);
    if (!found.has_errors()) write(cv, found);
    findings.emplace_back(selection, std::move(found));
  }
  return merge(findings);
}

std::optional<Cv> Pipeline::look(const pugi::xml_document& tree, Account& account,
                                 Diagnostics& diagnostics) const {
  const auto choices = check_vocabulary(account.source(), tree, diagnostics);
  const bool all_is_known = !diagnostics.has_errors();
  if (inputs_.every_selection) {
    diagnostics.add(look_at_every_selection(account.source(), choices, all_is_known));
    return std::nullopt;
  }
  const auto selection = find_selection(choices, inputs_.language, inputs_.audiences);
  return read(tree, choices, selection, all_is_known, account, diagnostics);
}

PipelineOutput Pipeline::run(const Source& source, Diagnostics& diagnostics) const {
  const bool good = check_syntax(source, diagnostics, [&](const Source& copy, Diagnostics& found) {
    Account account(copy);
    look(parse_tree(copy), account, found);
  });
  if (!good) return {};
  auto gate = std::async(beside(), [&source] {
    Diagnostics holes;
    check_schema(source, holes);
    return holes;
  });
  const auto tree = parse_tree(source);
  Account account(source);
  PipelineOutput result{look(tree, account, diagnostics), std::nullopt};
  if (!diagnostics.has_errors()) {
    auto holes = gate.get();
    // What is wrong may be for other readers, and the schema reads all.
    if (holes.has_errors()) {
      const auto whole = parse_tree(source);
      const auto all = look_at_every_selection(source, find_choices(whole), true);
      diagnostics.add(all.has_errors() ? all : holes);
    }
  }
  if (diagnostics.has_errors() || !result.cv) return result;
  result.document = write(*result.cv, diagnostics);
  if (diagnostics.has_errors()) result.document.reset();
  return result;
}

}  // namespace xmlcv
