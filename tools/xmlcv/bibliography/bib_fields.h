#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bibliography/bib_source.h"
#include "bibliography/biblatexml.h"
#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// The fields of an entry, by biblatex's names, each at its place in the .bib; what is inherited
// has its place in the entry that it comes from. Knows which were asked for, so that none is lost.
// Reports LaTeX that is not understood.
class BibFields {
 public:
  BibFields(const BibEntry& entry, const BibPlace& place, const Source& source,
            Diagnostics& diagnostics)
      : entry_(entry), place_(place), source_(source), diagnostics_(diagnostics) {}

  Location at(std::string_view field) const;
  // As biber gives it; empty if there is none. Does not count as asked for.
  const std::string& raw(std::string_view field) const;
  bool has(std::string_view field) const;
  // Addresses and identifiers, in which people escape what LaTeX wants escaped elsewhere.
  std::string verbatim(std::string_view field) const;
  static std::string unescaped(std::string_view latex);
  std::optional<Text> text(std::string_view field) const;
  std::optional<Text> title(std::string_view title, std::string_view subtitle,
                            std::string_view addon) const;
  std::optional<Text> list(std::string_view field) const;
  std::vector<std::string> items(std::string_view field) const;
  std::optional<Words> words(std::string_view field) const;
  std::vector<Words> names(std::string_view field) const;
  // Where "and others" stands behind the names.
  std::optional<Location> others(std::string_view field) const;
  // The words of a LaTeX text, without its markup.
  std::string plain(std::string_view latex, Location location) const;

  // What stands in the .bib, in the entry or where it inherits from, without its markup.
  std::optional<Words> written(std::string_view field) const;
  // Likewise, where a "~" means itself.
  std::optional<Words> written_verbatim(std::string_view field) const;
  bool is_written(std::string_view field) const { return distance(field) < places().size(); }
  // How far it is inherited: 0 for the entry's own.
  std::size_t distance(std::string_view field) const;

  // Says that a field is printed, or need not be.
  void use(std::string_view field) const { used_.emplace(field); }
  bool is_used(std::string_view field) const { return used_.contains(field); }
  // Those that are to be printed and were not asked for yet.
  std::vector<std::string> unused() const;

 private:
  std::vector<Inline> read(std::string_view latex, Location location) const;
  std::vector<const BibPlace*> places() const;

  const BibEntry& entry_;
  const BibPlace& place_;
  const Source& source_;
  Diagnostics& diagnostics_;
  mutable std::set<std::string, std::less<>> used_;
};

// Puts more behind a text, if there is any.
void join(std::optional<Text>& text, std::string_view separator, const std::optional<Text>& more);

std::optional<Words> words_of(const std::optional<Text>& text);

Text text_of(std::string_view words, Location location);

// A name as a list of authors prints it: Jan van der Berg, Martin Luther King Jr. LaTeX, as its
// parts are.
std::string printed(const BibEntry::Name& name);

}  // namespace xmlcv
