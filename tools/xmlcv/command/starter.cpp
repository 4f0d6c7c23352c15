#include "command/starter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <optional>
#include <string>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/resources.h"
#include "text/source.h"
#include "text/white_space.h"
#include "text/xml_escape.h"
#include "xml/schema.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view placeholder = "FILE";

constexpr std::size_t most_megabytes = 10;

struct SchemaFile {
  std::string_view name;
  std::string_view text;
};

std::array<SchemaFile, 4> schema_files() {
  return {
      {{"cv.xsd", cv_xsd}, {"xml.xsd", xml_xsd}, {"cv.rnc", cv_rnc}, {"schemas.xml", schemas_xml}}};
}

// Nothing for a file that is not from xmlcv: each of ours names the vocabulary or its namespace,
// whatever its version.
std::optional<std::string> read_ours(const fs::path& path) {
  try {
    auto text = read_file(path, most_megabytes);
    if (text.find("urn:xmlcv:1") != std::string::npos) return text;
  } catch (const UnreadableFile&) {
  }
  return std::nullopt;
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string element(std::string_view name, const std::string& words) {
  return words.empty() ? "" : fmt::format("<{}>{}</{}>", name, xml_escaped(words), name);
}

struct PersonName {
  std::string given;
  std::string family;
};

// The family name begins with its particles, which are in small letters, or is the last word.
PersonName divided(const std::string& name) {
  const auto words = split_words(name);
  const auto is_particle = [](const std::string& word) { return word[0] >= 'a' && word[0] <= 'z'; };
  const auto particle = std::find_if(words.begin(), words.end(), is_particle);
  const bool has_particle = particle != words.begin() && particle != words.end();
  const auto family = has_particle ? particle : words.end() - 1;
  return {fmt::format("{}", fmt::join(words.begin(), family, " ")),
          fmt::format("{}", fmt::join(family, words.end(), " "))};
}

std::string name_element(const std::string& name) {
  const auto [given, family] = divided(name);
  return fmt::format("<name>{}{}</name>", element("given", given), element("family", family));
}

fs::path bib_beside(const fs::path& cv) {
  auto bib = cv;
  return bib.replace_extension("bib");
}

// As BibTeX writes a name. One with a character that means something there leaves the example's.
std::string starter_bib_for(const std::string& owner) {
  std::string text(starter_bib);
  if (is_blank(owner) || owner.find_first_of("\\{}%&#$^_~\",=@") != std::string::npos ||
      owner.find(" and ") != std::string::npos) {
    return text;
  }
  const auto [given, family] = divided(owner);
  replace_all(text, "Doe, Jane", given.empty() ? "{" + family + "}" : family + ", " + given);
  return text;
}

std::string quoted_for_shell(const std::string& word) {
  const bool is_plain = std::ranges::all_of(word, [](unsigned char c) {
    return c >= 0x80 || std::isalnum(c) != 0 || std::strchr("/._-+,:@%", c) != nullptr;
  });
  if (is_plain) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string starter_for(const fs::path& cv, const std::string& owner) {
  std::string text(starter_xml);
  const std::string name = cv.filename().string();
  // A comment must not hold two hyphens.
  const std::string shown = name.find("--") == std::string::npos ? name : "cv.xml";
  replace_all(text, placeholder, shown);
  const auto bib = bib_beside(cv).filename().string();
  if (shown != name) replace_all(text, "What starter.bib", "What the .bib file");
  replace_all(text, "starter.bib", xml_escaped(bib));
  if (!is_blank(owner)) {
    const auto begin = text.find("<name>");
    const auto end = text.find("</name>") + std::string_view("</name>").size();
    text.replace(begin, end - begin, name_element(owner));
  }
  return text;
}

}  // namespace

std::vector<fs::path> write_starter(const fs::path& cv, const std::string& name) {
  if (fs::exists(cv)) {
    throw Failure(ExitStatus::wrong_usage, fmt::format("{} is there already", cv.string()),
                  "xmlcv new writes a new file and never overwrites one");
  }
  const auto text = starter_for(cv, name);
  if (find_syntax_error(Source(cv.string(), text))) {
    throw Failure(ExitStatus::wrong_usage, "the name has a character that XML has no place for");
  }
  const auto bib = bib_beside(cv);
  if (fs::exists(bib)) {
    throw Failure(ExitStatus::wrong_usage, fmt::format("{} is there already", bib.string()),
                  "xmlcv new writes the publications into a file of that name");
  }
  auto written = write_schema(cv);
  written.insert(written.begin(), {cv, bib});
  write_file(bib, starter_bib_for(name));
  write_file(cv, text);
  return written;
}

std::string build_command(const fs::path& cv) {
  return "xmlcv build " + quoted_for_shell(cv.string());
}

std::vector<fs::path> write_schema(const fs::path& cv) {
  const auto folder = cv.parent_path();
  for (const auto& schema : schema_files()) {
    const auto path = folder / schema.name;
    if (!fs::exists(path) || read_ours(path)) continue;
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("{} is there already, and not from xmlcv", path.string()),
                  "write the CV into a folder of its own");
  }
  make_folder(folder);
  std::vector<fs::path> written;
  for (const auto& schema : schema_files()) {
    written.push_back(folder / schema.name);
    write_file(written.back(), schema.text);
  }
  return written;
}

std::vector<std::string> outdated_schemas(const fs::path& cv) {
  std::vector<std::string> result;
  for (const auto& schema : schema_files()) {
    const auto text = read_ours(cv.parent_path() / schema.name);
    if (text && *text != schema.text) result.emplace_back(schema.name);
  }
  return result;
}

std::string_view schema_text(std::string_view form) {
  if (form == "rnc") return cv_rnc;
  return form == "xml.xsd" ? xml_xsd : cv_xsd;
}

}  // namespace xmlcv
