#include "xml/combinations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "xml/audience.h"
#include "xml/occurrence.h"

namespace xmlcv {
namespace {

using Readers = std::set<std::string>;

void add_named_together(pugi::xml_node node, const Readers& declared, std::set<Readers>& all) {
  const auto audience = parse_audience(node.attribute("audience").value());
  if (!audience) return;
  for (const auto& term : audience->terms) {
    Readers readers;
    for (const auto& factor : term) {
      if (factor.wanted && declared.contains(factor.name)) readers.insert(factor.name);
    }
    all.insert(std::move(readers));
  }
}

std::string describe(const Readers& readers) {
  return readers.empty() ? "without an audience" : fmt::format("for {}", fmt::join(readers, "+"));
}

std::string list(const std::vector<std::string>& names) {
  constexpr std::size_t shown = 3;
  if (names.size() <= shown) return fmt::format("{}", fmt::join(names, ", "));
  return fmt::format("{}, {} more", fmt::join(names.begin(), names.begin() + shown, ", "),
                     names.size() - shown);
}

// Where an error is: "in de" if it belongs to a language, "for industry" if it belongs to
// readers, else each combination.
std::string describe(const std::vector<const Selection*>& where, const Findings& all) {
  std::set<std::string> all_languages;
  std::set<Readers> all_readers;
  for (const auto& [selection, diagnostics] : all) {
    all_languages.insert(selection.language);
    all_readers.insert(selection.audiences);
  }
  std::set<std::string> languages;
  std::set<Readers> readers;
  for (const auto* selection : where) {
    languages.insert(selection->language);
    readers.insert(selection->audiences);
  }
  std::vector<std::string> names;
  if (where.size() == languages.size() * all_readers.size()) {
    for (const auto& language : languages) names.push_back("in " + language);
  } else if (where.size() == all_languages.size() * readers.size()) {
    for (const auto& one : readers) names.push_back(describe(one));
  } else {
    for (const auto* selection : where) {
      const std::string language =
          all_languages.size() > 1 ? "in " + selection->language + " " : "";
      names.push_back(language + describe(selection->audiences));
    }
  }
  return list(names);
}

}  // namespace

std::vector<Selection> combinations(const Choices& choices) {
  const auto names = audiences(choices);
  const Readers declared(names.begin(), names.end());
  std::set<Readers> readers = {{}};
  for (const auto& name : names) readers.insert({name});
  for (const auto node : choices.elements) add_named_together(node, declared, readers);
  const bool must_choose = needs_audience(choices);
  std::vector<Selection> result;
  for (const auto& language : languages(choices)) {
    for (const auto& one : readers) {
      if (one.empty() && must_choose) continue;
      result.push_back({language, one});
    }
  }
  return result;
}

Diagnostics merge(const Findings& findings) {
  using Key = std::tuple<const Source*, std::size_t, Severity, std::string>;
  struct Error {
    Diagnostic diagnostic;
    std::vector<const Selection*> where;
  };
  std::map<Key, Error> errors;
  for (const auto& [selection, diagnostics] : findings) {
    for (auto& one : diagnostics.sorted()) {
      const Key key = {one.location.source, one.location.offset, one.severity, one.message};
      auto& error = errors.try_emplace(key, Error{one, {}}).first->second;
      // Two errors with the same words at one place are one.
      if (error.where.empty() || error.where.back() != &selection) {
        error.where.push_back(&selection);
      }
    }
  }
  Diagnostics result;
  for (auto& [key, error] : errors) {
    auto& [diagnostic, where] = error;
    if (where.size() < findings.size()) {
      diagnostic.message += fmt::format(" ({})", describe(where, findings));
    }
    result.add(std::move(diagnostic));
  }
  return result;
}

}  // namespace xmlcv
