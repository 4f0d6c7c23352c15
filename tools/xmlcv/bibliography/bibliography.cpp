#include "bibliography/bibliography.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "bibliography/bib_field_table.h"
#include "bibliography/bib_order.h"
#include "bibliography/bib_publication.h"
#include "bibliography/bib_selection.h"
#include "cv/names.h"
#include "machine/file.h"

namespace xmlcv {
namespace {

// biber takes 15 s for a file of 1 MB.
constexpr std::size_t most_megabytes = 100;

// Warnings are told of what is printed; errors also of what is lost and might have been.
void report(const Library& library, const std::vector<const Library::Entry*>& entries,
            const Bibliography& bibliography, const Name& owner, Diagnostics& diagnostics) {
  std::set<std::string_view> keys;
  for (const auto* entry : entries) keys.insert(entry->content.key);
  for (const auto& message : library.messages()) {
    const bool of_others = !message.key.empty() && !keys.contains(message.key);
    const auto* place = library.place_of(message.key);
    const bool matters = message.severity == Severity::error &&
                         (place == nullptr || may_be_selected(*place, bibliography, owner));
    if (of_others && !matters) continue;
    diagnostics.add({message.severity, message.location, message.text, message.hint});
  }
}

bool is_empty(const Content& block) {
  if (const auto* group = std::get_if<Group>(&block.value)) return group->content.empty();
  const auto* bibliography = std::get_if<Boxed<Bibliography>>(&block.value);
  return bibliography != nullptr && static_cast<const Bibliography&>(*bibliography).groups.empty();
}

}  // namespace

void Bibliographies::fill(Cv& cv, Diagnostics& diagnostics) {
  CvWords words(cv.language, diagnostics);
  std::erase_if(cv.sections, [&](Section& section) {
    return fill(section.content, cv, words, diagnostics) && section.content.empty();
  });
  for (const auto& [src, library] : libraries_) {
    if (library) name_unknown_fields(*library, diagnostics);
  }
}

// What is left empty goes. Whether something did.
bool Bibliographies::fill(std::vector<Content>& content, Cv& cv, CvWords& words,
                          Diagnostics& diagnostics) {
  for (auto& block : content) {
    if (auto* entry = std::get_if<Boxed<Entry>>(&block.value)) {
      fill((*entry)->content, cv, words, diagnostics);
    }
    if (auto* group = std::get_if<Group>(&block.value))
      fill(group->content, cv, words, diagnostics);
    if (auto* found = std::get_if<Boxed<Bibliography>>(&block.value))
      fill(*found, cv, words, diagnostics);
  }
  return std::erase_if(content, is_empty) > 0;
}

void Bibliographies::fill(Bibliography& bibliography, Cv& cv, CvWords& words,
                          Diagnostics& diagnostics) {
  const auto* library = this->library(bibliography.src, diagnostics);
  if (library == nullptr) return;
  cv.bibliographies.push_back(library->source().path());
  Diagnostics found;
  const auto entries = select_entries(*library, bibliography, OwnerName(cv.person.name), found);
  const bool all_known = found.sorted().empty();
  report(*library, entries, bibliography, cv.person.name, found);
  std::vector<Publication> publications;
  publications.reserve(entries.size());
  for (const auto* entry : entries) {
    publications.push_back(
        to_publication(entry->content, entry->place, library->source(), words, found));
    for (const auto& [name, field] : entry->place.fields) {
      if (find_bib_field(name) != nullptr) continue;
      auto& first = unknown_[library].try_emplace(name, field.offset).first->second;
      first = std::min(first, field.offset);
    }
  }
  if (entries.empty()) {
    tell_of_nothing(*library, bibliography, all_known, found);
  } else {
    bibliography.groups = in_groups(std::move(publications), bibliography, words);
  }
  // Of entries that two bibliographies select, or two entries inherit from, all is told once.
  for (const auto& one : found.sorted()) {
    if (told_.emplace(one.location.source, one.location.offset, one.message).second) {
      diagnostics.add(one);
    }
  }
}

void Bibliographies::tell_of_nothing(const Library& library, const Bibliography& bibliography,
                                     bool all_known, Diagnostics& diagnostics) {
  const auto& path = library.source().path();
  if (library.entries().empty()) {
    if (library.messages().empty()) {
      diagnostics.error(bibliography.src.location,
                        library.is_xml()
                            ? fmt::format("expected a .bib file, found XML in {}", path)
                            : fmt::format("no entry is in {}", path));
    }
    return;
  }
  diagnostics.add({all_known ? Severity::note : Severity::error, bibliography.location,
                   fmt::format("no entry of {} is selected", path),
                   bibliography.by_owner
                       ? "is the owner's name written otherwise there? a <variant> says how"
                       : ""});
}

// One warning for each file.
void Bibliographies::name_unknown_fields(const Library& library, Diagnostics& diagnostics) {
  const auto found = unknown_.find(&library);
  if (found == unknown_.end()) return;
  std::vector<std::string_view> names;
  std::size_t first = library.source().text().size();
  for (const auto& [name, offset] : found->second) {
    names.push_back(name);
    first = std::min(first, offset);
  }
  diagnostics.warning(
      library.source().at(first),
      fmt::format("unknown fields of this file are left out: {}", fmt::join(names, ", ")),
      "xml/BIBLIOGRAPHY.md says which are known");
}

const Library* Bibliographies::library(const Words& src, Diagnostics& diagnostics) {
  if (src.value.empty()) return nullptr;  // the grammar has told it
  auto& found = libraries_[src.value];
  if (found) return found.get();
  const auto path = instead_.empty() ? folders_.cv / src.value : instead_;
  try {
    auto bytes = instead_.empty() ? folders_.read(path, most_megabytes)
                                  : std::optional(read_file(path, most_megabytes));
    if (!bytes) {
      diagnostics.error(src.location,
                        fmt::format("the bibliography {} is outside the CV's folder", src.value),
                        advice_on_outside(path));
      return nullptr;
    }
    found = std::make_unique<Library>(path.string(), std::move(*bytes),
                                      [&] { on_run_(path.string()); });
  } catch (const UnreadableFile& error) {
    diagnostics.error(src.location,
                      fmt::format("cannot read the bibliography {}: {}", src.value, error.what()),
                      "the path is relative to the XML file");
  }
  return found.get();
}

}  // namespace xmlcv
