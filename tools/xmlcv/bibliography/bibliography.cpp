#include "bibliography/bibliography.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "bibliography/bib_order.h"
#include "bibliography/bib_publication.h"
#include "bibliography/bib_selection.h"
#include "cv/names.h"
#include "machine/file.h"

namespace xmlcv {
namespace {

// Errors concern the whole file: an entry is lost. Warnings are told of what is printed.
void report(const Library& library, const std::vector<const Library::Entry*>& entries,
            Diagnostics& diagnostics) {
  std::set<std::string_view> keys;
  for (const auto* entry : entries) keys.insert(entry->content.key);
  for (const auto& message : library.messages()) {
    const bool of_others = !message.key.empty() && !keys.contains(message.key);
    if (message.severity == Severity::warning && of_others) continue;
    diagnostics.add({message.severity, message.location, message.text, message.hint});
  }
}

}  // namespace

void Bibliographies::fill(Cv& cv, Diagnostics& diagnostics) {
  for (auto& section : cv.sections) fill(section.content, cv, diagnostics);
}

void Bibliographies::fill(std::vector<Content>& content, Cv& cv, Diagnostics& diagnostics) {
  for (auto& block : content) {
    if (auto* entry = std::get_if<Boxed<Entry>>(&block.value)) {
      fill((*entry)->content, cv, diagnostics);
    }
    if (auto* group = std::get_if<Group>(&block.value)) fill(group->content, cv, diagnostics);
    if (auto* found = std::get_if<Boxed<Bibliography>>(&block.value)) fill(*found, cv, diagnostics);
  }
}

void Bibliographies::fill(Bibliography& bibliography, Cv& cv, Diagnostics& diagnostics) {
  const auto* library = this->library(bibliography.src, diagnostics);
  if (library == nullptr) return;
  cv.bibliographies.push_back(library->source().path());
  const auto entries =
      select_entries(*library, bibliography, OwnerName(cv.person.name), diagnostics);
  report(*library, entries, diagnostics);
  if (entries.empty() && !library->entries().empty()) {
    diagnostics.error(
        bibliography.location, fmt::format("no entry of {} is selected", library->source().path()),
        bibliography.by_owner ? "is the owner's name written otherwise there? a <variant> says how"
                              : "");
  }
  std::vector<Publication> publications;
  publications.reserve(entries.size());
  for (const auto* entry : entries) {
    publications.push_back(
        to_publication(entry->content, entry->place, library->source(), cv.language, diagnostics));
  }
  bibliography.groups = in_groups(std::move(publications), bibliography, cv.language);
}

const Library* Bibliographies::library(const Words& src, Diagnostics& diagnostics) {
  if (src.value.empty()) return nullptr;  // the grammar has told it
  auto& found = libraries_[src.value];
  if (found) return found.get();
  const auto path = instead_.empty() ? folders_.cv / src.value : instead_;
  if (instead_.empty() && !folders_.hold(path)) {
    diagnostics.error(src.location,
                      fmt::format("the bibliography {} is outside the CV's folder", src.value),
                      advice_on_outside(path));
    return nullptr;
  }
  try {
    found = std::make_unique<Library>(path, [&] { on_run_(path.string()); });
  } catch (const UnreadableFile& error) {
    diagnostics.error(src.location,
                      fmt::format("cannot read the bibliography {}: {}", src.value, error.what()),
                      "the path is relative to the XML file");
  }
  return found.get();
}

}  // namespace xmlcv
