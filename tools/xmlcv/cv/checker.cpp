#include "cv/checker.h"

#include <fmt/format.h>

#include <cctype>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "cv/dates.h"
#include "cv/names.h"
#include "cv/networks.h"
#include "cv/phrases.h"
#include "cv/telephone.h"

namespace xmlcv {
namespace {

// The day of the CV, not of the clock, where it has one: so the same input gives the same messages.
Date today_of(const Cv& cv) {
  using namespace std::chrono;
  if (!cv.source_date && cv.updated) return *cv.updated;
  const auto now =
      cv.source_date ? sys_seconds(seconds(*cv.source_date)) : floor<seconds>(system_clock::now());
  const year_month_day day(floor<days>(now));
  return {{},
          static_cast<int>(day.year()),
          static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::string written(const Date& date) {
  return fmt::format("{}-{:02}-{:02}", date.year, date.month, date.day);
}

class Checker {
 public:
  Checker(const Cv& cv, bool allow_tex, Diagnostics& diagnostics)
      : allow_tex_(allow_tex),
        today_(today_of(cv)),
        owner_(cv.person.name),
        diagnostics_(diagnostics) {}

  void contacts(const Person& person) {
    for (const auto& contact : person.contacts) std::visit(*this, contact.value);
  }
  void section(const Section& section);

  void operator()(const Phone& phone);
  void operator()(const Social& social);
  void operator()(const Address&) {}
  void operator()(const Email&) {}
  void operator()(const Homepage&) {}
  void operator()(const Born&) {}
  void operator()(const Extra&) {}
  void operator()(const Paragraph&) {}
  void operator()(const List&) {}
  void operator()(const Item& item);
  void operator()(const Entry& entry);
  void operator()(const PublicationGroup& group) {
    for (const auto& publication : group.publications) {
      period(publication.period);
      owner(publication);
    }
  }
  void operator()(const Group& group) { content(group.content, false); }
  void operator()(const RawLatex& tex);
  void operator()(const Bibliography& bibliography);

 private:
  void content(const std::vector<Content>& content, bool directly_in_section);
  void period(const Period& period);
  void other_network(const Social& social);
  void owner(const Publication& publication);

  bool allow_tex_;
  Date today_;
  OwnerName owner_;
  std::set<std::string> similar_names_;
  bool directly_in_section_ = true;
  Diagnostics& diagnostics_;
};

// Another network needs a name, and none that is in the list.
void Checker::other_network(const Social& social) {
  const auto& [account, network, href, name] = social;
  if (network != SocialNetwork::other) {
    if (name.value.empty()) return;
    diagnostics_.error(name.location, fmt::format("network=\"{}\" has a name", name_of(network)),
                       "name=\"…\" belongs to network=\"other\"");
    return;
  }
  if (name.value.empty()) {
    diagnostics_.error(account.location, "another network needs a name",
                       "<social network=\"other\" name=\"PeerTube\" href=\"https://…\">");
    return;
  }
  // Google Scholar is googlescholar.
  std::string key;
  for (const char c : name.value) {
    if (c != ' ' && c != '.') key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (key == name_of(SocialNetwork::other) || !find_value<SocialNetwork>(key)) return;
  diagnostics_.error(name.location, fmt::format("{} is a network that is known", name.value),
                     fmt::format("write network=\"{}\", without a name", key));
}

// A number that cannot be dialled is words as good as any; a wrong account is a wrong page.
void Checker::operator()(const Phone& phone) {
  const auto& number = phone.number;
  if (const auto error = telephone_link(number.value).error) {
    diagnostics_.warning(number.location,
                         fmt::format("expected {} in <phone>, found \"{}\": it gets no link",
                                     error->expected, number.value),
                         error->hint);
  }
}

void Checker::operator()(const Social& social) {
  const auto& [account, network, href, name] = social;
  other_network(social);
  const bool has_no_name = network == SocialNetwork::other && name.value.empty();
  if (!href.empty() || account.value.empty() || has_no_name) return;
  const auto link = account_link(network, account.value);
  if (link.error) {
    diagnostics_.error(
        account.location,
        fmt::format("expected {} in <social>, found \"{}\"", link.error->expected, account.value),
        link.error->hint);
  } else if (link.address.empty()) {
    diagnostics_.note(account.location,
                      network == SocialNetwork::other
                          ? fmt::format("\"{}\" gets no link: href names its page", account.value)
                          : fmt::format("{} has no page for \"{}\": it gets no link",
                                        network_name(network), account.value));
  }
}

void Checker::section(const Section& section) {
  if (section.kind == SectionKind::other && !section.title) {
    diagnostics_.error(section.location, "a section of the kind other needs a <title>");
  }
  content(section.content, true);
}

void Checker::operator()(const Item& item) {
  period(item.period);
  const bool dated = item.period.from || item.period.to || item.period.present ||
                     item.period.date || item.period.when;
  if (item.label && dated) {
    diagnostics_.error(item.label->location, "an item has a label or a date, not both",
                       "put one of them into the text");
  }
}

void Checker::operator()(const Entry& entry) {
  period(entry.period);
  content(entry.content, false);
}

void Checker::operator()(const RawLatex& tex) {
  if (allow_tex_) return;
  diagnostics_.error(tex.location, "raw LaTeX is refused",
                     "it can lose text or read files; --allow-tex lets it pass");
}

void Checker::operator()(const Bibliography& bibliography) {
  if (!bibliography.group || directly_in_section_) return;
  diagnostics_.error(bibliography.location, "only a bibliography directly in a section has groups",
                     "leave out its group, or take it out of what is around it");
}

void Checker::content(const std::vector<Content>& content, bool directly_in_section) {
  const bool outer = std::exchange(directly_in_section_, directly_in_section);
  for (const auto& block : content) std::visit(*this, block.value);
  directly_in_section_ = outer;
}

// Somebody of the owner's family name in a publication without the owner may be the owner.
void Checker::owner(const Publication& publication) {
  const auto is_owner = [this](const Author& author) { return owner_.matches(author.name.value); };
  if (std::ranges::any_of(publication.authors, is_owner)) return;
  for (const auto& [name, mark] : publication.authors) {
    if (!owner_.has_family(name.value) || !similar_names_.insert(name.value).second) continue;
    diagnostics_.note(name.location,
                      fmt::format("\"{0}\" has the family name of the CV's owner, and is not taken "
                                  "for the owner; <variant>{0}</variant> in <name> says it is",
                                  name.value));
  }
}

void Checker::period(const Period& period) {
  const bool range = period.from || period.to || period.present;
  if (period.date && range) {
    diagnostics_.error(period.date->location, "date stands beside from or to",
                       "write date for one date, from and to for a range");
  }
  if (period.when && (period.to || period.present || period.date)) {
    diagnostics_.error(period.when->location, "<when> stands beside a date in the attributes",
                       "<when> is for what from, to and date cannot say; from may stand beside it");
  }
  if (period.from && period.present && before(today_, *period.from)) {
    diagnostics_.warning(
        period.from->location,
        fmt::format("what goes on at present begins only later: today is {}", written(today_)),
        "leave out to=\"present\", or correct the year");
  }
  if (period.from && period.to && before(*period.to, *period.from)) {
    diagnostics_.error(period.to->location, "the end is before the beginning",
                       "from is the earlier date, to the later one");
  }
}

}  // namespace

void check_cv(const Cv& cv, bool allow_tex, Diagnostics& diagnostics) {
  Checker checker(cv, allow_tex, diagnostics);
  checker.contacts(cv.person);
  for (const auto& section : cv.sections) checker.section(section);
}

}  // namespace xmlcv
