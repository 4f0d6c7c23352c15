#include "bibliography/bib_order.h"

#include <fmt/format.h>
#include <unicode/coll.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <tuple>

#include "bibliography/bib_date.h"
#include "cv/phrases.h"
#include "cv/plain_text.h"
#include "machine/failure.h"

namespace xmlcv {
namespace {

// What has no date yet is the newest of all.
std::tuple<int, int, int> date_of(const Publication& publication) {
  constexpr int coming = 10000;
  const auto& date = publication.period.date;
  if (date) return {date->year, date->month, date->day};
  const int year = year_of(publication.period);
  return {year == 0 ? coming : year, 0, 0};
}

class Alphabet {
 public:
  explicit Alphabet(const std::string& language) {
    UErrorCode code = U_ZERO_ERROR;
    collator_.reset(
        icu::Collator::createInstance(icu::Locale::forLanguageTag(language, code), code));
    if (U_FAILURE(code)) {
      throw Failure(ExitStatus::machine_failed,
                    fmt::format("ICU cannot sort: {}", u_errorName(code)));
    }
  }

  bool before(const std::string& a, const std::string& b) const {
    UErrorCode code = U_ZERO_ERROR;
    return collator_->compareUTF8(a, b, code) == UCOL_LESS;
  }

 private:
  std::unique_ptr<icu::Collator> collator_;
};

std::string title_of(const Publication& publication) {
  return publication.title ? words_in(publication.title->content) : "";
}

void sort(std::vector<Publication>& publications, BibliographySort by,
          const std::string& language) {
  using enum BibliographySort;
  if (by == newest_first) {
    std::ranges::stable_sort(publications, std::greater(), date_of);
  } else if (by == oldest_first) {
    std::ranges::stable_sort(publications, {}, date_of);
  } else if (by == title || by == author) {
    const Alphabet alphabet(language);
    const auto key = [by](const Publication& publication) {
      return by == title ? title_of(publication)
                         : publication.sort_name + " " + title_of(publication);
    };
    std::ranges::stable_sort(publications, [&](const Publication& a, const Publication& b) {
      return alphabet.before(key(a), key(b));
    });
  }
}

using enum PublicationType;
constexpr auto order_of_types = std::to_array({article, inproceedings, book, inbook, thesis, report,
                                               preprint, patent, software, dataset, misc});

// Groups of one type or year, in the order of their first publications.
template <class KeyOf>
std::vector<std::pair<std::string, std::vector<Publication>>> divided(
    std::vector<Publication> publications, KeyOf key_of) {
  std::vector<std::pair<std::string, std::vector<Publication>>> result;
  for (auto& publication : publications) {
    const std::string key = key_of(publication);
    auto found = std::ranges::find(result, key, [](const auto& group) { return group.first; });
    if (found == result.end()) found = result.insert(result.end(), {key, {}});
    found->second.push_back(std::move(publication));
  }
  return result;
}

std::string year_or_undated(const Publication& publication) {
  const int year = year_of(publication.period);
  return year == 0 ? "undated" : std::to_string(year);
}

}  // namespace

std::vector<PublicationGroup> in_groups(std::vector<Publication> publications,
                                        const Bibliography& bibliography, CvWords& words) {
  const bool by_year = bibliography.group == BibliographyGroup::year;
  sort(publications, bibliography.sort, words.language());
  if (!by_year && !bibliography.group) {
    return {{std::nullopt, std::move(publications)}};
  }
  auto groups = by_year ? divided(std::move(publications), year_or_undated)
                        : divided(std::move(publications), [](const Publication& publication) {
                            return std::string(name_of(publication.type));
                          });
  if (by_year) {
    std::ranges::stable_sort(groups, std::greater(), [](const auto& group) { return group.first; });
    if (bibliography.sort == BibliographySort::oldest_first) std::ranges::reverse(groups);
  } else {
    std::ranges::stable_sort(groups, {}, [](const auto& group) {
      return std::ranges::find(order_of_types, find_value<PublicationType>(group.first).value());
    });
  }
  std::vector<PublicationGroup> result;
  for (auto& [key, members] : groups) {
    const auto title = words.of_publications(key, bibliography.location);
    result.push_back({Words{bibliography.location, title.empty() ? key : std::string(title)},
                      std::move(members)});
  }
  return result;
}

}  // namespace xmlcv
