// Generated from xml/cv.xsd and xml/cv.rules by the target regenerate.
// clang-format off
#include "xml/vocabulary_tables.h"

#include "cv/vocabulary_values.h"

namespace xmlcv {
namespace {

extern const ElementRule element_rules[56];

constexpr ChildRule children_of_a[] = {
  {"b", 0, unlimited, 0, &element_rules[3]},
  {"i", 0, unlimited, 0, &element_rules[20]},
  {"code", 0, unlimited, 0, &element_rules[7]},
  {"sub", 0, unlimited, 0, &element_rules[46]},
  {"sup", 0, unlimited, 0, &element_rules[48]},
  {"a", 0, unlimited, 0, &element_rules[0]},
  {"br", 0, unlimited, 0, &element_rules[6]}};
constexpr AttributeRule attributes_of_a[] = {
  {"href", true, ValueKind::link_address, {}, "Where the link leads: an address that begins with https:, http:, mailto:, tel: or doi:"},
  {"xml:lang", false, ValueKind::language, {}, ""}};
constexpr AttributeRule attributes_of_address[] = {
  {"kind", false, ValueKind::any, value_names<AddressKind>, "Where it belongs; it is printed behind it in parentheses"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr AttributeRule attributes_of_author[] = {
  {"mark", false, ValueKind::any, value_names<AuthorMark>, "What the author has beside the name"}};
constexpr AttributeRule attributes_of_b[] = {
  {"xml:lang", false, ValueKind::language, {}, ""}};
constexpr AttributeRule attributes_of_bibliography[] = {
  {"src", true, ValueKind::value, {}, "The .bib file, relative to this XML file: ../refs.bib"},
  {"types", false, ValueKind::value, {}, "Only entries of these types, separated by blanks, as they stand in the .bib behind the @: article inproceedings"},
  {"keys", false, ValueKind::value, {}, "Only the entries with these keys, separated by blanks"},
  {"keywords", false, ValueKind::value, {}, "Only entries that have one of these keywords, separated by commas"},
  {"author", false, ValueKind::any, value_names<BibliographyAuthor>, "Only entries of certain authors"},
  {"from", false, ValueKind::iso_date, {}, "Only what appeared then or later, such as 2019, and what has no date yet"},
  {"to", false, ValueKind::iso_date, {}, "Only what appeared then or earlier"},
  {"group", false, ValueKind::any, value_names<BibliographyGroup>, "What to put under headings of their own, if the bibliography stands directly in a section"},
  {"sort", false, ValueKind::any, value_names<BibliographySort>, "The order; the newest first where it is left out"},
  {"numbered", false, ValueKind::any, value_names<BibliographyNumbered>, "Numbers before the publications that stand below, also those of a .bib"},
  {"prefix", false, ValueKind::number_prefix, {}, "What stands before each number, such as J for J1, J2; numbered=\"yes\" where that is left out"},
  {"authors", false, ValueKind::author_count, {}, "How many authors of each publication below are named: the first ones, always the owner, and et al"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr AttributeRule attributes_of_born[] = {
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr ChildRule children_of_cv[] = {
  {"layout", 0, unlimited, 0, &element_rules[23]},
  {"person", 1, 1, 1, &element_rules[34]},
  {"section", 1, unlimited, 2, &element_rules[43]}};
constexpr AttributeRule attributes_of_cv[] = {
  {"audiences", false, ValueKind::audience_names, {}, "The names of the audiences that the CV can be made for, separated by blanks: industry academia"},
  {"updated", false, ValueKind::iso_day, {}, "The day of the last change, such as 2026-11-23"},
  {"keywords", false, ValueKind::any, {}, "Words by which programs find the PDF, separated by commas"},
  {"xml:lang", false, ValueKind::language, {}, ""}};
constexpr AttributeRule attributes_of_email[] = {
  {"kind", false, ValueKind::any, value_names<EmailKind>, "Where it belongs; it is printed behind it in parentheses"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr ChildRule children_of_entry[] = {
  {"title", 0, 1, 0, &element_rules[50]},
  {"organization", 0, 1, 0, &element_rules[30]},
  {"place", 0, 1, 0, &element_rules[37]},
  {"grade", 0, 1, 0, &element_rules[16]},
  {"when", 0, 1, 0, &element_rules[55]},
  {"entry", 0, unlimited, 0, &element_rules[12]},
  {"item", 0, unlimited, 0, &element_rules[21]},
  {"publication", 0, unlimited, 0, &element_rules[40]},
  {"bibliography", 0, unlimited, 0, &element_rules[4]},
  {"p", 0, unlimited, 0, &element_rules[32]},
  {"list", 0, unlimited, 0, &element_rules[25]},
  {"tex", 0, unlimited, 0, &element_rules[49]}};
constexpr AttributeRule attributes_of_entry[] = {
  {"from", false, ValueKind::iso_date, {}, "The beginning: 2019, 2019-04 or 2019-04-30"},
  {"to", false, ValueKind::iso_date_or_present, {}, "The end, or `present` for what still goes on"},
  {"date", false, ValueKind::iso_date, {}, "The one date of something that did not last: 2019, 2019-04 or 2019-04-30"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr ChildRule children_of_group[] = {
  {"title", 1, 1, 0, &element_rules[50]},
  {"entry", 0, unlimited, 1, &element_rules[12]},
  {"item", 0, unlimited, 1, &element_rules[21]},
  {"publication", 0, unlimited, 1, &element_rules[40]},
  {"bibliography", 0, unlimited, 1, &element_rules[4]},
  {"p", 0, unlimited, 1, &element_rules[32]},
  {"list", 0, unlimited, 1, &element_rules[25]},
  {"tex", 0, unlimited, 1, &element_rules[49]}};
constexpr AttributeRule attributes_of_group[] = {
  {"numbered", false, ValueKind::any, value_names<GroupNumbered>, "Numbers before the publications that stand below, also those of a .bib"},
  {"prefix", false, ValueKind::number_prefix, {}, "What stands before each number, such as J for J1, J2; numbered=\"yes\" where that is left out"},
  {"authors", false, ValueKind::author_count, {}, "How many authors of each publication below are named: the first ones, always the owner, and et al"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr AttributeRule attributes_of_homepage[] = {
  {"kind", false, ValueKind::any, value_names<HomepageKind>, "Where it belongs; it is printed behind it in parentheses"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr ChildRule children_of_item[] = {
  {"when", 0, 1, 0, &element_rules[55]},
  {"label", 0, 1, 0, &element_rules[22]},
  {"b", 0, unlimited, 1, &element_rules[3]},
  {"i", 0, unlimited, 1, &element_rules[20]},
  {"code", 0, unlimited, 1, &element_rules[7]},
  {"sub", 0, unlimited, 1, &element_rules[46]},
  {"sup", 0, unlimited, 1, &element_rules[48]},
  {"a", 0, unlimited, 1, &element_rules[0]},
  {"br", 0, unlimited, 1, &element_rules[6]}};
constexpr std::string_view values_of_layout_style[] = {
  "classic",
  "casual",
  "banking",
  "oldstyle"};
constexpr std::string_view values_of_layout_color[] = {
  "black",
  "blue",
  "burgundy",
  "green",
  "grey",
  "orange",
  "purple",
  "red"};
constexpr std::string_view values_of_layout_font[] = {
  "sans",
  "roman"};
constexpr std::string_view values_of_layout_font_size[] = {
  "10pt",
  "11pt",
  "12pt"};
constexpr std::string_view values_of_layout_paper[] = {
  "a4",
  "a5",
  "b5",
  "letter",
  "legal",
  "executive"};
constexpr std::string_view values_of_layout_align[] = {
  "left",
  "justified"};
constexpr std::string_view values_of_layout_page_numbers[] = {
  "yes",
  "no"};
constexpr std::string_view values_of_layout_dates[] = {
  "day",
  "month",
  "year"};
constexpr std::string_view values_of_layout_months[] = {
  "words",
  "numbers"};
constexpr AttributeRule attributes_of_layout[] = {
  {"style", false, ValueKind::any, values_of_layout_style, "The style of moderncv"},
  {"color", false, ValueKind::any, values_of_layout_color, "The colour of headings and links"},
  {"font", false, ValueKind::any, values_of_layout_font, "The letters of the text; sans where it is left out"},
  {"font-size", false, ValueKind::any, values_of_layout_font_size, "The size of the letters; 11pt where it is left out"},
  {"paper", false, ValueKind::any, values_of_layout_paper, "The size of the paper; a4 where it is left out"},
  {"text-area", false, ValueKind::text_area, {}, "The share of the paper that the text takes, from 0.5 to 0.95; 0.8 where it is left out"},
  {"align", false, ValueKind::any, values_of_layout_align, "How the lines of the text end; left where it is left out"},
  {"page-numbers", false, ValueKind::any, values_of_layout_page_numbers, "Whether pages are numbered, where there are several; yes where it is left out"},
  {"dates", false, ValueKind::any, values_of_layout_dates, "How exact dates are on the page; day where it is left out"},
  {"months", false, ValueKind::any, values_of_layout_months, "How months are written in dates; words where it is left out"},
  {"sections", false, ValueKind::section_kinds, {}, "The order of sections, by their kinds: work education"},
  {"pages", false, ValueKind::page_count, {}, "How many pages there may be: with more, the first element beyond them is an error"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr ChildRule children_of_list[] = {
  {"li", 1, unlimited, 0, &element_rules[24]}};
constexpr ChildRule children_of_name[] = {
  {"prefix", 0, 1, 0, &element_rules[38]},
  {"given", 0, 1, 1, &element_rules[15]},
  {"family", 1, 1, 2, &element_rules[14]},
  {"suffix", 0, 1, 3, &element_rules[47]},
  {"variant", 0, unlimited, 4, &element_rules[52]}};
constexpr ChildRule children_of_person[] = {
  {"name", 1, 1, 0, &element_rules[26]},
  {"headline", 0, 1, 0, &element_rules[18]},
  {"address", 0, unlimited, 0, &element_rules[1]},
  {"phone", 0, unlimited, 0, &element_rules[35]},
  {"email", 0, unlimited, 0, &element_rules[11]},
  {"homepage", 0, unlimited, 0, &element_rules[19]},
  {"social", 0, unlimited, 0, &element_rules[45]},
  {"photo", 0, 1, 0, &element_rules[36]},
  {"born", 0, 1, 0, &element_rules[5]},
  {"nationality", 0, 1, 0, &element_rules[27]},
  {"pronouns", 0, 1, 0, &element_rules[39]},
  {"quote", 0, 1, 0, &element_rules[42]},
  {"extra", 0, unlimited, 0, &element_rules[13]}};
constexpr AttributeRule attributes_of_phone[] = {
  {"kind", false, ValueKind::any, value_names<PhoneKind>, "Where the number rings; a mobile telephone where it is left out"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr AttributeRule attributes_of_photo[] = {
  {"src", true, ValueKind::value, {}, "The picture file (PNG, JPEG or PDF), relative to this XML file"},
  {"height", false, ValueKind::picture_height, {}, "Its height, such as 4cm, 45mm or 1.5in; where it is left out the style says its width"},
  {"frame", false, ValueKind::any, value_names<PhotoFrame>, "Whether a line is drawn around it; yes where it is left out"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr ChildRule children_of_publication[] = {
  {"title", 1, 1, 0, &element_rules[50]},
  {"author", 0, unlimited, 0, &element_rules[2]},
  {"others", 0, 1, 0, &element_rules[31]},
  {"editor", 0, unlimited, 0, &element_rules[10]},
  {"venue", 0, 1, 0, &element_rules[53]},
  {"series", 0, 1, 0, &element_rules[44]},
  {"volume", 0, 1, 0, &element_rules[54]},
  {"number", 0, 1, 0, &element_rules[29]},
  {"pages", 0, 1, 0, &element_rules[33]},
  {"publisher", 0, 1, 0, &element_rules[41]},
  {"place", 0, 1, 0, &element_rules[37]},
  {"when", 0, 1, 0, &element_rules[55]},
  {"doi", 0, 1, 0, &element_rules[9]},
  {"url", 0, 1, 0, &element_rules[51]},
  {"note", 0, 1, 0, &element_rules[28]}};
constexpr AttributeRule attributes_of_publication[] = {
  {"type", false, ValueKind::any, value_names<PublicationType>, "What it is"},
  {"date", false, ValueKind::iso_date, {}, "When it appeared: 2023, 2023-10 or 2023-10-30"},
  {"status", false, ValueKind::any, value_names<PublicationStatus>, "How far it is: in press, accepted, submitted …"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr ChildRule children_of_section[] = {
  {"title", 0, 1, 0, &element_rules[50]},
  {"entry", 0, unlimited, 1, &element_rules[12]},
  {"item", 0, unlimited, 1, &element_rules[21]},
  {"publication", 0, unlimited, 1, &element_rules[40]},
  {"bibliography", 0, unlimited, 1, &element_rules[4]},
  {"p", 0, unlimited, 1, &element_rules[32]},
  {"list", 0, unlimited, 1, &element_rules[25]},
  {"tex", 0, unlimited, 1, &element_rules[49]},
  {"group", 0, unlimited, 1, &element_rules[17]}};
constexpr AttributeRule attributes_of_section[] = {
  {"kind", true, ValueKind::any, value_names<SectionKind>, "What the section is about"},
  {"numbered", false, ValueKind::any, value_names<SectionNumbered>, "Numbers before the publications that stand below, also those of a .bib"},
  {"prefix", false, ValueKind::number_prefix, {}, "What stands before each number, such as J for J1, J2; numbered=\"yes\" where that is left out"},
  {"authors", false, ValueKind::author_count, {}, "How many authors of each publication below are named: the first ones, always the owner, and et al"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};
constexpr AttributeRule attributes_of_social[] = {
  {"network", true, ValueKind::any, value_names<SocialNetwork>, "Which network it is"},
  {"name", false, ValueKind::value, {}, "The name of another network, as it is printed: PeerTube"},
  {"href", false, ValueKind::web_address, {}, "The address of the owner's page there, where it does not follow from the name"},
  {"xml:lang", false, ValueKind::language, {}, ""},
  {"audience", false, ValueKind::audience_choice, {}, "Who is to read this: names that cv declares, separated by blanks, any of which will do"}};

constinit const ElementRule element_rules[] = {
  {"a", ContentKind::text, ValueKind::any, attributes_of_a, children_of_a, no_rank, false, false},
  {"address", ContentKind::text, ValueKind::any, attributes_of_address, children_of_a, no_rank, true, false},
  {"author", ContentKind::words, ValueKind::any, attributes_of_author, {}, no_rank, false, false},
  {"b", ContentKind::text, ValueKind::any, attributes_of_b, children_of_a, no_rank, false, false},
  {"bibliography", ContentKind::nothing, ValueKind::any, attributes_of_bibliography, {}, no_rank, true, false},
  {"born", ContentKind::words, ValueKind::any, attributes_of_born, {}, no_rank, true, false},
  {"br", ContentKind::nothing, ValueKind::any, {}, {}, no_rank, false, false},
  {"code", ContentKind::words, ValueKind::any, attributes_of_b, {}, no_rank, false, false},
  {"cv", ContentKind::elements, ValueKind::any, attributes_of_cv, children_of_cv, no_rank, false, false},
  {"doi", ContentKind::words, ValueKind::doi_name, {}, {}, no_rank, false, false},
  {"editor", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"email", ContentKind::words, ValueKind::email_address, attributes_of_email, {}, no_rank, true, false},
  {"entry", ContentKind::elements, ValueKind::any, attributes_of_entry, children_of_entry, 0, true, false},
  {"extra", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"family", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"given", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"grade", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"group", ContentKind::elements, ValueKind::any, attributes_of_group, children_of_group, 1, true, false},
  {"headline", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"homepage", ContentKind::words, ValueKind::web_address, attributes_of_homepage, {}, no_rank, true, false},
  {"i", ContentKind::text, ValueKind::any, attributes_of_b, children_of_a, no_rank, false, false},
  {"item", ContentKind::text, ValueKind::any, attributes_of_entry, children_of_item, no_rank, true, false},
  {"label", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"layout", ContentKind::nothing, ValueKind::any, attributes_of_layout, {}, no_rank, true, true},
  {"li", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"list", ContentKind::elements, ValueKind::any, attributes_of_born, children_of_list, no_rank, true, false},
  {"name", ContentKind::elements, ValueKind::any, attributes_of_born, children_of_name, no_rank, true, false},
  {"nationality", ContentKind::words, ValueKind::any, attributes_of_born, {}, no_rank, true, false},
  {"note", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"number", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"organization", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"others", ContentKind::nothing, ValueKind::any, {}, {}, no_rank, false, false},
  {"p", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"pages", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"person", ContentKind::elements, ValueKind::any, {}, children_of_person, no_rank, false, false},
  {"phone", ContentKind::words, ValueKind::any, attributes_of_phone, {}, no_rank, true, false},
  {"photo", ContentKind::nothing, ValueKind::any, attributes_of_photo, {}, no_rank, true, false},
  {"place", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"prefix", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"pronouns", ContentKind::words, ValueKind::any, attributes_of_born, {}, no_rank, true, false},
  {"publication", ContentKind::elements, ValueKind::any, attributes_of_publication, children_of_publication, no_rank, true, false},
  {"publisher", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"quote", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"section", ContentKind::elements, ValueKind::any, attributes_of_section, children_of_section, 1, true, false},
  {"series", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"social", ContentKind::words, ValueKind::any, attributes_of_social, {}, no_rank, true, false},
  {"sub", ContentKind::text, ValueKind::any, attributes_of_b, children_of_a, no_rank, false, false},
  {"suffix", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"sup", ContentKind::text, ValueKind::any, attributes_of_b, children_of_a, no_rank, false, false},
  {"tex", ContentKind::words, ValueKind::any, attributes_of_born, {}, no_rank, true, false},
  {"title", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"url", ContentKind::words, ValueKind::web_address, {}, {}, no_rank, false, false},
  {"variant", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"venue", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
  {"volume", ContentKind::words, ValueKind::any, {}, {}, no_rank, false, false},
  {"when", ContentKind::text, ValueKind::any, attributes_of_born, children_of_a, no_rank, true, false},
};

}  // namespace

std::span<const ElementRule> all_element_rules() { return element_rules; }

}  // namespace xmlcv
