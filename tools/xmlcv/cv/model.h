#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "cv/picture.h"
#include "cv/vocabulary_values.h"
#include "text/location.h"

// A CV as plain data: what the XML says, element by element. All strings are UTF-8 in NFC with
// white space collapsed. A location is that of the element's "<" unless it says otherwise.
//
// leaves(struct) is what of it has to be printed, or why it is on no page; cv/leaves.h visits it.
// Each names all members first, so that a new one does not compile until it is named there.
namespace xmlcv {

// Why a leaf of the model is on no page.
enum class Unprinted { keywords, updated, variant, photo, link, selection, dates, authors };

template <class T>
struct OnNoPage {
  Unprinted why;
  const T& part;
};
template <class T>
OnNoPage(Unprinted, const T&) -> OnNoPage<T>;

// References to members, and OnNoPage.
template <class... T>
auto parts(T&&... parts) {
  return std::tuple<T...>(std::forward<T>(parts)...);
}

// One piece of running text. A link keeps its address in `text` and its words in `children`.
struct Inline {
  enum class Kind { text, bold, italic, code, subscript, superscript, link, line_break };
  Kind kind;
  std::string text;
  std::vector<Inline> children;
  Location location;  // of a text: its first character
};

// Running text with markup: the content of one element.
struct Text {
  Location location;
  std::vector<Inline> content;
};

// Text without markup.
struct Words {
  Location location;
  std::string value;
};

// A day, a month (day 0) or a year (month 0) of the proleptic Gregorian calendar, without time
// zone. Its location is that of the attribute's value.
struct Date {
  Location location;
  int year = 0;
  int month = 0;
  int day = 0;
};

// When something was: a range, one date, or words that say it.
struct Period {
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<Location> present;  // of to="present"
  std::optional<Date> date;
  std::optional<Text> when;
};

struct Name {
  Location location;
  std::optional<Words> given;
  Words family;
  std::vector<Words> variants;
};

inline auto leaves(const Name& all) {
  const auto& [location, given, family, variants] = all;
  return parts(given, family, OnNoPage{Unprinted::variant, variants});
}

struct Phone {
  Words number;
  PhoneKind kind;
};

inline auto leaves(const Phone& all) {
  const auto& [number, kind] = all;
  return parts(number);
}

struct Social {
  Words account;
  SocialNetwork network;
  std::string href;  // empty: the network's own form
};

inline auto leaves(const Social& all) {
  const auto& [account, network, href] = all;
  return parts(account, OnNoPage{Unprinted::link, href});
}

// The picture is the file that src names, at its place; bytes: its content, once it was read.
struct Photo {
  Location location;
  Words src;
  Words height{};  // 4cm; empty where the style says the width
  bool has_frame = true;
  std::string bytes{};
  Orientation orientation{};
};

inline auto leaves(const Photo& all) {
  const auto& [location, src, height, has_frame, bytes, orientation] = all;
  return parts(OnNoPage{Unprinted::photo, src});
}

struct Person {
  Location location;
  Name name;
  std::optional<Text> headline;
  std::optional<Words> address;
  std::vector<Phone> phones;
  std::optional<Words> email;
  std::optional<Words> homepage;
  std::vector<Social> socials;
  std::optional<Photo> photo;
  std::optional<Words> born;
  std::optional<Text> quote;
  std::optional<Text> extra;
};

inline auto leaves(const Person& all) {
  const auto& [location, name, headline, address, phones, email, homepage, socials, photo, born,
               quote, extra] = all;
  return parts(name, headline, address, phones, email, homepage, socials, photo, born, quote,
               extra);
}

// Raw LaTeX: the only text that is not escaped.
struct RawLatex {
  Location location;
  std::string source;
  std::vector<Location> lines;  // where each line of it begins
};

struct Content;

struct Paragraph {
  Text text;
};

inline auto leaves(const Paragraph& all) {
  const auto& [text] = all;
  return parts(text);
}

struct List {
  Location location;
  std::vector<Text> points;
};

inline auto leaves(const List& all) {
  const auto& [location, points] = all;
  return parts(points);
}

struct Item {
  Location location;
  Period period;
  std::optional<Text> label;
  Text text;
};

inline auto leaves(const Item& all) {
  const auto& [location, period, label, text] = all;
  return parts(period, label, text);
}

struct Entry {
  Location location;
  Period period;
  std::optional<Text> title;
  std::optional<Text> organization;
  std::optional<Text> place;
  std::optional<Text> grade;
  std::vector<Content> content;
};

inline auto leaves(const Entry& all) {
  const auto& [location, period, title, organization, place, grade, content] = all;
  return parts(period, title, organization, place, grade, content);
}

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

// How the publications below a section, a group or a bibliography are listed.
struct ListStyle {
  std::optional<SectionNumbered> numbered;  // of the group and the bibliography too
  Words prefix;                             // J, or by type: article=J inproceedings=C
  std::optional<std::size_t> authors;       // how many are named
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
  std::string label;                    // J12
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

struct Group {
  Location location;
  Text title;
  std::vector<Content> content;
  ListStyle list_style{};
};

inline auto leaves(const Group& all) {
  const auto& [location, title, content, list_style] = all;
  return parts(title, content);
}

// A value in memory of its own. An entry has 400 bytes, and every paragraph beside it in a variant
// would take as many.
template <class T>
class Boxed {
 public:
  Boxed(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Boxed(const Boxed& other) : Boxed(*other.value_) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(Boxed other) noexcept {
    value_.swap(other.value_);
    return *this;
  }
  ~Boxed() = default;

  operator T&() { return *value_; }
  operator const T&() const { return *value_; }
  T* operator->() { return value_.get(); }

 private:
  std::unique_ptr<T> value_;
};

struct Content {
  std::variant<Paragraph, List, Boxed<Item>, Boxed<Entry>, PublicationGroup, Group, RawLatex,
               Boxed<Bibliography>>
      value;
};

struct Section {
  Location location;
  SectionKind kind;
  std::optional<Text> title;
  std::vector<Content> content;
  ListStyle list_style{};
  std::vector<AuthorMark> explained_marks{};  // of the CV, where this section is the first with one
};

inline auto leaves(const Section& all) {
  const auto& [location, kind, title, content, list_style, marks] = all;
  return parts(title, content);
}

// How the CV looks: the attributes of <layout>, as they are written. What is left out stays as it
// is.
struct Layout {
  Location location;  // of the last one, of several
  std::array<std::optional<std::string>, value_names<LayoutAttribute>.size()> values;

  std::optional<std::string>& operator[](LayoutAttribute attribute) {
    return values.at(static_cast<std::size_t>(attribute));
  }
  const std::optional<std::string>& operator[](LayoutAttribute attribute) const {
    return values.at(static_cast<std::size_t>(attribute));
  }
};

// The first layout with what the second one names in its place.
Layout overridden(const Layout& layout, const Layout& by);

struct Cv {
  Location location;
  std::string language;  // a BCP 47 tag
  std::optional<Date> updated;
  std::optional<std::int64_t> source_date;  // of the build, in seconds from 1970; overrides it
  Words keywords;
  Layout layout;
  Person person;
  std::vector<Section> sections;
  std::vector<std::string> bibliographies;  // the paths of the .bib files that were read
};

inline auto leaves(const Cv& all) {
  const auto& [location, language, updated, source_date, keywords, layout, person, sections,
               bibliographies] = all;
  return parts(OnNoPage{Unprinted::updated, updated}, OnNoPage{Unprinted::keywords, keywords},
               person, sections);
}

}  // namespace xmlcv
