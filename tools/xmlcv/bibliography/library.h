#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bibliography/bib_source.h"
#include "bibliography/biblatexml.h"
#include "text/diagnostics.h"
#include "text/source.h"

namespace xmlcv {

// A .bib file as biber reads it, with the places that biber does not tell.
class Library {
 public:
  struct Entry {
    BibEntry content;
    BibPlace place;
  };
  // key: of the entry that it is about; empty if that is not known.
  struct Message {
    Severity severity;
    Location location;
    std::string key;
    std::string text;
    std::string hint;
  };

  // path: as messages show it. on_run: called before biber runs. Throws Failure and Interrupted.
  Library(std::string path, std::string bytes, const std::function<void()>& on_run);

  bool is_xml() const;
  const Source& source() const { return source_; }
  // In the order of the file.
  const std::vector<Entry>& entries() const { return entries_; }
  // Where the entry with this key stands, also if biber has left it out; null if there is none.
  const BibPlace* place_of(std::string_view key) const;
  // What is wrong with it. Those without an offset have the place 0.
  const std::vector<Message>& messages() const { return messages_; }

 private:
  bool check_encoding();
  void find_ancestors(BibPlace& place);
  void find_doubled();
  void add_messages(std::string_view log);

  Source source_;
  std::vector<BibPlace> places_;
  std::vector<Entry> entries_;
  std::vector<Message> messages_;
};

// Whether a key is the entry's own or one of its others (ids).
bool has_key(const BibEntry& entry, std::string_view key);

// Whether another entry inherits from this one (crossref), as a paper does from its proceedings.
bool is_parent(const Library& library, std::string_view key);

}  // namespace xmlcv
