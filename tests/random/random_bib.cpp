#include "random_bib.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace {

// What a type must have beside author, title and year, and what it may have.
struct Type {
  std::string_view name;
  std::vector<std::string_view> fields;
};

const std::vector<Type>& types() {
  static const std::vector<Type> all = {
      {"article", {"journal", "volume", "number"}},
      {"inproceedings", {"booktitle", "publisher"}},
      {"incollection", {"booktitle", "publisher"}},
      {"book", {"publisher", "series"}},
      {"techreport", {"institution", "number"}},
      {"phdthesis", {"school"}},
      {"patent", {"number"}},
      {"misc", {"note"}},
  };
  return all;
}

bool is_number(std::string_view field) { return field == "number" || field == "volume"; }

// "and" divides the publishers of a book.
std::string word(RandomWords& words) {
  const auto result = words.plain();
  return result == "and" ? "with" : result;
}

std::string title(RandomWords& words) {
  std::string result = word(words);
  for (auto more = words.chance().below(6); more > 0; --more)
    result.append(" ").append(word(words));
  return result;
}

}  // namespace

RandomBib random_bib(RandomWords& words) {
  auto& chance = words.chance();
  static constexpr auto keywords = std::to_array<std::string_view>({"sonar", "deep sea", "x"});
  static constexpr auto families =
      std::to_array<std::string_view>({"Holm", "van Dijk", "Smith-Jones", "Li"});
  RandomBib bib;
  for (auto number = 1 + chance.below(4); number > 0; --number) {
    const auto& type = chance.pick(types());
    RandomBib::Entry entry{fmt::format("key{}", number),
                           std::string(type.name),
                           std::string(chance.pick(keywords)),
                           words.year(),
                           chance.one_in(2),
                           {}};
    const auto add = [&](std::string_view field, const std::string& value) {
      bib.text += fmt::format("  {} = {{{}}},\n", field, value);
    };
    const std::string family(chance.pick(families));
    bib.text += fmt::format("@{}{{{},\n", entry.type, entry.key);
    add("author",
        fmt::format("{}, Ada M. and {}", family, entry.is_of_owner ? "Kim, Lee" : "Ito, Jun"));
    entry.words.push_back("Ada M. " + family);
    entry.words.emplace_back(entry.is_of_owner ? owner_in_bib : "Jun Ito");
    const auto name = title(words);
    add("title", fmt::format("{{{}}}", name));
    entry.words.push_back(name);
    add("year", std::to_string(entry.year));
    entry.words.push_back(std::to_string(entry.year));
    add("keywords", entry.keyword);
    for (const auto field : type.fields) {
      const auto value = is_number(field) ? std::to_string(1 + chance.below(99)) : title(words);
      add(field, value);
      entry.words.push_back(value);
    }
    bib.text += "}\n\n";
    bib.entries.push_back(std::move(entry));
  }
  return bib;
}
