#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cv/leaf.h"
#include "cv/vocabulary_values.h"

// Publications as plain data, and what selects and lists them: a part of cv/model.h.
namespace xmlcv {

// Persons with what they did: translated by, with a foreword by. Without words before a title.
struct Contribution {
  std::optional<Text> role;
  std::vector<Words> persons;
  std::optional<Location> others;
};

inline auto leaves(const Contribution& all) {
  const auto& [role, persons, others] = all;
  return parts(role, persons, others);
}

// One declaration in the schema: section, group and bibliography have the same values.
using Numbering = SectionNumbered;

// How the publications below a section, a group or a bibliography are listed.
struct ListStyle {
  std::optional<Numbering> numbered;
  Words prefix;                        // J, or by type: article=J inproceedings=C
  std::optional<std::size_t> authors;  // how many are named
};

struct Author {
  Words name;
  std::optional<AuthorMark> mark{};
};

inline auto leaves(const Author& all) {
  const auto& [name, mark] = all;
  return parts(name);
}

struct Publication {
  Location location;
  PublicationType type = PublicationType::article;
  std::optional<PublicationStatus> status;
  Period period;
  std::vector<Author> authors;
  std::optional<Location> others;
  std::vector<Author> unnamed_authors;  // that the list style leaves out
  std::size_t unnamed_before = 0;       // how many of them stood before the last of the others
  Words label;                          // J12, at the prefix
  std::vector<Words> editors;
  std::optional<Text> title;
  std::optional<Text> venue;
  std::optional<Text> series;
  std::optional<Words> volume;
  std::optional<Words> number;
  std::optional<Words> pages;
  std::optional<Words> publisher;
  std::optional<Text> place;
  std::optional<Words> doi;
  std::optional<Words> url;
  std::optional<Text> note;
  // What only a .bib file says: the name to sort by, "et al." behind the editors, the sort of
  // thesis or report, parts of the line behind the pages, such as an edition.
  std::string sort_name;  // of the first author: family name first
  std::optional<Location> other_editors;
  std::optional<Text> sort_of_work;
  std::vector<Text> details;
  std::optional<Text> author_note;  // in brackets behind the authors: a collaboration
  Contribution book_authors;
  std::vector<Contribution> contributions;
  std::optional<Text> exact_date;  // in place of the date's month: June 2–7, 2020
};

inline auto leaves(const Publication& all) {
  const auto& [location, type, status, period, authors, others, unnamed_authors, unnamed_before,
               label, editors, title, venue, series, volume, number, pages, publisher, place, doi,
               url, note, sort_name, other_editors, sort_of_work, details, author_note,
               book_authors, contributions, exact_date] = all;
  return parts(period, authors, others, OnNoPage{Unprinted::authors, unnamed_authors}, editors,
               title, venue, series, volume, number, pages, publisher, place, doi, url, note,
               other_editors, sort_of_work, details, author_note, book_authors, contributions,
               exact_date);
}

// Publications under one heading, or under none. A <publication> is such a group too: with more
// than 1,000 bytes it would be the largest content by far, and each paragraph would take as many.
struct PublicationGroup {
  std::optional<Words> heading;
  std::vector<Publication> publications;
};

inline auto leaves(const PublicationGroup& all) {
  const auto& [heading, publications] = all;
  return parts(heading, publications);
}

// Publications from a .bib file. What selects them is empty where it selects all.
struct Bibliography {
  Location location;
  Words src;
  std::vector<Words> types;
  std::vector<Words> keys;
  std::vector<Words> keywords;
  bool by_owner = false;  // those of the CV's owner alone
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<BibliographyGroup> group;
  BibliographySort sort = BibliographySort::newest_first;
  ListStyle list_style{};
  std::vector<PublicationGroup> groups;  // what was selected, in its order
};

inline auto leaves(const Bibliography& all) {
  const auto& [location, src, types, keys, keywords, by_owner, from, to, group, sort, list_style,
               groups] = all;
  return parts(OnNoPage{Unprinted::selection, src}, OnNoPage{Unprinted::selection, types},
               OnNoPage{Unprinted::selection, keys}, OnNoPage{Unprinted::selection, keywords},
               OnNoPage{Unprinted::selection, from}, OnNoPage{Unprinted::selection, to}, groups);
}

}  // namespace xmlcv
