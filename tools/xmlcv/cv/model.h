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

#include "cv/leaf.h"
#include "cv/publication.h"
#include "cv/vocabulary_values.h"
#include "text/location.h"

// A CV as plain data: what the XML says, element by element. All strings are UTF-8 in NFC with
// white space collapsed. A location is that of the element's "<" unless it says otherwise.
//
// leaves(struct) is what of it has to be printed, or why it is on no page; cv/leaves.h visits it.
// Each names all members first, so that a new one does not compile until it is named there.
namespace xmlcv {

struct Name {
  Location location;
  std::optional<Words> given;
  Words family;
  std::vector<Words> variants;
  std::optional<Words> prefix{};
  std::optional<Words> suffix{};
};

inline auto leaves(const Name& all) {
  const auto& [location, given, family, variants, prefix, suffix] = all;
  return parts(prefix, given, family, suffix, OnNoPage{Unprinted::variant, variants});
}

// The same values on each contact that has them.
using ContactKind = AddressKind;

struct Address {
  Text text;  // with an end of a line where one was written
  std::optional<ContactKind> kind{};
};

inline auto leaves(const Address& all) {
  const auto& [text, kind] = all;
  return parts(text);
}

struct Phone {
  Words number;
  PhoneKind kind;
};

inline auto leaves(const Phone& all) {
  const auto& [number, kind] = all;
  return parts(number);
}

struct Email {
  Words address;
  std::optional<ContactKind> kind{};
};

inline auto leaves(const Email& all) {
  const auto& [address, kind] = all;
  return parts(address);
}

struct Homepage {
  Words address;
  std::optional<ContactKind> kind{};
};

inline auto leaves(const Homepage& all) {
  const auto& [address, kind] = all;
  return parts(address);
}

struct Social {
  Words account;
  SocialNetwork network;
  std::string href;  // empty: the network's own form
  Words name{};      // of another network
};

inline auto leaves(const Social& all) {
  const auto& [account, network, href, name] = all;
  return parts(name, account, OnNoPage{Unprinted::link, href});
}

struct Born {
  Words words;
};

inline auto leaves(const Born& all) {
  const auto& [words] = all;
  return parts(words);
}

struct Extra {
  Text text;
  bool is_nationality = false;  // and has the word for it before it
};

inline auto leaves(const Extra& all) {
  const auto& [text, is_nationality] = all;
  return parts(text);
}

struct Contact {
  std::variant<Address, Phone, Email, Homepage, Social, Born, Extra> value;
};

// The picture is the file that src names, at its place; bytes: its content, once it was read.
struct Photo {
  Location location;
  Words src;
  Words height{};  // 4cm; empty where the style says the width
  bool has_frame = true;
  std::string bytes{};
  int turn = 0;  // in degrees to the left, so that it stands upright: 0, 90, 180 or -90
  bool is_mirrored = false;
};

inline auto leaves(const Photo& all) {
  const auto& [location, src, height, has_frame, bytes, turn, is_mirrored] = all;
  return parts(OnNoPage{Unprinted::photo, src});
}

struct Person {
  Location location;
  Name name;
  std::optional<Text> headline;
  std::vector<Contact> contacts;  // in the file's order
  std::optional<Photo> photo;
  std::optional<Text> quote;
};

inline auto leaves(const Person& all) {
  const auto& [location, name, headline, contacts, photo, quote] = all;
  return parts(name, headline, contacts, photo, quote);
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
