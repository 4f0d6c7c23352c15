#include "cv/leaves.h"

#include <algorithm>

namespace xmlcv {
namespace {

constexpr auto rows = std::to_array<UnprintedRow>(
    {{"`keywords` of `<cv>`", "they are in the PDF's properties"},
     {"`updated`", "it is the date in the PDF's properties"},
     {"`<variant>`", "it finds the owner in publications"},
     {"`src` of `<photo>`", "the picture is there"},
     {"`href`", "it is where a link leads"},
     {"`src`, `types`, `keys`, `keywords`, `from`, `to` of `<bibliography>`",
      "they choose publications"}});

bool is_empty(const std::vector<Inline>& content) {
  return std::ranges::all_of(content, [](const Inline& piece) {
    return piece.kind == Inline::Kind::text && piece.text.empty();
  });
}

// Each function names all members of its struct.
class Visit {
 public:
  explicit Visit(const LeafVisitor& visitor) : visitor_(visitor) {}

  void cv(const Cv& cv) const;

  void operator()(const Paragraph& paragraph) const { text(paragraph.text); }
  void operator()(const List& list) const;
  void operator()(const Item& item) const;
  void operator()(const Entry& entry) const;
  void operator()(const PublicationGroup& group) const;
  void operator()(const Group& group) const;
  void operator()(const RawLatex& tex) const { visitor_.raw(tex); }
  void operator()(const Bibliography& bibliography) const;

 private:
  void person(const Person& person) const;
  void name(const Name& name) const;
  void section(const Section& section) const;
  void publication(const Publication& publication) const;
  void contribution(const Contribution& contribution) const;
  void period(const Period& period) const;
  void content(const std::vector<Content>& content) const {
    for (const auto& block : content) std::visit(*this, block.value);
  }

  void text(const Text& text) const {
    if (!is_empty(text.content)) visitor_.printed({text.location});
    links(text.content);
  }
  void links(const std::vector<Inline>& content) const {
    for (const auto& piece : content) {
      if (piece.kind == Inline::Kind::link) visitor_.unprinted(Unprinted::link);
      links(piece.children);
    }
  }
  void text(const Words& words) const {
    if (!words.value.empty()) visitor_.printed({words.location});
  }
  void text(Location location) const { visitor_.printed({location}); }
  template <class T>
  void text(const std::optional<T>& part) const {
    if (part) text(*part);
  }
  template <class T>
  void text(const std::vector<T>& parts) const {
    for (const auto& part : parts) text(part);
  }

  void unprinted(Unprinted row, const Words& words) const {
    if (!words.value.empty()) visitor_.unprinted(row);
  }
  void unprinted(Unprinted row, const std::vector<Words>& all) const {
    for (const auto& words : all) unprinted(row, words);
  }
  void unprinted(Unprinted row, const std::optional<Date>& date) const {
    if (date) visitor_.unprinted(row);
  }

  const LeafVisitor& visitor_;
};

void Visit::cv(const Cv& cv) const {
  const auto& [location, language, updated, source_date, keywords, layout, person, sections,
               bibliographies] = cv;
  unprinted(Unprinted::updated, updated);
  unprinted(Unprinted::keywords, keywords);
  this->person(person);
  for (const auto& one : sections) section(one);
}

void Visit::person(const Person& person) const {
  const auto& [location, name, headline, address, phones, email, homepage, socials, photo, born,
               quote, extra] = person;
  this->name(name);
  text(headline);
  text(address);
  for (const auto& [number, kind] : phones) text(number);
  text(email);
  text(homepage);
  for (const auto& [account, network, href] : socials) {
    text(account);
    if (!href.empty()) visitor_.unprinted(Unprinted::link);
  }
  if (photo) unprinted(Unprinted::photo, photo->src);
  text(born);
  text(quote);
  text(extra);
}

void Visit::name(const Name& name) const {
  const auto& [location, given, family, variants] = name;
  text(given);
  text(family);
  unprinted(Unprinted::variant, variants);
}

void Visit::section(const Section& section) const {
  const auto& [location, kind, title, content] = section;
  text(title);
  this->content(content);
}

void Visit::operator()(const List& list) const {
  const auto& [location, points] = list;
  text(points);
}

void Visit::operator()(const Item& item) const {
  const auto& [location, period, label, text] = item;
  this->period(period);
  this->text(label);
  this->text(text);
}

void Visit::operator()(const Entry& entry) const {
  const auto& [location, period, title, organization, place, grade, content] = entry;
  this->period(period);
  text(title);
  text(organization);
  text(place);
  text(grade);
  this->content(content);
}

void Visit::operator()(const PublicationGroup& group) const {
  const auto& [heading, publications] = group;
  text(heading);
  for (const auto& one : publications) publication(one);
}

void Visit::publication(const Publication& publication) const {
  const auto& [location, type, status, period, authors, others, editors, title, venue, series,
               volume, number, pages, publisher, place, doi, url, note, sort_name, other_editors,
               sort_of_work, details, author_note, book_authors, contributions, exact_date] =
      publication;
  this->period(period);
  text(authors);
  text(others);
  text(editors);
  text(title);
  text(venue);
  text(series);
  text(volume);
  text(number);
  text(pages);
  text(publisher);
  text(place);
  text(doi);
  text(url);
  text(note);
  text(other_editors);
  text(sort_of_work);
  text(details);
  text(author_note);
  contribution(book_authors);
  for (const auto& one : contributions) contribution(one);
  text(exact_date);
}

void Visit::contribution(const Contribution& contribution) const {
  const auto& [role, persons, others] = contribution;
  text(role);
  text(persons);
  text(others);
}

void Visit::operator()(const Group& group) const {
  const auto& [location, title, content] = group;
  text(title);
  this->content(content);
}

void Visit::operator()(const Bibliography& bibliography) const {
  const auto& [location, src, types, keys, keywords, by_owner, from, to, group, sort, groups] =
      bibliography;
  constexpr auto row = Unprinted::selection;
  unprinted(row, src);
  unprinted(row, types);
  unprinted(row, keys);
  unprinted(row, keywords);
  unprinted(row, from);
  unprinted(row, to);
  for (const auto& one : groups) (*this)(one);
}

void Visit::period(const Period& period) const {
  const auto& [from, to, present, date, when] = period;
  const auto place = [](const std::optional<Date>& one) {
    return one ? std::optional(one->location) : std::nullopt;
  };
  if (from || to || present || date) {
    visitor_.printed({place(from), place(to), present, place(date)});
  }
  text(when);
}

}  // namespace

std::span<const UnprintedRow> unprinted_rows() { return rows; }

void visit_leaves(const Cv& cv, const LeafVisitor& visitor) { Visit(visitor).cv(cv); }

UnprintedCounts count_unprinted(const Cv& cv) {
  static_assert(rows.size() == std::tuple_size_v<UnprintedCounts>);
  UnprintedCounts result{};
  visit_leaves(cv, {[](auto) {}, [](const RawLatex&) {},
                    [&result](Unprinted row) { ++result[static_cast<std::size_t>(row)]; }});
  return result;
}

}  // namespace xmlcv
