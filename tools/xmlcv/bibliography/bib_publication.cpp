#include "bibliography/bib_publication.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "bibliography/bib_checks.h"
#include "bibliography/bib_context.h"
#include "bibliography/bib_date.h"
#include "bibliography/bib_details.h"
#include "bibliography/bib_fields.h"
#include "bibliography/bib_persons.h"
#include "bibliography/bib_requirements.h"
#include "bibliography/bib_types.h"
#include "cv/addresses.h"

namespace xmlcv {
namespace {

class Converter {
 public:
  Converter(const BibContext& context, Location place)
      : context_(context), entry_(context.entry), fields_(context.fields), place_(place) {}

  Publication publication();

 private:
  void date(Publication& result);
  void where(Publication& result);
  void publishers(Publication& result);
  void numbers(Publication& result);
  void pages(Publication& result);
  void addresses(Publication& result);
  void eprint(Publication& result);
  void state(Publication& result);
  bool says_howpublished(std::string_view url) const;
  std::optional<Text> notes();
  std::optional<Text> sort_of_work();
  std::optional<Text> places();

  const BibContext& context_;
  const BibEntry& entry_;
  const BibFields& fields_;
  Location place_;
};

Publication Converter::publication() {
  Publication result;
  result.location = place_;
  result.type = publication_type(entry_);
  add_persons(context_, result);
  result.title = fields_.title("title", "subtitle", "titleaddon");
  if (!result.title) result.title = fields_.text("shorttitle");
  date(result);
  where(result);
  numbers(result);
  add_details(context_, result);
  addresses(result);
  eprint(result);
  result.note = notes();
  state(result);
  if (fields_.has("title")) fields_.use("shorttitle");
  if (fields_.has("journaltitle")) fields_.use("shortjournal");
  if (fields_.has("series")) fields_.use("shortseries");
  add_rest(context_, result);
  return result;
}

void Converter::date(Publication& result) {
  auto found = read_bib_date(fields_, context_.words, context_.diagnostics);
  result.period = std::move(found.period);
  result.exact_date = std::move(found.exact);
}

void Converter::where(Publication& result) {
  if (fields_.has("journaltitle")) {
    result.venue = fields_.title("journaltitle", "journalsubtitle", "journaltitleaddon");
  } else if (fields_.has("maintitle") || fields_.has("booktitle")) {
    result.venue = fields_.title("maintitle", "mainsubtitle", "maintitleaddon");
    join(result.venue, ". ", fields_.title("booktitle", "booksubtitle", "booktitleaddon"));
  }
  for (const auto* instead : {"shortjournal", "eventtitle", "howpublished"}) {
    if (!result.venue) result.venue = fields_.text(instead);
  }
  if (result.type != PublicationType::article) {
    result.series = fields_.text("series");
    if (!result.series) result.series = fields_.text("shortseries");
  }
  publishers(result);
  result.place = places();
  if (!result.place) result.place = fields_.text("venue");
  result.sort_of_work = sort_of_work();
}

void Converter::publishers(Publication& result) {
  std::optional<Text> all;
  if (result.type == PublicationType::patent) {
    for (const auto& holder : fields_.names("holder")) {
      join(all, ", ", text_of(holder.value, holder.location));
    }
  }
  for (const auto* field : {"publisher", "institution", "organization"}) {
    join(all, ", ", fields_.list(field));
  }
  result.publisher = words_of(all);
}

// biblatex has keys for some: phdthesis, patentus.
std::optional<Text> Converter::sort_of_work() {
  auto result = fields_.text("type");
  const auto& sort = fields_.raw("type");
  if (sort.starts_with("patreq"))
    return text_of(context_.phrase("patreq", fields_.at("type")), fields_.at("type"));
  if (entry_.type == "patent" && sort.starts_with("patent")) return std::nullopt;
  const auto known = context_.phrase(sort, fields_.at("type"));
  return known.empty() ? result : text_of(known, fields_.at("type"));
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
  pages(result);
}

// What is counted may be columns or verses; then the part of the line is like the others there.
void Converter::pages(Publication& result) {
  std::string all;
  for (const auto& range : fields_.items("pages")) all += (all.empty() ? "" : ", ") + range;
  const auto unit = fields_.text("pagination");
  if (all.empty()) return;
  Words words{fields_.at("pages"), fields_.plain(all, fields_.at("pages"))};
  if (!unit || fields_.raw("pagination") == "page") {
    result.pages = std::move(words);
    return;
  }
  const bool several = words.value.find_first_not_of("0123456789") != std::string::npos;
  const auto key = fields_.raw("pagination") + (several ? "s" : "");
  const auto known = context_.phrase(key, words.location);
  std::optional<Text> part = known.empty() && key.starts_with("none") ? std::nullopt
                             : known.empty()                          ? unit
                                             : std::optional(text_of(known, words.location));
  join(part, "\u00A0", text_of(words.value, words.location));
  result.details.push_back(*part);
}

// An address that leads where the DOI leads is said once.
void Converter::addresses(Publication& result) {
  const auto url = fields_.verbatim("url");
  auto doi = fields_.verbatim("doi");
  for (const std::string_view resolver : {"https://doi.org/", "http://doi.org/", "doi.org/",
                                          "https://dx.doi.org/", "http://dx.doi.org/", "doi:"}) {
    if (doi.starts_with(resolver)) doi.erase(0, resolver.size());
  }
  if (!doi.empty()) {
    if (const auto error = check_doi(doi)) {
      context_.diagnostics.error(fields_.at("doi"),
                                 fmt::format("expected {}, found \"{}\"", error->expected, doi),
                                 error->hint);
    }
    result.doi = Words{fields_.at("doi"), doi};
    return;
  }
  // howpublished = {\\url{...}} says the same, and is printed already.
  if (url.empty() || says_howpublished(url)) return;
  if (const auto error = check_web_address(url)) {
    context_.diagnostics.error(fields_.at("url"),
                               fmt::format("expected {}, found \"{}\"", error->expected, url),
                               error->hint);
  }
  result.url = Words{fields_.at("url"), url};
}

bool Converter::says_howpublished(std::string_view url) const {
  const auto& text = fields_.raw("howpublished");
  return fields_.unescaped(text).find(url) != std::string::npos;
}

// arXiv:2001.00001 [cs.DL], or what of it no link says.
void Converter::eprint(Publication& result) {
  const auto id = fields_.verbatim("eprint");
  auto archive = fields_.text("eprinttype") ? fields_.raw("eprinttype") : "";
  auto eprint_class = words_of(fields_.text("eprintclass"));
  // hep-th/9901001 says it already.
  if (eprint_class && id.starts_with(eprint_class->value + "/")) eprint_class.reset();
  std::string in_lower_case;
  for (const char c : archive) {
    in_lower_case += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  const bool arxiv = in_lower_case == "arxiv";
  if (arxiv) archive = "arXiv";
  bool has_link = result.url && !id.empty() && result.url->value.find(id) != std::string::npos;
  if (arxiv && !id.empty() && !result.doi && !result.url) {
    result.url = Words{fields_.at("eprint"), "https://arxiv.org/abs/" + id};
    has_link = true;
  }
  if (has_link && !eprint_class) return;
  std::string words = archive;
  if (!has_link && !id.empty()) words += (words.empty() ? "" : ":") + id;
  if (eprint_class) words += fmt::format("{}[{}]", words.empty() ? "" : " ", eprint_class->value);
  if (!words.empty()) result.details.push_back(text_of(words, fields_.at("eprint")));
}

void Converter::state(Publication& result) {
  struct State {
    std::string_view of_biblatex;
    PublicationStatus status;
  };
  using enum PublicationStatus;
  static constexpr auto states = std::to_array<State>({{"inpress", in_press},
                                                       {"inpreparation", in_preparation},
                                                       {"submitted", submitted},
                                                       {"forthcoming", forthcoming},
                                                       {"prepublished", prepublished}});
  const auto words = fields_.text("pubstate");
  const auto& state = fields_.raw("pubstate");
  const auto found = std::ranges::find(states, state, &State::of_biblatex);
  if (found == states.end()) {
    join(result.note, ", ", words);
    return;
  }
  result.status = found->status;
  if (result.status == prepublished) result.type = PublicationType::preprint;
}

std::optional<Text> Converter::notes() {
  std::optional<Text> result;
  if (!fields_.is_used("howpublished")) {
    join(result, ". ", fields_.text("howpublished"));
  }
  join(result, ". ", fields_.text("note"));
  join(result, ". ", fields_.text("addendum"));
  return result;
}

}  // namespace

Publication to_publication(const BibEntry& entry, const BibPlace& place, const Source& source,
                           CvWords& words, Diagnostics& diagnostics) {
  const BibFields fields(entry, place, source, diagnostics);
  const BibContext context{entry, fields, words, diagnostics};
  const auto location = source.at(place.offset);
  check_fields(fields, place, source, diagnostics);
  auto result = Converter(context, location).publication();
  check_requirements(entry, fields.is_written("date") || fields.is_written("year"), location,
                     diagnostics);
  return result;
}

}  // namespace xmlcv
