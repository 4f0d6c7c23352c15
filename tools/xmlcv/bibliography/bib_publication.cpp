#include "bibliography/bib_publication.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include "bibliography/bib_date.h"
#include "bibliography/bib_fields.h"
#include "bibliography/bib_requirements.h"
#include "bibliography/bib_text.h"
#include "bibliography/bib_types.h"
#include "cv/addresses.h"
#include "cv/phrases.h"
#include "cv/plain_text.h"

namespace xmlcv {
namespace {

class Converter {
 public:
  Converter(const BibEntry& entry, const BibPlace& place, const Source& source,
            const std::string& language, Diagnostics& diagnostics)
      : entry_(entry),
        place_(source.at(place.offset)),
        fields_(entry, place, source, diagnostics),
        language_(language),
        diagnostics_(diagnostics) {}

  Publication publication();

 private:
  void persons(Publication& result);
  std::vector<Words> names(const char* field);
  void where(Publication& result);
  void numbers(Publication& result);
  void details(Publication& result);
  void addresses(Publication& result);
  void eprint(Publication& result);
  void state(Publication& result);
  std::optional<Text> notes();

  std::optional<Text> first(std::initializer_list<std::string_view> lists);
  std::optional<Text> sort_of_work();
  std::optional<Text> places();
  std::optional<Text> journal_series();
  std::optional<Text> edition();
  std::optional<Text> named(std::string_view field, std::string_view words, bool begins_sentence);
  std::string_view phrase(std::string_view key) const { return bibliography_words(key, language_); }
  Text text_of(std::string_view words, Location location) const;

  const BibEntry& entry_;
  Location place_;
  BibFields fields_;
  const std::string& language_;
  Diagnostics& diagnostics_;
};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The name that an alphabetic list sorts by.
std::string sort_name_of(const BibEntry& entry) {
  auto names = entry.names.find("author");
  if (names == entry.names.end()) names = entry.names.find("editor");
  if (names == entry.names.end() || names->second.names.empty()) return "";
  const auto& first = names->second.names.front();
  return words_in(read_bib_text(first.family + " " + first.given, {}).content);
}

Publication Converter::publication() {
  Publication result;
  result.location = place_;
  result.type = publication_type(entry_);
  persons(result);
  result.title = fields_.title("title", "subtitle");
  join(result.title, ". ", fields_.text("titleaddon"));
  if (const auto date = entry_.dates.find("date"); date != entry_.dates.end()) {
    result.period = read_bib_date(date->second, fields_.at("date"), language_);
  }
  where(result);
  numbers(result);
  details(result);
  addresses(result);
  eprint(result);
  result.note = notes();
  state(result);
  return result;
}

void Converter::persons(Publication& result) {
  result.authors = names("author");
  result.editors = names("editor");
  const auto others = [this](const char* field) -> std::optional<Location> {
    const auto found = entry_.names.find(field);
    if (found == entry_.names.end() || !found->second.others) return std::nullopt;
    return fields_.at(field);
  };
  result.others = others("author");
  result.other_editors = others("editor");
  result.sort_name = sort_name_of(entry_);
}

std::vector<Words> Converter::names(const char* field) {
  std::vector<Words> result;
  const auto found = entry_.names.find(field);
  if (found == entry_.names.end()) return result;
  for (const auto& name : found->second.names) {
    result.push_back({fields_.at(field), fields_.plain(printed(name), fields_.at(field))});
  }
  return result;
}

void Converter::where(Publication& result) {
  result.venue = fields_.title("journaltitle", "journalsubtitle");
  if (!result.venue) {
    result.venue = fields_.title("maintitle", "mainsubtitle");
    join(result.venue, ". ", fields_.title("booktitle", "booksubtitle"));
  }
  if (!result.venue) result.venue = fields_.text("eventtitle");
  if (!result.venue) result.venue = fields_.text("howpublished");
  if (result.type != "article") result.series = fields_.text("series");
  result.publisher = words_of(first({"publisher", "institution", "organization"}));
  if (result.type == "patent" && !result.publisher) {
    if (const auto holders = names("holder"); !holders.empty()) result.publisher = holders[0];
  }
  result.place = places();
  if (!result.place) result.place = fields_.text("venue");
  result.sort_of_work = sort_of_work();
}

// biblatex has keys for some: phdthesis, patentus.
std::optional<Text> Converter::sort_of_work() {
  const auto& sort = fields_.raw("type");
  if (sort.starts_with("patreq")) return text_of(phrase("patreq"), fields_.at("type"));
  if (entry_.type == "patent" && sort.starts_with("patent")) return std::nullopt;
  const auto known = phrase(sort);
  return known.empty() ? fields_.text("type") : text_of(known, fields_.at("type"));
}

// A patent's places are keys: countryde.
std::optional<Text> Converter::places() {
  auto result = fields_.list("location");
  if (!result || entry_.type != "patent") return result;
  for (auto& piece : result->content) {
    constexpr std::string_view country = "country";
    if (!piece.text.starts_with(country)) continue;
    piece.text.erase(0, country.size());
    for (auto& c : piece.text) {
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
  }
  return result;
}

void Converter::numbers(Publication& result) {
  result.volume = fields_.words("volume");
  result.number = fields_.words("number");
  const auto& pages = entry_.lists.find("pages");
  if (pages == entry_.lists.end()) return;
  std::string all;
  for (const auto& range : pages->second) all += (all.empty() ? "" : ", ") + range;
  result.pages = Words{fields_.at("pages"), fields_.plain(all, fields_.at("pages"))};
}

void Converter::details(Publication& result) {
  const auto add = [&result](std::optional<Text> text) {
    if (text) result.details.push_back(std::move(*text));
  };
  // Such a line may begin with what stands here.
  const auto begins = [&result] {
    return !result.venue && !result.sort_of_work && !result.series && !result.volume &&
           !result.number && !result.pages && result.editors.empty() && result.details.empty();
  };
  add(named("eid", "eid", begins()));
  if (result.type == "article") add(journal_series());
  add(named("chapter", "chapter", begins()));
  add(named("part", "part", begins()));
  add(fields_.text("issue"));
  add(fields_.title("issuetitle", "issuesubtitle"));
  add(edition());
  add(named("version", "version", begins()));
}

std::optional<Text> Converter::journal_series() {
  const auto& series = fields_.raw("series");
  const auto known = phrase(series);
  if (!known.empty()) return text_of(known, fields_.at("series"));
  return is_number(series) ? named("series", "series", false) : fields_.text("series");
}

std::optional<Text> Converter::edition() {
  const auto& edition = fields_.raw("edition");
  if (!is_number(edition) || edition.size() > 4) return fields_.text("edition");
  return text_of(edition_words(std::stoi(edition), language_), fields_.at("edition"));
}

// An address that leads where the DOI leads is said once.
void Converter::addresses(Publication& result) {
  auto doi = fields_.verbatim("doi");
  for (const std::string_view resolver : {"https://doi.org/", "http://doi.org/", "doi.org/",
                                          "https://dx.doi.org/", "http://dx.doi.org/", "doi:"}) {
    if (doi.starts_with(resolver)) doi.erase(0, resolver.size());
  }
  if (!doi.empty()) {
    if (const auto fault = check_doi(doi)) {
      diagnostics_.error(fields_.at("doi"),
                         fmt::format("expected {}, found \"{}\"", fault->expected, doi),
                         fault->hint);
    }
    result.doi = Words{fields_.at("doi"), doi};
    return;
  }
  const auto url = fields_.verbatim("url");
  // howpublished = {\\url{...}} says the same, and is printed already.
  if (url.empty() || fields_.verbatim("howpublished").find(url) != std::string::npos) return;
  if (const auto fault = check_web_address(url)) {
    diagnostics_.error(fields_.at("url"),
                       fmt::format("expected {}, found \"{}\"", fault->expected, url), fault->hint);
  }
  result.url = Words{fields_.at("url"), url};
}

void Converter::eprint(Publication& result) {
  const auto id = fields_.verbatim("eprint");
  if (id.empty()) return;
  std::string archive = fields_.raw("eprinttype");
  std::string in_lower_case;
  for (const char c : archive) {
    in_lower_case += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  const bool arxiv = in_lower_case == "arxiv";
  if (result.url && result.url->value.find(id) != std::string::npos) return;
  if (arxiv && !result.doi && !result.url) {
    result.url = Words{fields_.at("eprint"), "https://arxiv.org/abs/" + id};
    return;
  }
  if (arxiv) archive = "arXiv";
  result.details.push_back(
      text_of(archive.empty() ? id : fmt::format("{}:{}", archive, id), fields_.at("eprint")));
}

void Converter::state(Publication& result) {
  struct State {
    std::string_view of_biblatex;
    std::string_view status;
  };
  static constexpr auto states = std::to_array<State>({{"inpress", "in-press"},
                                                       {"inpreparation", "in-preparation"},
                                                       {"submitted", "submitted"},
                                                       {"forthcoming", "in-press"}});
  const auto& state = fields_.raw("pubstate");
  const auto found = std::ranges::find(states, state, &State::of_biblatex);
  if (found != states.end()) {
    result.status = found->status;
  } else if (state == "prepublished") {
    result.type = "preprint";
  } else {
    join(result.note, ", ", fields_.text("pubstate"));
  }
}

std::optional<Text> Converter::notes() {
  std::optional<Text> result;
  if (!fields_.raw("journaltitle").empty() || !fields_.raw("booktitle").empty()) {
    join(result, ". ", fields_.text("howpublished"));
  }
  join(result, ". ", fields_.text("note"));
  join(result, ". ", fields_.text("addendum"));
  return result;
}

std::optional<Text> Converter::first(std::initializer_list<std::string_view> lists) {
  for (const auto field : lists) {
    if (auto found = fields_.list(field)) return found;
  }
  return std::nullopt;
}

// "version 1.2"
std::optional<Text> Converter::named(std::string_view field, std::string_view words,
                                     bool begins_sentence) {
  const auto value = fields_.text(field);
  if (!value) return std::nullopt;
  std::string name(phrase(words));
  if (begins_sentence) name[0] = static_cast<char>(std::toupper(name[0]));
  std::optional<Text> result = text_of(name, value->location);
  join(result, "\u00A0", value);
  return result;
}

Text Converter::text_of(std::string_view words, Location location) const {
  return {location, {{Inline::Kind::text, std::string(words), {}, location}}};
}

}  // namespace

std::string printed(const BibEntry::Name& name) {
  std::string result;
  for (const auto& part : {name.given, name.prefix, name.family, name.suffix}) {
    if (part.empty()) continue;
    if (!result.empty()) result += ' ';
    result += part;
  }
  return result;
}

Publication to_publication(const BibEntry& entry, const BibPlace& place, const Source& source,
                           const std::string& language, Diagnostics& diagnostics) {
  check_requirements(entry, source.at(place.offset), diagnostics);
  return Converter(entry, place, source, language, diagnostics).publication();
}

}  // namespace xmlcv
