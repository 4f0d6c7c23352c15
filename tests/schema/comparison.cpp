#include "comparison.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <regex>

namespace {

// What no schema can say: the only reasons for which xmlcv may refuse what the schemas accept.
const std::vector<std::string> only_xmlcv_refuses = {
    // Languages and audiences choose among what stands several times.
    R"(<\w+> occurs twice in <\w+>)", R"(<(cv|person|group|list)> lacks <\w+>)",
    R"(<cv> declares no audience .+)",
    // A schema of parts in any order cannot count them.
    R"(<publication> lacks <title>)",
    // Mixed content of an XSD takes no facets.
    R"(<\w+> is empty)", R"(the character U\+[0-9A-F]+ .+ has no place in a text)",
    // Calendars, and what two attributes say together.
    R"(expected a (date|date or present|day) in \w+, found "\d{4}-\d\d-\d\d")",
    R"(date stands beside from or to)", R"(<when> stands beside a date in the attributes)",
    R"(an item has a label or a date, not both)", R"(the end is before the beginning)",
    R"(a section of the kind other needs a <title>)",
    // What an account is depends on the network.
    R"(expected an account of [A-Z].+ in <social>, found ".+")", R"(network="\w+" has a name)",
    R"(another network needs a name)", R"(.+ is a network that is known)",
    // The names in a list.
    R"(expected kinds of sections, each once, in sections, found ".+")",
    // Files.
    R"(cannot read the photo .+)", R"(the photo .+ is no picture)",
    // What a heading may be below.
    R"(only a bibliography directly in a section has groups)",
    // How XML may be written.
    R"(the prefixed name <.+> is not allowed)", R"(a DOCTYPE is not allowed)",
    R"(expected UTF-8, found the encoding .+)"};

// Where the engines cannot agree. libxml2 2.9.14, jing 20220510 with its Xerces.
struct Quirk {
  std::string mark;  // in the document, or in xmlcv's messages about it
  bool xmlcv, libxml2, xerces, relax_ng;
};
const std::vector<Quirk> quirks = {
    // An XSD cannot say where text stands in mixed content; RELAX NG can.
    {R"(<(label|when)> comes too late in <item>)", false, true, true, false},
    // For an XSD an empty element holds no white space either; RELAX NG always allows it.
    {R"(white space is not allowed in <\w+>)", false, false, false, true},
    // libxml2 takes CDATA for text even where it is blank.
    {R"(<!\[CDATA\[\s*\]\]>)", false, false, true, true},
    // This attribute belongs to XSD itself, which accepts it everywhere.
    {R"(xsi:schemaLocation)", true, true, true, false}};

bool matches(const std::string& text, const std::string& pattern) {
  return std::regex_match(text, std::regex(pattern));
}

std::string describe(const Sample& sample, const Verdict& verdict) {
  const auto word = [](bool accepts) { return accepts ? "accepts" : "refuses"; };
  return fmt::format("{}: libxml2 {}, Xerces {}, RELAX NG {}, xmlcv {} {}", sample.file,
                     word(verdict.libxml2), word(verdict.xerces), word(verdict.relax_ng),
                     word(verdict.xmlcv()), fmt::join(verdict.messages, "; "));
}

}  // namespace

void Comparison::add(const Sample& sample, const Verdict& verdict) {
  const bool agree = verdict.engines_agree();
  ++(!agree               ? engines_differ_
     : !verdict.engines() ? refused_
     : verdict.xmlcv()    ? accepted_
                          : refused_by_xmlcv_);
  const bool good = agree ? fits_the_engines(verdict) : is_quirk(sample, verdict);
  if (!good) disagreements_.push_back(describe(sample, verdict));
}

std::vector<std::string> Comparison::unused() const {
  std::vector<std::string> result;
  for (const auto& pattern : only_xmlcv_refuses) {
    if (!used_.contains(pattern)) result.push_back(pattern);
  }
  for (const auto& quirk : quirks) {
    if (!used_.contains(quirk.mark)) result.push_back(quirk.mark);
  }
  return result;
}

std::string Comparison::summary() const {
  return fmt::format(
      "accepted by all {}, refused by all {}, by xmlcv alone {}, engines differ on {}; "
      "{} disagreements",
      accepted_, refused_, refused_by_xmlcv_, engines_differ_, disagreements_.size());
}

bool Comparison::fits_the_engines(const Verdict& verdict) {
  if (!verdict.engines()) return !verdict.xmlcv();
  return std::ranges::all_of(verdict.messages,
                             [this](const auto& message) { return is_for_xmlcv(message); });
}

bool Comparison::is_for_xmlcv(const std::string& message) {
  const auto found = std::ranges::find_if(
      only_xmlcv_refuses, [&](const auto& pattern) { return matches(message, pattern); });
  if (found == only_xmlcv_refuses.end()) return false;
  used_.insert(*found);
  return true;
}

bool Comparison::is_quirk(const Sample& sample, const Verdict& verdict) {
  const std::string all = fmt::format("{}\n{}", sample.xml, fmt::join(verdict.messages, "\n"));
  const auto found = std::ranges::find_if(quirks, [&](const Quirk& quirk) {
    return verdict.xmlcv() == quirk.xmlcv && verdict.libxml2 == quirk.libxml2 &&
           verdict.xerces == quirk.xerces && verdict.relax_ng == quirk.relax_ng &&
           std::regex_search(all, std::regex(quirk.mark));
  });
  if (found == quirks.end()) return false;
  used_.insert(found->mark);
  return true;
}
