#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "bibliography/bibliography.h"
#include "cv/input_folders.h"
#include "cv/model.h"
#include "latex/moderncv.h"
#include "text/diagnostics.h"
#include "text/source.h"
#include "typeset/engine.h"
#include "xml/account.h"
#include "xml/selection.h"

namespace xmlcv {

// What decides about the LaTeX beside the XML.
struct PipelineInputs {
  InputFolders folders;                  // where photo and .bib files may be
  std::string language{};                // empty: that of the CV
  std::vector<std::string> audiences{};  // empty: everybody
  bool every_selection = false;  // all languages and readers are looked at; then no CV comes out
  bool allow_tex = false;
  bool verbose = false;                       // notes what the selection emptied, and odd order
  Layout layout{};                            // overrides that of the XML
  std::optional<std::int64_t> source_date{};  // in seconds from 1970
  std::optional<Engine> engine{};             // none: by the characters of the CV
  const Engines* engines = nullptr;           // null: pdfLaTeX, whatever the characters are
  Bibliographies* bibliographies = nullptr;   // null: publications of .bib files are left out
  const Source* preamble = nullptr;           // a package of the user's
};

// cv: none where the file is not well-formed, or every selection was looked at.
// document: none where there are errors.
struct PipelineOutput {
  std::optional<Cv> cv;
  std::optional<LatexDocument> document;
};

// From the bytes of a CV to its LaTeX: syntax, vocabulary, selection, reader, checks, writer,
// schema. Errors of the XML go to the diagnostics; Failure and Interrupted are thrown.
class Pipeline {
 public:
  explicit Pipeline(PipelineInputs inputs) : inputs_(std::move(inputs)) {}

  PipelineOutput run(const Source& source, Diagnostics& diagnostics) const;

  // Its steps, for the tree of a source that is well-formed: the vocabulary, in every language and
  // for all readers;
  static Choices check_vocabulary(const Source& source, const pugi::xml_document& tree,
                                  Diagnostics& diagnostics);

  // the CV of one selection, which is cut out of the tree. If the vocabulary had no errors, all is
  // known, and every part of it must be read: else InternalError is thrown;
  Cv load(const Source& source, const pugi::xml_document& tree, const Choices& choices,
          const Selection& selection, bool all_is_known, Diagnostics& diagnostics) const;

  // and its LaTeX, which has every leaf of the CV: else InternalError is thrown.
  LatexDocument write(const Cv& cv, Diagnostics& diagnostics) const;

 private:
  // Load, with an account that outlives it.
  Cv read(const pugi::xml_document& tree, const Choices& choices, const Selection& selection,
          bool all_is_known, Account& account, Diagnostics& diagnostics) const;
  std::optional<Cv> look(const pugi::xml_document& tree, Account& account,
                         Diagnostics& diagnostics) const;
  Diagnostics look_at_every_selection(const Source& source, const Choices& choices,
                                      bool all_is_known) const;

  PipelineInputs inputs_;
};

}  // namespace xmlcv
