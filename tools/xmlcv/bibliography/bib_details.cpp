#include "bibliography/bib_details.h"

#include <fmt/format.h>

#include <algorithm>

#include "bibliography/bib_date.h"
#include "bibliography/bib_language.h"
#include "cv/plain_text.h"
#include "text/capital.h"

namespace xmlcv {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class Details {
 public:
  Details(const BibContext& context, Publication& publication)
      : context_(context), fields_(context.fields), publication_(publication) {}

  void add();

 private:
  void put(std::optional<Text> text) {
    if (text) publication_.details.push_back(std::move(*text));
  }
  bool begins_sentence() const;
  std::optional<Text> named(std::string_view field, std::string_view words);
  std::optional<Text> counted(std::string_view field, std::string_view words);
  std::optional<Text> pages_total();
  std::optional<Text> journal_series();
  std::optional<Text> edition();
  std::optional<Text> meeting();
  std::optional<Text> languages(std::string_view field);
  std::optional<Text> original_language();
  std::optional<Text> original();

  const BibContext& context_;
  const BibFields& fields_;
  Publication& publication_;
};

void Details::add() {
  put(named("eid", "eid"));
  if (publication_.type == PublicationType::article) put(journal_series());
  put(named("chapter", "chapter"));
  put(named("part", "part"));
  put(is_number(fields_.raw("issue")) ? named("issue", "issue") : fields_.text("issue"));
  put(fields_.title("issuetitle", "issuesubtitle", "issuetitleaddon"));
  put(edition());
  put(named("version", "version"));
  put(counted("volumes", "volumes"));
  put(pages_total());
  put(fields_.text("reportnumber"));
  put(fields_.text("isrn"));
  put(meeting());
  put(languages("language"));
  put(original_language());
  put(original());
}

// Such a line may begin with what stands here.
bool Details::begins_sentence() const {
  const auto& p = publication_;
  return !p.venue && !p.sort_of_work && !p.series && !p.volume && !p.number && !p.pages &&
         p.editors.empty() && p.contributions.empty() && p.details.empty();
}

// "version 1.2"
std::optional<Text> Details::named(std::string_view field, std::string_view words) {
  const auto value = fields_.text(field);
  if (!value) return std::nullopt;
  const auto name = context_.phrase(words, value->location);
  std::optional<Text> result =
      text_of(begins_sentence() ? with_capital(name, context_.language()) : std::string(name),
              value->location);
  join(result, "\u00A0", value);
  return result;
}

// "3 volumes", "xii, 300 pages"; what has other words says itself what it counts.
std::optional<Text> Details::counted(std::string_view field, std::string_view words) {
  auto result = fields_.text(field);
  const auto& value = fields_.raw(field);
  const bool counts = value.find_first_not_of("0123456789ivxlcdmIVXLCDM +,-") == std::string::npos;
  if (result && counts) {
    join(result, "\u00A0", text_of(context_.phrase(words, result->location), result->location));
  }
  return result;
}

// What is counted may be columns; words that are not known stand as they are.
std::optional<Text> Details::pages_total() {
  const auto unit = fields_.text("bookpagination");
  const auto key = fields_.raw("bookpagination") + "s";
  if (!unit || key == "pages") return counted("pagetotal", "pagetotal");
  if (!bibliography_words(key, context_.language()).empty()) return counted("pagetotal", key);
  auto result = fields_.text("pagetotal");
  if (result) join(result, "\u00A0", unit);
  return result;
}

std::optional<Text> Details::journal_series() {
  const auto& series = fields_.raw("series");
  const auto known = context_.phrase(series, fields_.at("series"));
  const auto text = fields_.text("series");
  if (!known.empty()) return text_of(known, fields_.at("series"));
  return is_number(series) ? named("series", "series") : text;
}

// "2", "2nd" and "Second" are said to be an edition; "2nd ed." says so itself.
std::optional<Text> Details::edition() {
  auto result = fields_.text("edition");
  if (!result) return std::nullopt;
  const auto words = words_in(result->content);
  if (is_number(words) && words.size() <= 4) {
    return text_of(context_.words.edition(std::stoi(words), result->location), result->location);
  }
  const bool one_word = words.find_first_of(" .") == std::string::npos || words.ends_with('.');
  const bool says_so =
      words.find("ed") != std::string::npos || words.find("Ed") != std::string::npos ||
      words.find("Aufl") != std::string::npos || words.find("éd") != std::string::npos;
  if (one_word && !says_so) {
    join(result, " ", text_of(context_.phrase("edition", result->location), result->location));
  }
  return result;
}

// What of a meeting is not printed as venue or place of the publication.
std::optional<Text> Details::meeting() {
  std::optional<Text> result;
  const auto same = [](const std::optional<Text>& a, const std::optional<Text>& b) {
    return a && b && words_in(a->content) == words_in(b->content);
  };
  if (!fields_.is_used("eventtitle")) {
    const auto title = fields_.text("eventtitle");
    if (!same(title, publication_.venue)) result = title;
  }
  join(result, ", ", fields_.text("eventtitleaddon"));
  if (!fields_.is_used("venue")) {
    const auto venue = fields_.text("venue");
    if (!same(venue, publication_.place)) join(result, ", ", venue);
  }
  join(result, ", ", read_bib_date_words(fields_, "event", context_.words, context_.diagnostics));
  return result;
}

std::optional<Text> Details::languages(std::string_view field) {
  std::optional<Text> result;
  for (const auto& item : fields_.items(field)) {
    const auto code = language_code(item);
    const auto own = language_code(context_.language());
    if (field == "language" && code && code == own) continue;
    const auto name =
        code ? language_name(*code, context_.language()) : fields_.plain(item, fields_.at(field));
    join(result, ", ", text_of(name, fields_.at(field)));
  }
  return result;
}

std::optional<Text> Details::original_language() {
  const auto language = languages("origlanguage");
  if (!language) return std::nullopt;
  std::optional<Text> result =
      text_of(context_.phrase("origlanguage", language->location), language->location);
  join(result, " ", language);
  return result;
}

std::optional<Text> Details::original() {
  auto what = fields_.text("origtitle");
  const bool has_title = what.has_value();
  join(what, ", ", fields_.list("origlocation"));
  join(what, ", ", fields_.list("origpublisher"));
  join(what, ", ", read_bib_date_words(fields_, "orig", context_.words, context_.diagnostics));
  if (!what) return std::nullopt;
  std::optional<Text> result =
      text_of(context_.phrase(has_title ? "firstpublishedas" : "firstpublished", what->location),
              what->location);
  join(result, " ", what);
  return result;
}

}  // namespace

void add_details(const BibContext& context, Publication& publication) {
  Details(context, publication).add();
}

void add_rest(const BibContext& context, Publication& publication) {
  const auto& fields = context.fields;
  for (const auto& field : fields.unused()) {
    std::optional<Text> rest = fields.text(field);
    join(rest, ", ", fields.list(field));
    for (const auto& name : fields.names(field)) {
      join(rest, ", ", text_of(name.value, name.location));
    }
    if (const auto others = fields.others(field)) {
      join(rest, " ", text_of(context.words.phrase(Phrase::et_al, *others), *others));
    }
    if (rest) publication.details.push_back(std::move(*rest));
  }
}

}  // namespace xmlcv
