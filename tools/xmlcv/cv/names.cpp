#include "cv/names.h"

#include <algorithm>
#include <array>
#include <functional>

namespace xmlcv {
namespace {

// Small words of family names, which are no family name by themselves.
constexpr auto particles = std::to_array<std::string_view>(
    {"af",  "al",  "av",  "bin", "d",  "da",  "dal", "de", "dei", "del", "della", "den", "der",
     "des", "di",  "do",  "dos", "du", "e",   "el",  "et", "i",   "ibn", "la",    "las", "le",
     "los", "ten", "ter", "van", "vd", "vom", "von", "y",  "zu",  "zum", "zur"});

bool is_particle(const NameWord& word) {
  return std::ranges::find(particles, word.plain) != particles.end();
}

NameWord joined(const std::vector<GivenName>& names, std::size_t from, std::size_t to) {
  NameWord result;
  for (auto i = from; i < to; ++i) result.append(names[i].joined());
  return result;
}

std::vector<GivenName> part(const std::vector<GivenName>& names, std::size_t from, std::size_t to) {
  const auto begin = names.begin();
  return {begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to)};
}

// The ways to divide a printed name into given names and family name.
struct Division {
  std::vector<GivenName> given;
  NameWord family;
  bool family_first = false;  // without a comma: Li Wei
};

std::vector<Division> divisions(std::string_view printed) {
  std::vector<Division> result;
  if (const auto comma = printed.find(','); comma != std::string_view::npos) {
    const auto before = split_name(printed.substr(0, comma));
    const auto behind = split_name(printed.substr(comma + 1));
    result.push_back({behind, joined(before, 0, before.size())});
    // Berg, Jan van der
    auto rest = behind;
    NameWord family;
    while (!rest.empty() && rest.back().parts.size() == 1 && is_particle(rest.back().parts[0])) {
      rest.pop_back();
      family = joined(behind, rest.size(), behind.size());
      family.append(result.front().family);
      result.push_back({rest, family});
    }
    return result;
  }
  const auto words = split_name(printed);
  for (std::size_t i = 0; i < words.size(); ++i) {
    result.push_back({part(words, 0, i), joined(words, i, words.size())});
    if (i > 0) result.push_back({part(words, i, words.size()), joined(words, 0, i), true});
  }
  return result;
}

// A person of several words in another order must have the first given name whole, or initials
// behind the name as PubMed has them: Li Wei, van der Berg JP, but not Hanafy W. for W. Hanafy.
bool may_stand_behind(const std::vector<GivenName>& printed, const std::vector<GivenName>& given) {
  const auto& first = printed.front();
  const bool are_initials = std::ranges::all_of(printed, [](const GivenName& name) {
    return name.is_capitals || name.joined().is_initial();
  });
  return are_initials || is_same(first.joined(), given.front().joined());
}

bool same_given(const Division& division, const std::vector<GivenName>& given) {
  const auto& printed = division.given;
  if (printed.empty() || given.empty()) return printed.empty() && given.empty();
  if (division.family_first && !may_stand_behind(printed, given)) return false;
  return may_be_given_names(printed, given) ||
         may_be_given_names(with_initials_apart(printed), given) ||
         may_be_given_names(with_initials_apart(printed), with_initials_apart(given));
}

// Chinese and Japanese names have no blank between the two.
bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Both parts of a double name, each with the small words before it and without: García Márquez.
std::vector<NameWord> parts_of(const std::vector<GivenName>& family) {
  std::vector<NameWord> words;
  for (const auto& name : family) words.insert(words.end(), name.parts.begin(), name.parts.end());
  if (std::ranges::count_if(words, std::not_fn(is_particle)) < 2) return {};
  std::vector<NameWord> result;
  NameWord before;
  for (const auto& word : words) {
    if (is_particle(word)) {
      before.append(word);
      continue;
    }
    result.push_back(word);
    if (!before.plain.empty()) {
      before.append(word);
      result.push_back(before);
    }
    before = {};
  }
  return result;
}

}  // namespace

void OwnerName::add(const std::vector<GivenName>& given, const std::vector<GivenName>& family) {
  Form form{given, {joined(family, 0, family.size())}};
  if (form.families.front().plain.empty()) return;
  const auto parts = parts_of(family);
  if (!given.empty()) form.families.insert(form.families.end(), parts.begin(), parts.end());
  forms_.push_back(std::move(form));
}

OwnerName::OwnerName(const Name& name) {
  add(name.given ? split_name(name.given->value) : std::vector<GivenName>(),
      split_name(name.family.value));
  if (forms_.empty()) return;
  for (const auto& [location, value] : name.variants) {
    const auto words = split_name(value);
    variants_.push_back(joined(words, 0, words.size()));
    if (const auto comma = value.find(','); comma != std::string::npos) {
      add(split_name(std::string_view(value).substr(comma + 1)),
          split_name(std::string_view(value).substr(0, comma)));
    } else if (!words.empty()) {
      add(part(words, 0, words.size() - 1), part(words, words.size() - 1, words.size()));
    }
  }
}

bool OwnerName::matches(std::string_view printed) const {
  const auto words = split_name(printed);
  const auto whole = joined(words, 0, words.size());
  if (whole.plain.empty()) return false;
  const auto is_whole = [&whole](const NameWord& other) { return is_same(other, whole); };
  if (std::ranges::any_of(variants_, is_whole)) return true;
  const auto ways = divisions(printed);
  return std::ranges::any_of(forms_, [&](const Form& form) {
    if (words.size() == 1 && !is_ascii(whole.plain) && !form.given.empty()) {
      auto eastern = form.families.front();
      eastern.append(joined(form.given, 0, form.given.size()));
      if (is_same(eastern, whole)) return true;
    }
    return std::ranges::any_of(ways, [&](const Division& way) {
      const auto is_family = [&way](const NameWord& family) { return is_same(family, way.family); };
      return std::ranges::any_of(form.families, is_family) && same_given(way, form.given);
    });
  });
}

bool OwnerName::has_family(std::string_view printed) const {
  return !forms_.empty() && std::ranges::any_of(divisions(printed), [this](const Division& way) {
    return is_same(forms_.front().families.front(), way.family);
  });
}

}  // namespace xmlcv
