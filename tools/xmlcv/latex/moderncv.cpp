#include "latex/moderncv.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <utility>
#include <variant>

#include "cv/addresses.h"
#include "cv/cv_words.h"
#include "cv/dates.h"
#include "cv/names.h"
#include "cv/networks.h"
#include "cv/plain_text.h"
#include "cv/telephone.h"
#include "latex/escape.h"
#include "latex/latex_writer.h"
#include "latex/publication_style.h"
#include "latex/wide_blanks.h"

namespace xmlcv {
namespace {

std::string full_name(const Name& name) {
  return name.given ? name.given->value + " " + name.family.value : name.family.value;
}

// As PDF writes it, in UTC: 20190430000000. Empty where nothing in the input says when: then two
// builds give the same bytes.
std::string time_stamp(const Cv& cv) {
  if (cv.source_date) {
    return fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(static_cast<std::time_t>(*cv.source_date)));
  }
  if (!cv.updated) return "";
  return fmt::format("{:04}{:02}{:02}000000", cv.updated->year, cv.updated->month, cv.updated->day);
}

// A line ends behind the dash, not within a date.
std::string in_unbroken_dates(std::string_view period) {
  std::string result;
  for (const char c : period) {
    if (c == ' ' && !result.ends_with("–")) {
      result += "\u00A0";
    } else {
      result += c;
    }
  }
  return result;
}

class Writer {
 public:
  Writer(const Cv& cv, const Source* preamble, Diagnostics& diagnostics)
      : cv_(cv),
        preamble_(preamble),
        owner_(cv.person.name),
        words_(cv.language, diagnostics),
        date_form_(date_form(cv.layout)) {}

  LatexDocument write();

  void operator()(const Address& address);
  void operator()(const Phone& phone);
  void operator()(const Email& email);
  void operator()(const Homepage& homepage);
  void operator()(const Social& social);
  void operator()(const Born& born);
  void operator()(const Extra& extra);
  void operator()(const Paragraph& paragraph);
  void operator()(const List& list);
  void operator()(const Item& item);
  void operator()(const Entry& entry);
  void operator()(const PublicationGroup& group);
  void operator()(const Group& group);
  void operator()(const RawLatex& tex) {
    has_raw_latex_ = true;
    writer_.raw(tex);
  }
  void operator()(const Bibliography& bibliography);

 private:
  std::string class_and_packages() const;
  void metadata();
  void person();
  void photo_look(const Photo& photo);
  Latex in_parentheses(std::optional<ContactKind> kind, Location location);
  void section(const Section& section);
  void content(const std::vector<Content>& content, std::size_t from = 0);
  void publication(const Publication& publication);
  Latex citation(const Publication& publication);
  void explain(const Section& section);
  Latex dates(const Period& period);
  // Without an address the words alone.
  Latex link(const std::string& address, const Words& words);

  template <class T>
  Latex leaf(const std::optional<T>& part) {
    return part ? writer_.leaf(*part) : Latex();
  }

  const Cv& cv_;
  const Source* preamble_;
  OwnerName owner_;
  CvWords words_;
  DateForm date_form_;
  LatexWriter writer_;
  bool has_raw_latex_ = false;
};

LatexDocument Writer::write() {
  if (cv_.location.source != nullptr) writer_.reserve(2 * cv_.location.source->text().size());
  metadata();
  person();
  for (const auto& section : cv_.sections) this->section(section);
  const auto& photo = cv_.person.photo;
  return {class_and_packages(),
          std::move(writer_).text(),
          std::move(writer_).map(),
          photo ? std::optional(photo->src.location) : std::nullopt,
          Engine::pdflatex,
          {},
          {},
          preamble_,
          has_raw_latex_};
}

std::string Writer::class_and_packages() const {
  using enum LayoutAttribute;
  const Layout& look = cv_.layout;
  return fmt::format(
      "\\documentclass[{},{}paper,{}]{{moderncv}}\n"
      "\\usepackage{{xmlcv}}\n"
      "\\usepackage[scale={}]{{geometry}}\n"
      "\\cvlook{{{}}}{{{}}}\n"
      "\\cvmainlanguage{{{}}}\n"
      "{}{}{}",
      look[font_size].value_or("11pt"), look[paper].value_or("a4"), look[font].value_or("sans"),
      look[text_area].value_or("0.8"), look[style].value_or("classic"),
      look[color].value_or("blue"), cv_.language,
      look[align] == "justified" ? fmt::format("\\cvjustified{{{}}}\n", cv_.language) : "",
      look[page_numbers] == "no" ? "\\nopagenumbers{}\n" : "",
      preamble_ == nullptr ? "" : "\\usepackage{cv-preamble}\n");
}

void Writer::metadata() {
  const std::string name = full_name(cv_.person.name);
  std::string title = name;
  if (cv_.person.headline) title += " – " + words_in(cv_.person.headline->content);
  writer_.command("cvmetadata",
                  {escape_text(title), escape_text(name),
                   escape_text(words_.phrase(Phrase::curriculum_vitae, cv_.location)),
                   escape_text(cv_.keywords.value), escape_text(time_stamp(cv_))},
                  cv_.location);
}

void Writer::person() {
  const auto& person = cv_.person;
  writer_.line("");
  // moderncv sets a blank between the two, also before the second where there is no first.
  auto given = leaf(person.name.prefix);
  if (person.name.prefix && person.name.given) given += Latex::code(" ");
  given += leaf(person.name.given);
  auto family = writer_.leaf(person.name.family);
  if (person.name.suffix) family += Latex::code(", ") + writer_.leaf(*person.name.suffix);
  if (given.empty()) std::swap(given, family);
  if (person.name.given && is_wide_between(person.name.given->value, person.name.family.value)) {
    given += Latex::code("\\cvapart{}");
  }
  writer_.command("name", {std::move(given), std::move(family)}, person.name.location);
  if (person.headline) {
    writer_.command("title", {writer_.leaf(*person.headline)}, person.headline->location);
  }
  for (const auto& contact : person.contacts) std::visit(*this, contact.value);
  if (person.photo) {
    photo_look(*person.photo);
    writer_.command("photo", {Latex::code("photo")}, person.photo->src.location);
  }
  if (person.quote) {
    writer_.command("quote", {writer_.leaf(*person.quote)}, person.quote->location);
  }
  writer_.command("makecvtitle", {}, person.name.location);
}

// Only what is not as the style has it.
void Writer::photo_look(const Photo& photo) {
  if (photo.height.value.empty() && photo.has_frame && photo.turn == 0 && !photo.is_mirrored)
    return;
  writer_.command("cvphotolook",
                  {escape_text(photo.height.value), photo.has_frame ? Latex() : Latex::code("0pt"),
                   escape_text(std::to_string(photo.turn)),
                   photo.is_mirrored ? Latex::code("\\reflectbox") : Latex()},
                  photo.src.location);
}

Latex Writer::in_parentheses(std::optional<ContactKind> kind, Location location) {
  if (!kind) return {};
  const auto phrase = *kind == ContactKind::work ? Phrase::contact_work : Phrase::contact_private;
  return escape_text(words_.phrase(phrase, location)).wrapped(" (", ")");
}

void Writer::operator()(const Address& address) {
  const auto place = address.text.location;
  writer_.command("address", {writer_.leaf(address.text) + in_parentheses(address.kind, place)},
                  place);
}

void Writer::operator()(const Phone& phone) {
  writer_.command(fmt::format("phone[{}]", name_of(phone.kind)),
                  {link(telephone_link(phone.number.value).address, phone.number)},
                  phone.number.location);
}

void Writer::operator()(const Email& email) {
  const auto& [address, kind] = email;
  writer_.command(
      "email", {link("mailto:" + address.value, address) + in_parentheses(kind, address.location)},
      address.location);
}

void Writer::operator()(const Homepage& homepage) {
  const auto& [address, kind] = homepage;
  writer_.command(
      "homepage",
      {link(with_scheme(address.value), address) + in_parentheses(kind, address.location)},
      address.location);
}

void Writer::operator()(const Social& social) {
  const auto& [account, network, href, name] = social;
  auto words = link(href.empty() ? account_link(network, account.value).address : with_scheme(href),
                    account);
  if (network == SocialNetwork::other) {
    writer_.command("cvothersocial", {writer_.leaf(name), std::move(words)}, account.location);
  } else {
    writer_.command(fmt::format("cvsocial{{{}}}{{{}}}", name_of(network), network_name(network)),
                    {std::move(words)}, account.location);
  }
}

void Writer::operator()(const Born& born) {
  writer_.command("born", {writer_.leaf(born.words)}, born.words.location);
}

void Writer::operator()(const Extra& extra) {
  const auto& [text, is_nationality] = extra;
  const auto label = is_nationality ? words_.phrase(Phrase::nationality, text.location) : "";
  writer_.command(
      "extrainfo",
      {escape_text(is_nationality ? fmt::format("{}: ", label) : "") + writer_.leaf(text)},
      text.location);
}

void Writer::section(const Section& section) {
  Latex title = section.title
                    ? writer_.leaf(*section.title)
                    : writer_.leaf(section.location,
                                   escape_text(words_.heading(section.kind, section.location)));
  writer_.line("");
  writer_.command("section", {std::move(title)}, section.location);
  explain(section);
  content(section.content);
}

void Writer::content(const std::vector<Content>& content, std::size_t from) {
  for (std::size_t i = from; i < content.size(); ++i) std::visit(*this, content[i].value);
}

void Writer::operator()(const Paragraph& paragraph) {
  writer_.command("cvitem", {{}, writer_.leaf(paragraph.text)}, paragraph.text.location);
}

void Writer::operator()(const List& list) {
  for (const auto& point : list.points) {
    writer_.command("cvlistitem", {writer_.leaf(point)}, point.location);
  }
}

void Writer::operator()(const Item& item) {
  writer_.command(
      "cvitem",
      {item.label ? writer_.leaf(*item.label).wrapped("\\cvlabel{", "}") : dates(item.period),
       writer_.leaf(item.text)},
      item.location);
}

void Writer::operator()(const Entry& entry) {
  const bool has_heading = entry.title || entry.organization || entry.place || entry.grade;
  const auto* paragraph =
      entry.content.empty() ? nullptr : std::get_if<Paragraph>(&entry.content[0].value);
  const bool begins_with_text = !has_heading && paragraph != nullptr;
  if (begins_with_text) {
    writer_.command("cvitem", {dates(entry.period), writer_.leaf(paragraph->text)}, entry.location);
  } else {
    writer_.command("cventry",
                    {dates(entry.period),
                     leaf(entry.title),
                     leaf(entry.organization),
                     leaf(entry.place),
                     leaf(entry.grade),
                     {}},
                    entry.location);
  }
  const std::size_t from = begins_with_text ? 1 : 0;
  if (entry.content.size() == from) return;
  writer_.line("\\begin{cvdetails}");
  content(entry.content, from);
  writer_.line("\\end{cvdetails}");
}

void Writer::publication(const Publication& publication) {
  const auto& date = publication.period.date;
  writer_.command("cvitem",
                  {date ? writer_.leaf(date->location, escape_text(fmt::format("{}", date->year)))
                        : leaf(publication.period.when),
                   citation(publication)},
                  publication.location);
}

void Writer::operator()(const PublicationGroup& group) {
  if (const auto& heading = group.heading) {
    writer_.command("subsection", {writer_.leaf(*heading)}, heading->location);
  }
  for (const auto& one : group.publications) publication(one);
}

Latex Writer::citation(const Publication& publication) {
  auto line = cite(publication, owner_, date_form_, words_, writer_);
  const auto& label = publication.label;
  if (label.value.empty()) return line;
  return writer_.leaf(label.location, escape_text(fmt::format("[{}]", label.value))) +
         Latex::code("\n   ") + std::move(line);
}

// What the signs behind authors' names mean: said once, before the first of them.
void Writer::explain(const Section& section) {
  if (section.explained_marks.empty()) return;
  Latex all;
  for (const auto mark : section.explained_marks) {
    if (!all.empty()) all += Latex::code(";\n   ");
    const auto words =
        mark == AuthorMark::equal ? Phrase::equal_contribution : Phrase::corresponding_author;
    all += sign_of(mark) + Latex::code(" ") + escape_text(words_.phrase(words, section.location));
  }
  writer_.command("cvitem", {{}, std::move(all)}, section.location);
}

void Writer::operator()(const Bibliography& bibliography) {
  for (const auto& group : bibliography.groups) (*this)(group);
}

void Writer::operator()(const Group& group) {
  writer_.command("subsection", {writer_.leaf(group.title)}, group.location);
  content(group.content);
}

Latex Writer::dates(const Period& period) {
  if (period.when) {
    if (!period.from) return writer_.leaf(*period.when);
    // A range whose end is in words: 2023 – expected 2027.
    const auto from = in_unbroken_dates(format_date(*period.from, date_form_, cv_.language));
    Latex range = writer_.leaf(period.from->location, escape_text(from + " –"));
    range += Latex::code(" ");
    range += writer_.leaf(*period.when);
    return range;
  }
  const auto& first = period.from ? period.from : period.date ? period.date : period.to;
  if (!first && !period.present) return {};
  return writer_.leaf(first ? first->location : *period.present,
                      escape_text(in_unbroken_dates(format_period(period, date_form_, words_))));
}

Latex Writer::link(const std::string& address, const Words& words) {
  if (address.empty()) return writer_.leaf(words);
  return escape_url(address).wrapped("\\cvlink{", "}") + writer_.leaf(words).wrapped("{", "}");
}

}  // namespace

std::string LatexDocument::tex_preamble() const {
  // The comment of LuaLaTeX is for editors that choose the engine by it, and makes this another
  // file.
  return fmt::format(
      "% Made by xmlcv from the XML file of the CV: edit that one, not this one.\n{}{}{}\n",
      engine == Engine::lualatex ? "% !TeX program = lualatex\n" : "", class_and_packages, fonts);
}

std::string LatexDocument::cv_tex() const {
  return tex_preamble() + "\\begin{document}\n\\input{cv-body}\n\\end{document}\n";
}

LatexDocument write_moderncv(const Cv& cv, const Source* preamble, Diagnostics& diagnostics) {
  return Writer(cv, preamble, diagnostics).write();
}

}  // namespace xmlcv
