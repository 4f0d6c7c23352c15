#include "bibliography/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "bibliography/biber.h"
#include "bibliography/biber_log.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace xmlcv {
namespace {

// The entry that a line belongs to: the last one that begins before its end.
const BibPlace* entry_at(const std::vector<BibPlace>& places, std::size_t end_of_line) {
  const auto behind = std::ranges::upper_bound(places, end_of_line, {}, &BibPlace::offset);
  return behind == places.begin() ? nullptr : &*(behind - 1);
}

std::vector<std::string> keys_in(std::string_view list) {
  std::vector<std::string> result;
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    if (auto key = collapse(list.substr(0, end)); !key.empty()) result.push_back(std::move(key));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return result;
}

}  // namespace

Library::Library(std::string path, std::string bytes, const std::function<void()>& on_run)
    : source_(std::move(path), std::move(bytes)) {
  if (!check_encoding()) return;
  auto file = find_entries(source_);
  places_ = std::move(file.entries);
  if (file.too_long) {
    messages_.push_back({Severity::error, source_.at(*file.too_long), "",
                         "the macros of this file make more than 5 MB of it", ""});
    return;
  }
  if (places_.empty() || is_xml()) return;
  const auto output = run_biber(source_, on_run);
  std::map<std::string, const BibPlace*> by_key;
  for (const auto& place : places_) by_key.try_emplace(place.key, &place);
  for (auto& entry : parse_biblatexml(output.xml)) {
    const auto found = by_key.find(entry.key);
    const BibPlace nowhere{0, entry.type, entry.key, {}, {}, {}, {}, {}};
    const BibPlace& place = found == by_key.end() ? nowhere : *found->second;
    entries_.push_back({std::move(entry), place});
  }
  std::ranges::stable_sort(entries_, {}, [](const Entry& entry) { return entry.place.offset; });
  for (auto& entry : entries_) find_ancestors(entry.place);
  find_doubled();
  add_messages(output.log);
}

bool Library::is_xml() const { return collapse(source_.text().substr(0, 1000)).starts_with('<'); }

bool Library::check_encoding() {
  const auto text = source_.text();
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    if (next_code_point(text, i) != nothing_readable) continue;
    messages_.push_back({Severity::error, source_.at(begin), "", "this is not UTF-8",
                         "save the .bib file as UTF-8"});
    return false;
  }
  return true;
}

void Library::find_doubled() {
  std::set<std::string_view> keys;
  for (const auto& place : places_) {
    if (keys.insert(place.key).second) continue;
    messages_.push_back({Severity::warning, source_.at(place.offset), place.key,
                         fmt::format("the key {} is there twice", place.key),
                         "this second entry is left out: give it another key"});
  }
}

void Library::add_messages(std::string_view log) {
  for (auto& message : parse_biber_log(log)) {
    Message result{message.is_error ? Severity::error : Severity::warning, source_.at(0),
                   message.key, message.text, "biber says so"};
    if (message.line > 0) {
      const auto begin = source_.offset({message.line, 1});
      const auto* entry = entry_at(places_, begin + source_.line(message.line).size());
      result.location = source_.at(begin);
      if (entry != nullptr) result.key = entry->key;
    } else if (const auto* place = place_of(message.key)) {
      result.location = source_.at(place->offset);
    }
    messages_.push_back(std::move(result));
  }
}

const BibPlace* Library::place_of(std::string_view key) const {
  const auto found = std::ranges::find(places_, key, &BibPlace::key);
  return found == places_.end() ? nullptr : &*found;
}

// What stands in crossref and xdata: one key, or several with commas between. A key may also be one
// that the other entry has beside its own (ids).
void Library::find_ancestors(BibPlace& place) {
  std::vector<const BibPlace*> open = {&place};
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const auto* link : {"crossref", "xdata"}) {
      const auto field = open[i]->fields.find(link);
      if (field == open[i]->fields.end()) continue;
      for (const auto& key : keys_in(field->second.value())) {
        const auto found = std::ranges::find_if(
            entries_, [&key](const Entry& entry) { return has_key(entry.content, key); });
        if (found == entries_.end()) {
          if (i == 0) place.missing.push_back({field->second.offset, key});
        } else if (std::ranges::find(open, &found->place) == open.end()) {
          open.push_back(&found->place);
        }
      }
    }
  }
  place.ancestors.assign(open.begin() + 1, open.end());
}

bool has_key(const BibEntry& entry, std::string_view key) {
  if (entry.key == key) return true;
  const auto ids = entry.lists.find("ids");
  return ids != entry.lists.end() && std::ranges::find(ids->second, key) != ids->second.end();
}

bool is_parent(const Library& library, std::string_view key) {
  return std::ranges::any_of(library.entries(), [key](const Library::Entry& entry) {
    const auto& fields = entry.place.fields;
    const auto crossref = fields.find("crossref");
    const auto xref = fields.find("xref");
    return (crossref != fields.end() && crossref->second.text == key) ||
           (xref != fields.end() && xref->second.text == key);
  });
}

}  // namespace xmlcv
