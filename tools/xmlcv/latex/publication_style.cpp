#include "latex/publication_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "cv/addresses.h"
#include "cv/dates.h"
#include "cv/phrases.h"
#include "latex/escape.h"
#include "text/capital.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

bool is_part_of_a_book(const Publication& publication) {
  using enum PublicationType;
  return publication.type == inproceedings || publication.type == inbook;
}

// Nothing is said of what is published.
std::optional<Phrase> words_of_status(std::optional<PublicationStatus> status) {
  switch (status.value_or(PublicationStatus::published)) {
    case PublicationStatus::published:
      return std::nullopt;
    case PublicationStatus::in_press:
      return Phrase::in_press;
    case PublicationStatus::accepted:
      return Phrase::accepted;
    case PublicationStatus::submitted:
      return Phrase::submitted;
    case PublicationStatus::in_preparation:
      return Phrase::in_preparation;
    case PublicationStatus::forthcoming:
      return Phrase::forthcoming;
    case PublicationStatus::prepublished:
      return Phrase::prepublished;
  }
  return std::nullopt;
}

// Puts the parts of a sentence side by side, each on a line of its own.
class Sentence {
 public:
  void add(const Latex& part, LatexLiteral separator) {
    if (part.empty()) return;
    if (!text_.empty()) text_ += Latex::code(separator);
    text_ += part;
  }
  const Latex& text() const { return text_; }

 private:
  Latex text_;
};

// What people write before a number although the line has a word for it, in lower case.
struct WrittenWords {
  Phrase phrase;
  std::string_view words;  // with blanks between and around them
};
constexpr auto written_words = std::to_array<WrittenWords>(
    {{Phrase::volume, " vol vols volume volumes volumen band bd tome tomo jahrgang jg "},
     {Phrase::number,
      " no nos nr num number numbers numero número numéro n° nº № issue iss heft suppl supplement "
      "report technical "},
     {Phrase::pages, " p pp pg page pages s ss seite seiten página páginas art article artikel "},
     {Phrase::patent, " patent patents "}});

// Whether the word stands in the value already: Volume 3, pp. 3-4, 12 pages, US Patent 4. S5 and A
// 12 have none.
bool says_its_word(Phrase phrase, std::string_view value) {
  const auto* known = std::ranges::find(written_words, phrase, &WrittenWords::phrase);
  if (known == std::end(written_words)) return false;
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool is_tie = value.substr(i).starts_with("\u00A0");
    text += is_tie || c == '.' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_tie) ++i;
  }
  const auto words = split_words(text);
  return words.size() > 1 && std::ranges::any_of(words, [known](const std::string& word) {
           return known->words.find(" " + word + " ") != std::string_view::npos;
         });
}

class Citation {
 public:
  Citation(const Publication& publication, const OwnerName& owner, const DateForm& dates,
           CvWords& words, LatexWriter& writer)
      : publication_(publication), owner_(owner), dates_(dates), words_(words), writer_(writer) {}

  Latex write();

 private:
  // write: how each of them is printed.
  template <class Person, class Write>
  Latex persons(const std::vector<Person>& persons, const std::optional<Location>& others,
                const Write& write);
  Latex persons(const std::vector<Words>& persons, const std::optional<Location>& others) {
    return this->persons(persons, others, [this](const Words& one) { return person(one); });
  }
  Latex person(const Words& person);
  Latex author_names();
  Latex author(const Author& author);
  Latex authors();
  Latex contribution(const Contribution& contribution, bool begins_sentence);
  Latex editors(bool begins_sentence);
  Latex where();
  Latex venue();
  Latex volume(bool begins_sentence);
  Latex number(bool begins_sentence);
  Latex pages(bool begins_sentence);
  Latex month();
  Latex status(bool begins_sentence);
  Latex links();

  Latex say(Phrase p, bool begins_sentence = false);
  Latex said(Phrase p, const std::optional<Words>& words, bool begins_sentence = false);
  template <class T>
  Latex optional(const std::optional<T>& part) {
    return part ? writer_.leaf(*part) : Latex();
  }
  Latex work(const std::optional<Text>& part) {
    if (!part) return {};
    return writer_.leaf(part->location, render(*part).wrapped("\\cvwork{", "}"));
  }

  const Publication& publication_;
  const OwnerName& owner_;
  const DateForm& dates_;
  CvWords& words_;
  LatexWriter& writer_;
};

// A sentence ends with one full stop, also behind "et al." and "Inc."
bool ends_sentence(const Latex& sentence) {
  const auto& text = sentence.text();
  const auto last = text.find_last_not_of('}');
  return last != std::string::npos && (text[last] == '.' || text[last] == '?' || text[last] == '!');
}

Latex Citation::write() {
  Sentence all;
  for (const Latex& sentence :
       {authors(), optional(publication_.title), where(), optional(publication_.note), links()}) {
    if (sentence.empty()) continue;
    all.add(ends_sentence(sentence) ? sentence : sentence + Latex::code("."), "\n   ");
  }
  return all.text();
}

template <class Person, class Write>
Latex Citation::persons(const std::vector<Person>& persons, const std::optional<Location>& others,
                        const Write& write) {
  const auto words = list_words(words_.language());
  Latex result;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const bool last = i + 1 == persons.size() && !others;
    const std::string& joint = !last ? words.middle : persons.size() == 2 ? words.two : words.last;
    if (i > 0) result += escape_text(joint) + Latex::code("%\n   ");
    result += write(persons[i]);
  }
  if (others) {
    result += persons.size() > 1 ? Latex::code(",\n   ") : Latex::code("\n   ");
    result += writer_.leaf(*others, say(Phrase::et_al));
  }
  return result;
}

Latex Citation::person(const Words& person) {
  if (!owner_.matches(person.value)) return writer_.leaf(person);
  return writer_.leaf(person.location, escape_text(person.value).wrapped("\\textbf{", "}"));
}

Latex Citation::author_names() {
  const auto& authors = publication_.authors;
  if (publication_.unnamed_before == 0) {
    return persons(authors, publication_.others,
                   [this](const Author& author) { return this->author(author); });
  }
  // A, B, …, the owner, et al.
  Latex result;
  for (const auto& author : authors) {
    if (&author == &authors.back()) result += Latex::code("\\textellipsis{},\n   ");
    result += this->author(author);
    if (&author != &authors.back()) result += Latex::code(",\n   ");
  }
  if (publication_.others) {
    result += Latex::code(",\n   ") + writer_.leaf(*publication_.others, say(Phrase::et_al));
  }
  return result;
}

Latex Citation::author(const Author& author) {
  auto result = person(author.name);
  return author.mark ? std::move(result) + sign_of(*author.mark) : result;
}

Latex Citation::authors() {
  Latex names = author_names();
  if (!publication_.author_note) return names;
  const Latex note = writer_.leaf(*publication_.author_note).wrapped("(", ")");
  return names.empty() ? note : names + Latex::code("\n   ") + note;
}

Latex Citation::contribution(const Contribution& contribution, bool begins_sentence) {
  Latex result;
  if (contribution.role && !contribution.persons.empty()) {
    auto role = *contribution.role;
    auto& words = role.content.front().text;
    if (begins_sentence) words = with_capital(words, words_.language());
    result = writer_.leaf(role) + Latex::code(" ");
  }
  return result + persons(contribution.persons, contribution.others);
}

Latex Citation::editors(bool begins_sentence) {
  if (publication_.editors.empty()) return {};
  return say(Phrase::edited_by, begins_sentence) + Latex::code(" ") +
         persons(publication_.editors, publication_.other_editors);
}

Latex Citation::where() {
  Sentence sentence;
  constexpr LatexLiteral comma = ",\n   ";
  sentence.add(optional(publication_.sort_of_work), comma);
  sentence.add(venue(), comma);
  sentence.add(editors(sentence.text().empty()), comma);
  for (const auto& one : publication_.contributions) {
    sentence.add(contribution(one, sentence.text().empty()), comma);
  }
  sentence.add(volume(sentence.text().empty()), comma);
  if (publication_.type != PublicationType::patent)
    sentence.add(number(sentence.text().empty()), comma);
  sentence.add(pages(sentence.text().empty()), comma);
  for (const auto& detail : publication_.details) sentence.add(writer_.leaf(detail), comma);
  sentence.add(optional(publication_.publisher), comma);
  sentence.add(optional(publication_.place), comma);
  sentence.add(month(), comma);
  sentence.add(status(sentence.text().empty()), comma);
  if (publication_.type == PublicationType::patent) {
    sentence.add(said(Phrase::patent, publication_.number),
                 sentence.text().empty() ? LatexLiteral("") : comma);
  }
  return sentence.text();
}

Latex Citation::venue() {
  Latex venue = contribution(publication_.book_authors, false);
  if (!venue.empty() && publication_.venue) venue += Latex::code(",\n   ");
  venue += work(publication_.venue);
  if (venue.empty() || !is_part_of_a_book(publication_)) return venue;
  return say(Phrase::in) + Latex::code(" ") + venue;
}

Latex Citation::volume(bool begins_sentence) {
  const Latex volume = said(Phrase::volume, publication_.volume, begins_sentence);
  const Latex series = work(publication_.series);
  if (volume.empty() || series.empty()) return volume + series;
  return volume + Latex::code(" ") + say(Phrase::of) + Latex::code("\n   ") + series;
}

Latex Citation::number(bool begins_sentence) {
  return said(Phrase::number, publication_.number, begins_sentence);
}

Latex Citation::pages(bool begins_sentence) {
  if (!publication_.pages) return {};
  std::string value = publication_.pages->value;
  const auto digit = [&value](std::size_t i) { return value[i] >= '0' && value[i] <= '9'; };
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (value[i] == '-' && digit(i - 1) && digit(i + 1)) value.replace(i, 1, "–");
  }
  const bool has_number = value.find_first_of("0123456789") != std::string::npos ||
                          value.find_first_of("ivxlcIVXLC") == 0;
  if (says_its_word(Phrase::pages, value) || !has_number) {
    return writer_.leaf(publication_.pages->location, escape_text(value));
  }
  const bool several = value.find_first_not_of("0123456789") != std::string::npos;
  return say(several ? Phrase::pages : Phrase::page, begins_sentence) + Latex::code("~") +
         writer_.leaf(publication_.pages->location, escape_text(value));
}

Latex Citation::month() {
  if (publication_.exact_date) return writer_.leaf(*publication_.exact_date);
  const auto& date = publication_.period.date;
  if (!date || date->month == 0 || dates_.finest == DateForm::Part::year) return {};
  return writer_.leaf(date->location,
                      escape_text(format_date(*date, dates_, words_.language(), true)));
}

Latex Citation::status(bool begins_sentence) {
  const auto words = words_of_status(publication_.status);
  return words ? writer_.leaf(publication_.location, say(*words, begins_sentence)) : Latex();
}

Latex Citation::links() {
  Sentence sentence;
  if (publication_.doi) {
    const auto& doi = *publication_.doi;
    sentence.add(escape_url("https://doi.org/" + doi.value).wrapped("\\cvlink{", "}") +
                     writer_.leaf(doi).wrapped("{doi:", "}"),
                 "");
  }
  if (publication_.url) {
    const auto& url = *publication_.url;
    sentence.add(escape_url(with_scheme(url.value)).wrapped("\\cvlink{", "}") +
                     writer_.leaf(url).wrapped("{", "}"),
                 ",\n   ");
  }
  return sentence.text();
}

Latex Citation::say(Phrase p, bool begins_sentence) {
  std::string words(words_.phrase(p, publication_.location));
  if (begins_sentence) words = with_capital(words, words_.language());
  return escape_text(words);
}

Latex Citation::said(Phrase p, const std::optional<Words>& words, bool begins_sentence) {
  if (words && says_its_word(p, words->value)) return writer_.leaf(*words);
  return words ? say(p, begins_sentence) + Latex::code("~") + writer_.leaf(*words) : Latex();
}

}  // namespace

Latex sign_of(AuthorMark mark) {
  switch (mark) {
    case AuthorMark::equal:
      return escape_text("*");
    case AuthorMark::corresponding:
      return escape_text("†");
    case AuthorMark::equal_corresponding:
      break;
  }
  return escape_text("*†");
}

Latex cite(const Publication& publication, const OwnerName& owner, const DateForm& dates,
           CvWords& words, LatexWriter& writer) {
  return Citation(publication, owner, dates, words, writer).write();
}

}  // namespace xmlcv
