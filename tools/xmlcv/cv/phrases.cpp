#include "cv/phrases.h"

#include <fmt/format.h>
#include <unicode/listformatter.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <array>
#include <memory>

#include "machine/failure.h"

namespace xmlcv {
namespace {

constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::curriculum_vitae) + 1;
constexpr std::size_t kind_count = 18;
constexpr std::size_t bibliography_count = 64;

struct Heading {
  std::string_view kind;
  std::string_view words;
};

struct Language {
  std::string_view tag;
  std::array<std::string_view, phrase_count> phrases;  // in the order of Phrase
  std::array<Heading, kind_count> headings;
  std::array<Heading, bibliography_count> bibliography;
};

constexpr Language english = {"en",
                              {"present", "et al.", "In", "of", "volume", "number", "page", "pages",
                               "edited by", "Patent", "in press", "accepted", "submitted",
                               "in preparation", "forthcoming", "prepublished", "Curriculum vitae"},
                              {{{"summary", "Summary"},
                                {"education", "Education"},
                                {"work", "Experience"},
                                {"research", "Research Experience"},
                                {"teaching", "Teaching"},
                                {"publications", "Publications"},
                                {"patents", "Patents"},
                                {"awards", "Awards"},
                                {"certificates", "Certificates"},
                                {"skills", "Skills"},
                                {"languages", "Languages"},
                                {"projects", "Projects"},
                                {"volunteer", "Volunteering"},
                                {"service", "Service"},
                                {"talks", "Talks"},
                                {"references", "References"},
                                {"interests", "Interests"},
                                {"other", ""}}},
                              {{{"article", "Journal Articles"},
                                {"inproceedings", "Conference Papers"},
                                {"book", "Books"},
                                {"inbook", "Book Chapters"},
                                {"thesis", "Theses"},
                                {"report", "Reports"},
                                {"preprint", "Preprints"},
                                {"patent", "Patents"},
                                {"software", "Software"},
                                {"dataset", "Data Sets"},
                                {"misc", "Other Publications"},
                                {"undated", "Without a Year"},
                                {"phdthesis", "PhD thesis"},
                                {"mathesis", "Master’s thesis"},
                                {"bathesis", "Bachelor’s thesis"},
                                {"candthesis", "Candidate thesis"},
                                {"techreport", "Technical report"},
                                {"resreport", "Research report"},
                                {"datacd", "Data CD"},
                                {"audiocd", "Audio CD"},
                                {"patreq", "Patent request"},
                                {"21", "Spring"},
                                {"22", "Summer"},
                                {"23", "Autumn"},
                                {"24", "Winter"},
                                {"edition", "edition"},
                                {"newseries", "new series"},
                                {"oldseries", "old series"},
                                {"series", "series"},
                                {"chapter", "chapter"},
                                {"part", "part"},
                                {"version", "version"},
                                {"eid", "article"},
                                {"issue", "issue"},
                                {"volumes", "volumes"},
                                {"pagetotal", "pages"},
                                {"firstpublished", "first published"},
                                {"firstpublishedas", "first published as"},
                                {"origlanguage", "translated from"},
                                {"compiler", "compiled by"},
                                {"founder", "founded by"},
                                {"continuator", "continued by"},
                                {"redactor", "redacted by"},
                                {"reviser", "revised by"},
                                {"collaborator", "in collaboration with"},
                                {"organizer", "organized by"},
                                {"director", "directed by"},
                                {"editor", "edited by"},
                                {"translator", "translated by"},
                                {"annotator", "annotated by"},
                                {"commentator", "with a commentary by"},
                                {"introduction", "with an introduction by"},
                                {"foreword", "with a foreword by"},
                                {"afterword", "with an afterword by"},
                                {"column", "column"},
                                {"columns", "columns"},
                                {"line", "line"},
                                {"lines", "lines"},
                                {"verse", "verse"},
                                {"verses", "verses"},
                                {"section", "section"},
                                {"sections", "sections"},
                                {"paragraph", "paragraph"},
                                {"paragraphs", "paragraphs"}}}};

constexpr Language german = {
    "de",
    {"heute", "et al.", "In", "von", "Band", "Nummer", "Seite", "Seiten", "herausgegeben von",
     "Patent", "im Druck", "angenommen", "eingereicht", "in Vorbereitung", "im Erscheinen",
     "Vorveröffentlichung", "Lebenslauf"},
    {{{"summary", "Profil"},
      {"education", "Ausbildung"},
      {"work", "Berufserfahrung"},
      {"research", "Forschung"},
      {"teaching", "Lehre"},
      {"publications", "Publikationen"},
      {"patents", "Patente"},
      {"awards", "Auszeichnungen"},
      {"certificates", "Zertifikate"},
      {"skills", "Kenntnisse"},
      {"languages", "Sprachen"},
      {"projects", "Projekte"},
      {"volunteer", "Ehrenamt"},
      {"service", "Gremien und Gutachten"},
      {"talks", "Vorträge"},
      {"references", "Referenzen"},
      {"interests", "Interessen"},
      {"other", ""}}},
    {{{"article", "Zeitschriftenartikel"},
      {"inproceedings", "Konferenzbeiträge"},
      {"book", "Bücher"},
      {"inbook", "Buchkapitel"},
      {"thesis", "Abschlussarbeiten"},
      {"report", "Berichte"},
      {"preprint", "Preprints"},
      {"patent", "Patente"},
      {"software", "Software"},
      {"dataset", "Datensätze"},
      {"misc", "Weitere Publikationen"},
      {"undated", "Ohne Jahr"},
      {"phdthesis", "Dissertation"},
      {"mathesis", "Masterarbeit"},
      {"bathesis", "Bachelorarbeit"},
      {"candthesis", "Kandidatenarbeit"},
      {"techreport", "Technischer Bericht"},
      {"resreport", "Forschungsbericht"},
      {"datacd", "Daten-CD"},
      {"audiocd", "Audio-CD"},
      {"patreq", "Patentanmeldung"},
      {"21", "Frühjahr"},
      {"22", "Sommer"},
      {"23", "Herbst"},
      {"24", "Winter"},
      {"edition", "Auflage"},
      {"newseries", "neue Folge"},
      {"oldseries", "alte Folge"},
      {"series", "Folge"},
      {"chapter", "Kapitel"},
      {"part", "Teil"},
      {"version", "Version"},
      {"eid", "Artikel"},
      {"issue", "Heft"},
      {"volumes", "Bände"},
      {"pagetotal", "Seiten"},
      {"firstpublished", "zuerst erschienen"},
      {"firstpublishedas", "zuerst erschienen als"},
      {"origlanguage", "Originalsprache"},
      {"compiler", "zusammengestellt von"},
      {"founder", "gegründet von"},
      {"continuator", "fortgeführt von"},
      {"redactor", "redigiert von"},
      {"reviser", "überarbeitet von"},
      {"collaborator", "in Zusammenarbeit mit"},
      {"organizer", "organisiert von"},
      {"director", "geleitet von"},
      {"editor", "herausgegeben von"},
      {"translator", "übersetzt von"},
      {"annotator", "mit Anmerkungen von"},
      {"commentator", "mit einem Kommentar von"},
      {"introduction", "mit einer Einleitung von"},
      {"foreword", "mit einem Vorwort von"},
      {"afterword", "mit einem Nachwort von"},
      {"column", "Spalte"},
      {"columns", "Spalten"},
      {"line", "Zeile"},
      {"lines", "Zeilen"},
      {"verse", "Vers"},
      {"verses", "Verse"},
      {"section", "Abschnitt"},
      {"sections", "Abschnitte"},
      {"paragraph", "Absatz"},
      {"paragraphs", "Absätze"}}}};

constexpr std::array languages = {english, german};

// Case does not matter in BCP 47. base: in lower case.
bool same_language(std::string_view tag, std::string_view base) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + 32 == b); };
  const auto language = tag.substr(0, tag.find('-'));
  return std::ranges::equal(language, base, same);
}

const Language& find_language(std::string_view tag) {
  const auto found = std::ranges::find_if(
      languages, [tag](const Language& language) { return same_language(tag, language.tag); });
  return found != languages.end() ? *found : english;
}

std::string between(const std::string& text, const std::string& left, const std::string& right) {
  const auto begin = text.find(left) + left.size();
  return text.substr(begin, text.find(right) - begin);
}

}  // namespace

std::string_view phrase(Phrase phrase, std::string_view language) {
  return find_language(language).phrases[static_cast<std::size_t>(phrase)];
}

std::string_view heading(std::string_view kind, std::string_view language) {
  const auto& headings = find_language(language).headings;
  const auto found = std::ranges::find(headings, kind, &Heading::kind);
  return found != headings.end() ? found->words : std::string_view();
}

std::string_view bibliography_words(std::string_view key, std::string_view language) {
  const auto& all = find_language(language).bibliography;
  const auto found = std::ranges::find(all, key, &Heading::kind);
  return found != all.end() ? found->words : std::string_view();
}

std::string edition_words(int number, std::string_view language) {
  UErrorCode code = U_ZERO_ERROR;
  const auto& known = find_language(language);
  const icu::RuleBasedNumberFormat ordinals(icu::URBNF_ORDINAL,
                                            icu::Locale(std::string(known.tag).c_str()), code);
  icu::UnicodeString ordinal;
  ordinals.format(static_cast<std::int32_t>(number), ordinal);
  std::string result;
  ordinal.toUTF8String(result);
  return fmt::format("{} {}", U_SUCCESS(code) ? result : std::to_string(number),
                     bibliography_words("edition", known.tag));
}

bool speaks(std::string_view language) {
  return std::ranges::any_of(
      languages, [language](const Language& known) { return same_language(language, known.tag); });
}

ListWords list_words(const std::string& language) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> formatter(
      icu::ListFormatter::createInstance(icu::Locale::forLanguageTag(language, code), code));
  if (U_FAILURE(code)) {
    throw Failure(ExitStatus::machine_failed,
                  fmt::format("ICU cannot join a list: {}", u_errorName(code)));
  }
  const icu::UnicodeString names[] = {"1", "2", "3"};
  icu::UnicodeString two;
  icu::UnicodeString three;
  formatter->format(names, 2, two, code);
  formatter->format(names, 3, three, code);
  std::string two_utf8;
  std::string three_utf8;
  two.toUTF8String(two_utf8);
  three.toUTF8String(three_utf8);
  return {between(two_utf8, "1", "2"), between(three_utf8, "1", "2"),
          between(three_utf8, "2", "3")};
}

}  // namespace xmlcv
