#include "bibliography/bib_persons.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "bibliography/bib_text.h"
#include "cv/plain_text.h"

namespace xmlcv {
namespace {

constexpr auto roles = std::to_array<std::string_view>(
    {"translator", "annotator", "commentator", "introduction", "foreword", "afterword"});

constexpr auto editors =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"editor", "editortype"},
                                                                  {"editora", "editoratype"},
                                                                  {"editorb", "editorbtype"},
                                                                  {"editorc", "editorctype"}});

// The name that an alphabetic list sorts by.
std::string sort_name_of(const BibContext& context) {
  const auto& entry = context.entry;
  auto names = entry.names.find("author");
  if (names == entry.names.end()) names = entry.names.find("editor");
  if (names == entry.names.end() || names->second.names.empty()) return "";
  const auto& first = names->second.names.front();
  return words_in(read_bib_text(first.family + " " + first.given, {}).content);
}

// biblatex has keys for what an editor does: compiler. Other words stand as they are.
Text role_of(const BibContext& context, std::string_view type) {
  const auto& fields = context.fields;
  const auto place = fields.at(type);
  const auto known = context.phrase(fields.raw(type), place);
  const auto words = fields.text(type);
  if (words && known.empty()) return *words;
  return text_of(words ? known : context.phrase("editor", place), place);
}

// Of author+an = {1=equal; 2=equal,corresponding}.
void add_marks(const BibContext& context, Publication& publication) {
  const auto found = context.entry.annotations.find("author");
  if (found == context.entry.annotations.end()) return;
  for (auto [number, words] : found->second) {
    std::ranges::transform(words, words.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto authors = publication.authors.size();
    if (number == 0 || number > authors) {
      context.diagnostics.warning(context.fields.at("author"),
                                  fmt::format("author+an marks author {}, but the entry {} has {}",
                                              number, context.entry.key, authors));
      continue;
    }
    const bool equal = words.find("equal") != std::string::npos;
    const bool corresponding = words.find("corresponding") != std::string::npos;
    auto& mark = publication.authors[number - 1].mark;
    if (equal) mark = AuthorMark::equal;
    if (corresponding) mark = equal ? AuthorMark::equal_corresponding : AuthorMark::corresponding;
  }
}

// Without other authors a collaboration is the author.
void add_author_note(const BibContext& context, Publication& publication) {
  const auto& fields = context.fields;
  auto collaboration = fields.text("collaboration");
  if (collaboration && publication.authors.empty()) {
    publication.authors.push_back({*words_of(collaboration)});
    publication.sort_name = publication.authors.front().name.value;
    collaboration.reset();
  }
  join(publication.author_note, ", ", collaboration);
  join(publication.author_note, ", ", fields.text("nameaddon"));
  if (publication.authors.empty()) return fields.use("authortype");
  const auto type = fields.text("authortype");
  const auto known = context.phrase(fields.raw("authortype"), fields.at("authortype"));
  join(publication.author_note, ", ",
       known.empty() || !type ? type : std::optional(text_of(known, type->location)));
}

}  // namespace

void add_persons(const BibContext& context, Publication& publication) {
  const auto& fields = context.fields;
  for (auto& name : fields.names("author")) publication.authors.push_back({std::move(name)});
  add_marks(context, publication);
  publication.others = fields.others("author");
  publication.sort_name = sort_name_of(context);
  add_author_note(context, publication);
  publication.book_authors = {std::nullopt, fields.names("bookauthor"),
                              fields.others("bookauthor")};
  const auto add = [&](std::string_view field, const auto& role) {
    auto persons = fields.names(field);
    if (persons.empty()) return;
    publication.contributions.push_back({role(), std::move(persons), fields.others(field)});
  };
  for (const auto& [field, type] : editors) {
    if (field == "editor" && !fields.has(type)) {
      publication.editors = fields.names(field);
      publication.other_editors = fields.others(field);
    } else {
      add(field, [&context, type = type] { return role_of(context, type); });
    }
    fields.use(type);
  }
  for (const auto role : roles) {
    add(role, [&] { return text_of(context.phrase(role, fields.at(role)), fields.at(role)); });
  }
}

}  // namespace xmlcv
