#include "bibliography/bib_field_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace xmlcv {
namespace {

// Names with one rule, with blanks between. biblatex 3.18 (blx-dm.def, blx-compat.def), and what
// programs write that make .bib files (2026-11).
constexpr auto table = std::to_array<BibFieldRule>({
    {"title", BibUse::printed, "the title", ""},
    {"subtitle", BibUse::printed, "behind the title", ""},
    {"titleaddon", BibUse::printed, "behind the title, as a sentence", ""},
    {"shorttitle shortjournal shortseries", BibUse::printed, "where the long form is not given",
     ""},
    {"author", BibUse::printed, "the authors; the owner in bold", ""},
    {"authortype nameaddon", BibUse::printed, "in brackets behind the authors", ""},
    {"collaboration", BibUse::printed, "as an author, or in brackets behind the authors", ""},
    {"editor", BibUse::printed, "“edited by”; the owner in bold", ""},
    {"editora editorb editorc", BibUse::printed, "“edited by”, or as its type says", ""},
    {"editortype editoratype editorbtype editorctype", BibUse::printed,
     "in place of “edited by”: “compiled by”", ""},
    {"translator annotator commentator introduction foreword afterword", BibUse::printed,
     "“translated by”, “annotated by” and so on", ""},
    {"bookauthor", BibUse::printed, "before the title of the book", ""},
    {"holder", BibUse::printed, "of a patent, in place of a publisher", ""},
    {"journaltitle", BibUse::printed, "where it appeared", ""},
    {"journalsubtitle journaltitleaddon", BibUse::printed, "behind the journal", ""},
    {"booktitle", BibUse::printed, "“In …”", ""},
    {"booksubtitle booktitleaddon", BibUse::printed, "behind the title of the book", ""},
    {"maintitle", BibUse::printed, "before the title of the book", ""},
    {"mainsubtitle maintitleaddon", BibUse::printed, "behind the main title", ""},
    {"reprinttitle issuetitle", BibUse::printed, "in the line", ""},
    {"issuesubtitle issuetitleaddon", BibUse::printed, "behind the title of the issue", ""},
    {"eventtitle", BibUse::printed,
     "the meeting, in the line; where it appeared if nothing else says so", ""},
    {"eventtitleaddon", BibUse::printed, "behind the meeting", ""},
    {"venue", BibUse::printed, "where the meeting was", ""},
    {"eventdate eventyear eventmonth eventday eventyeardivision", BibUse::printed,
     "when the meeting was", ""},
    {"howpublished note addendum", BibUse::printed,
     "at the end; howpublished where it appeared if nothing else says so", ""},
    {"series volume volumes number part chapter issue eid pages pagetotal version", BibUse::printed,
     "in the line, with its word", ""},
    {"edition", BibUse::printed, "2nd edition", ""},
    {"pagination bookpagination", BibUse::printed, "in place of “page”: “column”", ""},
    {"publisher institution organization location", BibUse::printed,
     "in the line, one behind the other", ""},
    {"type", BibUse::printed, "the sort of work; biblatex’s keys in words: PhD thesis", ""},
    {"language", BibUse::printed, "unless it is that of the CV", ""},
    {"origlanguage", BibUse::printed, "“translated from German”", ""},
    {"origdate origyear origmonth origday origyeardivision origtitle origlocation origpublisher",
     BibUse::printed, "“first published as …”", ""},
    {"pubstate", BibUse::printed,
     "in press, forthcoming, submitted, in preparation, prepublished; other words as they stand",
     ""},
    {"date", BibUse::printed,
     "EDTF: 2019, 2019-04-30, 2019-21, 2019?, 199X, 2019/2021, 2019/..; without the time of day",
     ""},
    {"year month day yeardivision", BibUse::printed,
     "as a date; words such as “in press” as they stand", ""},
    {"doi", BibUse::printed, "a link", ""},
    {"url", BibUse::printed, "a link, unless there is a DOI", ""},
    {"eprint", BibUse::printed, "a link to arXiv, or archive and number", ""},
    {"eprinttype eprintclass", BibUse::printed, "with the eprint: arXiv:2001.00001 [cs.DL]", ""},
    {"isrn reportnumber", BibUse::printed, "in the line", ""},
    {"crossref xdata", BibUse::understood, "fields of the entry that it names are its own", ""},
    {"xref", BibUse::understood, "the entry that it names is printed only if it is asked for", ""},
    {"ids", BibUse::understood, "further keys, by which it can be selected", ""},
    {"keywords", BibUse::understood, "keywords=\"…\" selects by them", ""},
    {"gender", BibUse::understood, "nothing is said by it", ""},
    {"langid langidopts", BibUse::understood, "nothing hangs on it: words are not divided", ""},
    {"presort sortkey sortname sortshorthand sorttitle sortyear indextitle indexsorttitle",
     BibUse::left_out, "the CV’s own order counts", ""},
    {"isbn issn isan ismn iswc", BibUse::left_out,
     "a reader finds the work without; write it into note", ""},
    {"urlyear urlmonth urlday urlyeardivision urldate", BibUse::left_out,
     "when an address was looked at", ""},
    {"abstract annotation library file execute options entrysubtype entryset label",
     BibUse::left_out, "not for the reader of a CV", ""},
    {"related relatedoptions relatedstring relatedtype", BibUse::left_out,
     "a related entry is an entry of its own", ""},
    {"shortauthor shorteditor shorthand shorthandintro", BibUse::left_out,
     "short forms of what is printed", ""},
    {"lista listb listc listd liste listf namea nameb namec nameatype namebtype namectype usera "
     "userb userc userd usere userf verba verbb verbc",
     BibUse::left_out, "without a meaning of its own", ""},
    {"hour minute second timezone endyear endmonth endday endhour endminute endsecond endtimezone "
     "endyeardivision eventhour eventminute eventsecond eventtimezone eventendyear eventendmonth "
     "eventendday eventendhour eventendminute eventendsecond eventendtimezone eventendyeardivision "
     "orighour origminute origsecond origtimezone origendyear origendmonth origendday origendhour "
     "origendminute origendsecond origendtimezone origendyeardivision",
     BibUse::refused, "biber reads it from the date: date = {2019-04/2019-05}", ""},
    {"urlhour urlminute urlsecond urltimezone urlendyear urlendmonth urlendday urlendhour "
     "urlendminute urlendsecond urlendtimezone urlendyeardivision",
     BibUse::left_out, "when an address was looked at", ""},
    {"journal", BibUse::printed, "as journaltitle", "journaltitle"},
    {"address", BibUse::printed, "as location", "location"},
    {"school", BibUse::printed, "as institution", "institution"},
    {"archiveprefix", BibUse::printed, "as eprinttype", "eprinttype"},
    {"primaryclass", BibUse::printed, "as eprintclass", "eprintclass"},
    {"annote", BibUse::left_out, "as annotation", "annotation"},
    {"key", BibUse::left_out, "as sortkey", "sortkey"},
    {"pdf", BibUse::left_out, "as file", "file"},
    {"hyphenation", BibUse::understood, "as langid", "langid"},
    {"articleno art_number article-number", BibUse::printed, "as eid", "eid"},
    {"numpages", BibUse::printed, "as pagetotal", "pagetotal"},
    {"arxivid", BibUse::printed, "as eprint", "eprint"},
    {"adsnote adsurl bibcode", BibUse::left_out, "ADS", ""},
    {"slaccitation inspire texkey", BibUse::left_out, "INSPIRE", ""},
    {"bibsource biburl timestamp", BibUse::left_out, "DBLP, JabRef", ""},
    {"comment comment-* creationdate groups marked markedentry __markedentry modificationdate "
     "owner priority printed qualityassured ranking readstatus relevance review citationstyle "
     "sentinel",
     BibUse::left_out, "JabRef", ""},
    {"mendeley-groups mendeley-tags", BibUse::left_out, "Mendeley", ""},
    {"callnumber lccn rights copyright citation-key zotero* attachment archive archivelocation "
     "libraryid",
     BibUse::left_out, "Zotero", ""},
    {"bdsk-* date-added date-modified local-url remote-url local-file rating read rss-description",
     BibUse::left_out, "BibDesk", ""},
    {"pmid pmcid nihms nihmsid mid medline article-pii pii source-id nlmuniqueid history",
     BibUse::left_out, "PubMed", ""},
    {"acmid issue_date issn-online issn-print eissn e-issn isbn-13 isbn-10 coden "
     "abbrev_source_title abbrev affiliation affiliations author_keywords author-keywords keyword "
     "keywords-plus cited_by cited-by times-cited citedby correspondence_address "
     "correspondence-address document_type document-type funding_details funding "
     "funding-acknowledgement funding-text funding_text* da doc-delivery-number journal-iso "
     "orcid-numbers researcherid-numbers researcherid orcid unique-id number-of-cited-references "
     "usage-count* web-of-science-* source page_count references research-areas oa esi-* hal_id "
     "hal_version hal_local_reference corpusid mrclass mrnumber mrreviewer zblnumber zbl fjournal "
     "sjournal id uri contents price size",
     BibUse::left_out, "Crossref, publishers, libraries", ""},
    {"author+an author+an:*", BibUse::understood,
     "`equal` and `corresponding` as signs behind the authors; other words are left out", ""},
    {"*+an *+an:*", BibUse::left_out, "marks on parts of another field", ""},
});

std::vector<BibFieldRule> one_by_one() {
  std::vector<BibFieldRule> result;
  for (auto row : table) {
    for (auto names = row.name; !names.empty();) {
      const auto end = std::min(names.find(' '), names.size());
      row.name = names.substr(0, end);
      result.push_back(row);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return result;
}

const std::vector<BibFieldRule>& all() {
  static const auto rules = one_by_one();
  return rules;
}

bool matches(std::string_view pattern, std::string_view name) {
  const bool any_begin = pattern.starts_with('*');
  const bool any_end = pattern.ends_with('*');
  if (any_begin) pattern.remove_prefix(1);
  if (any_end) pattern.remove_suffix(1);
  if (any_begin && any_end) return name.find(pattern) != std::string_view::npos;
  return any_begin ? name.ends_with(pattern) : any_end && name.starts_with(pattern);
}

}  // namespace

std::span<const BibFieldRule> bib_field_rules() { return all(); }

const BibFieldRule* find_bib_field(std::string_view name) {
  static const auto by_name = [] {
    std::map<std::string_view, const BibFieldRule*> result;
    for (const auto& rule : all()) result.emplace(rule.name, &rule);
    return result;
  }();
  const auto known = by_name.find(name);
  if (known != by_name.end()) return known->second;
  const auto pattern = std::ranges::find_if(
      all(), [name](const BibFieldRule& rule) { return matches(rule.name, name); });
  return pattern == all().end() ? nullptr : &*pattern;
}

std::string_view biblatex_name(std::string_view name) {
  const auto* rule = find_bib_field(name);
  return rule == nullptr || rule->same_as.empty() ? name : rule->same_as;
}

const std::vector<std::string_view>& names_of(std::string_view field) {
  static const auto by_field = [] {
    std::map<std::string_view, std::vector<std::string_view>> result;
    for (const auto& rule : all()) {
      result[rule.same_as.empty() ? rule.name : rule.same_as].push_back(rule.name);
    }
    return result;
  }();
  static const std::vector<std::string_view> none;
  const auto found = by_field.find(field);
  return found == by_field.end() ? none : found->second;
}

}  // namespace xmlcv
