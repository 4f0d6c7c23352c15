#include "bibliography/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "bibliography/biber.h"
#include "bibliography/biber_log.h"
#include "machine/file.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

// The entry that a line belongs to: the last one that begins before its end.
const BibPlace* entry_at(const std::vector<BibPlace>& places, std::size_t end_of_line) {
  const auto behind = std::ranges::upper_bound(places, end_of_line, {}, &BibPlace::offset);
  return behind == places.begin() ? nullptr : &*(behind - 1);
}

// biber takes 15 s for a file of 1 MB.
constexpr std::size_t most_megabytes = 100;

}  // namespace

Library::Library(const std::filesystem::path& path, const std::function<void()>& on_run)
    : source_(path.string(), read_file(path, most_megabytes)) {
  if (!check_encoding()) return;
  const auto places = find_entries(source_);
  const auto output = run_biber(source_, on_run);
  std::map<std::string, const BibPlace*> by_key;
  for (const auto& place : places) by_key.try_emplace(place.key, &place);
  for (auto& entry : parse_biblatexml(output.xml)) {
    const auto found = by_key.find(entry.key);
    const BibPlace nowhere{0, entry.type, entry.key, {}};
    const BibPlace& place = found == by_key.end() ? nowhere : *found->second;
    entries_.push_back({std::move(entry), place});
  }
  std::ranges::stable_sort(entries_, {}, [](const Entry& entry) { return entry.place.offset; });
  find_doubled(places);
  add_messages(output.log, places);
}

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

void Library::find_doubled(const std::vector<BibPlace>& places) {
  std::set<std::string_view> keys;
  for (const auto& place : places) {
    if (keys.insert(place.key).second) continue;
    messages_.push_back({Severity::warning, source_.at(place.offset), place.key,
                         fmt::format("the key {} is there twice", place.key),
                         "this second entry is left out: give it another key"});
  }
}

void Library::add_messages(std::string_view log, const std::vector<BibPlace>& places) {
  const auto known = [this](const std::string& key) {
    return std::ranges::find(entries_, key, [](const Entry& e) { return e.content.key; });
  };
  for (auto& message : parse_biber_log(log)) {
    Message result{message.is_error ? Severity::error : Severity::warning, source_.at(0),
                   message.key, message.text, "biber says so"};
    if (message.line > 0) {
      const auto begin = source_.offset({message.line, 1});
      const auto* entry = entry_at(places, begin + source_.line(message.line).size());
      result.location = source_.at(begin);
      if (entry != nullptr) result.key = entry->key;
    } else if (const auto found = known(message.key); found != entries_.end()) {
      result.location = source_.at(found->place.offset);
    }
    messages_.push_back(std::move(result));
  }
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
