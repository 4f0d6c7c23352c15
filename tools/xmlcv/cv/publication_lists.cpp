#include "cv/publication_lists.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <list>
#include <map>

#include "cv/names.h"
#include "cv/value_names.h"

namespace xmlcv {
namespace {

// The prefix of each type, or of all under the empty name.
using Prefixes = std::map<std::string, std::string, std::less<>>;

// Publications that are counted together: all with one prefix are.
struct Series {
  Location place;  // of the prefix, or what else asks for numbers
  bool is_reversed = false;
  Prefixes prefixes;
  std::map<std::string, std::vector<Publication*>> members;  // by prefix
};

void number(Series& series) {
  for (auto& [prefix, members] : series.members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      const auto count = series.is_reversed ? members.size() - i : i + 1;
      members[i]->label = {series.place, fmt::format("{}{}", prefix, count)};
    }
  }
}

// The first ones and the owner.
void shorten(Publication& publication, std::size_t count, const OwnerName& owner) {
  auto& authors = publication.authors;
  if (authors.size() <= count) return;
  const auto is_owner = [&owner](const Author& author) { return owner.matches(author.name.value); };
  const auto limit = authors.begin() + static_cast<std::ptrdiff_t>(count);
  const bool is_named = std::any_of(authors.begin(), limit, is_owner);
  const auto last = is_named ? authors.end() : std::find_if(limit, authors.end(), is_owner);
  auto& unnamed = publication.unnamed_authors;
  std::vector<Author> named(authors.begin(), limit);
  for (auto it = limit; it != authors.end(); ++it) {
    if (it == last) {
      publication.unnamed_before = unnamed.size();
      named.push_back(*it);
    } else {
      unnamed.push_back(*it);
    }
  }
  if (unnamed.size() > publication.unnamed_before) {
    publication.others = unnamed.back().name.location;
  }
  authors = std::move(named);
}

class Arrangement {
 public:
  Arrangement(const Name& owner, Diagnostics& diagnostics)
      : owner_(owner), diagnostics_(diagnostics) {}

  void section(Section& section);
  // When all are known.
  void finish();

  void operator()(PublicationGroup& group);
  void operator()(Group& group) { below(group.list_style, group.location, group.content); }
  void operator()(Boxed<Bibliography>& bibliography);
  void operator()(Boxed<Entry>& entry) { content(static_cast<Entry&>(entry).content); }
  template <class T>
  void operator()(T&) {}

 private:
  // What holds below an element.
  struct Scope {
    Series* series = nullptr;
    std::optional<std::size_t> authors;
  };

  void enter(const ListStyle& style, Location place);
  Prefixes prefixes(const Words& words);
  void below(const ListStyle& style, Location place, std::vector<Content>& content);
  void content(std::vector<Content>& content) {
    for (auto& block : content) std::visit(*this, block.value);
  }

  OwnerName owner_;
  Diagnostics& diagnostics_;
  Scope scope_;
  std::list<Series> series_;
  Section* section_ = nullptr;
  Section* first_with_marks_ = nullptr;
  bool has_equal_ = false;
  bool has_corresponding_ = false;
};

void Arrangement::section(Section& section) {
  section_ = &section;
  below(section.list_style, section.location, section.content);
}

void Arrangement::below(const ListStyle& style, Location place, std::vector<Content>& content) {
  const auto outer = scope_;
  enter(style, place);
  this->content(content);
  scope_ = outer;
}

void Arrangement::enter(const ListStyle& style, Location place) {
  if (style.authors) scope_.authors = style.authors;
  if (!style.numbered && style.prefix.value.empty()) return;
  const auto* outer = scope_.series;
  const bool goes_on = outer != nullptr && style.prefix.value.empty() &&
                       outer->is_reversed == (style.numbered == Numbering::reversed);
  if (goes_on) return;
  auto& series = series_.emplace_back();
  series.place = style.prefix.value.empty() ? place : style.prefix.location;
  if (outer != nullptr) {
    series.is_reversed = outer->is_reversed;
    series.prefixes = outer->prefixes;
  }
  if (style.numbered) series.is_reversed = style.numbered == Numbering::reversed;
  if (!style.prefix.value.empty()) series.prefixes = prefixes(style.prefix);
  scope_.series = &series;
}

Prefixes Arrangement::prefixes(const Words& words) {
  Prefixes result;
  const std::string_view all = words.value;
  if (all.find('=') == std::string_view::npos) return {{"", words.value}};
  for (std::size_t begin = 0; begin < all.size();) {
    const auto end = std::min(all.find(' ', begin), all.size());
    const auto pair = all.substr(begin, end - begin);
    const auto equals = std::min(pair.find('='), pair.size());
    const auto type = pair.substr(0, equals);
    if (!find_value<PublicationType>(type)) {
      const auto& types = value_names<PublicationType>;
      diagnostics_.error(words.location, fmt::format("no type of publication is named {}", type),
                         fmt::format("there are {}", fmt::join(types, ", ")));
    }
    const auto [first, is_first] =
        result.emplace(type, pair.substr(std::min(equals + 1, pair.size())));
    if (!is_first) {
      diagnostics_.error(words.location,
                         fmt::format("{} has two prefixes, {} and {}", type, first->second,
                                     pair.substr(std::min(equals + 1, pair.size()))));
    }
    begin = end + 1;
  }
  return result;
}

void Arrangement::operator()(PublicationGroup& group) {
  for (auto& publication : group.publications) {
    if (scope_.authors) shorten(publication, *scope_.authors, owner_);
    for (const auto& author : publication.authors) {
      if (!author.mark) continue;
      has_equal_ = has_equal_ || author.mark != AuthorMark::corresponding;
      has_corresponding_ = has_corresponding_ || author.mark != AuthorMark::equal;
      if (first_with_marks_ == nullptr) first_with_marks_ = section_;
    }
    if (scope_.series == nullptr) continue;
    const auto& prefixes = scope_.series->prefixes;
    auto prefix = prefixes.find(name_of(publication.type));
    if (prefix == prefixes.end()) prefix = prefixes.find("");
    scope_.series->members[prefix == prefixes.end() ? "" : prefix->second].push_back(&publication);
  }
}

void Arrangement::operator()(Boxed<Bibliography>& bibliography) {
  auto& all = static_cast<Bibliography&>(bibliography);
  const auto outer = scope_;
  enter(all.list_style, all.location);
  for (auto& group : all.groups) (*this)(group);
  scope_ = outer;
}

void Arrangement::finish() {
  for (auto& series : series_) number(series);
  if (first_with_marks_ == nullptr) return;
  auto& marks = first_with_marks_->explained_marks;
  if (has_equal_) marks.push_back(AuthorMark::equal);
  if (has_corresponding_) marks.push_back(AuthorMark::corresponding);
}

}  // namespace

void arrange_publications(Cv& cv, Diagnostics& diagnostics) {
  Arrangement arrangement(cv.person.name, diagnostics);
  for (auto& section : cv.sections) arrangement.section(section);
  arrangement.finish();
}

}  // namespace xmlcv
