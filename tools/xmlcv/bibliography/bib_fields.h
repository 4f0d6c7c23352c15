#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/bib_source.h"
#include "bibliography/biblatexml.h"
#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// The fields of an entry, by biblatex's names, each at its place in the .bib; what is inherited
// has the place of the entry. Reports LaTeX that is not understood.
class BibFields {
 public:
  BibFields(const BibEntry& entry, const BibPlace& place, const Source& source,
            Diagnostics& diagnostics)
      : entry_(entry), place_(place), source_(source), diagnostics_(diagnostics) {}

  Location at(std::string_view field) const;
  // As biber gives it; empty if there is none.
  const std::string& raw(std::string_view field) const;
  // Addresses and identifiers, in which people escape what LaTeX wants escaped elsewhere.
  std::string verbatim(std::string_view field) const;
  std::optional<Text> text(std::string_view field) const;
  std::optional<Text> title(std::string_view title, std::string_view subtitle) const;
  std::optional<Text> list(std::string_view field) const;
  std::optional<Words> words(std::string_view field) const;
  // The words of a LaTeX text, without its markup.
  std::string plain(std::string_view latex, Location location) const;

 private:
  std::vector<Inline> read(std::string_view latex, Location location) const;

  const BibEntry& entry_;
  const BibPlace& place_;
  const Source& source_;
  Diagnostics& diagnostics_;
};

// Puts more behind a text, if there is any.
void join(std::optional<Text>& text, std::string_view separator, const std::optional<Text>& more);

std::optional<Words> words_of(const std::optional<Text>& text);

}  // namespace xmlcv
