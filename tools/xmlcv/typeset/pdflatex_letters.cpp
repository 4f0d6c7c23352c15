#include "typeset/pdflatex_letters.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "machine/file.h"
#include "typeset/tex_files.h"

namespace xmlcv {
namespace {

using Arguments = std::vector<std::string>;

// Reads one argument: {…}, or a macro without braces.
std::string read_argument(std::string_view text, std::size_t& at) {
  at = std::min(text.find_first_not_of(" \t", at), text.size());
  const auto begin = at;
  if (at < text.size() && text[at] == '\\') {
    at = std::min(text.find_first_of("{\\ ", at + 1), text.size());
    return std::string(text.substr(begin, at - begin));
  }
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '{') {
      ++depth;
    } else if (text[at] == '}' && --depth == 0) {
      ++at;
      break;
    }
  }
  return at < begin + 2 ? "" : std::string(text.substr(begin + 1, at - begin - 2));
}

// The arguments of each call of a macro.
std::vector<Arguments> calls(std::string_view text, std::string_view macro, std::size_t count) {
  std::vector<Arguments> result;
  for (auto at = text.find(macro); at != std::string_view::npos; at = text.find(macro, at)) {
    at += macro.size();
    if (at < text.size() && text[at] != '{' && text[at] != ' ') continue;
    Arguments arguments;
    while (arguments.size() < count) arguments.push_back(read_argument(text, at));
    result.push_back(std::move(arguments));
  }
  return result;
}

unsigned long number(std::string_view digits, int base) {
  unsigned long value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return value;
}

// 233, or `\^ for the slot of that character.
std::size_t slot_number(std::string_view slot) {
  if (slot.starts_with('`')) return static_cast<unsigned char>(slot.back());
  return number(slot, 10);
}

// "\c c", "\@tabacckludge'e" and "\ss" without what TeX overlooks: "\cc", "\'e", "\ss".
std::string key(std::string definition) {
  constexpr std::string_view in_tables = "@tabacckludge";
  const auto found = definition.find(in_tables);
  if (found != std::string::npos) definition.erase(found, in_tables.size());
  std::erase(definition, ' ');
  return definition;
}

// The slot of each macro; none for one that is put together of several glyphs.
using Slots = std::map<std::string, std::optional<std::size_t>>;

Slots read_slots(std::string_view macros) {
  Slots slots;
  for (const auto& call : calls(macros, "\\DeclareTextCommand", 1)) slots[call[0]] = std::nullopt;
  for (const auto& call : calls(macros, "\\DeclareTextSymbol", 3)) {
    slots[call[0]] = slot_number(call[2]);
  }
  for (const auto& call : calls(macros, "\\DeclareTextComposite", 4)) {
    slots[key(call[0] + call[2])] = slot_number(call[3]);
  }
  return slots;
}

std::vector<std::string> read_glyphs(std::string_view glyphs) {
  std::vector<std::string> names;
  const auto end = glyphs.rfind(']');
  for (auto at = glyphs.find('['); at < end;) {
    at = glyphs.find_first_of("%/", at);
    if (at >= end) break;
    const auto after = glyphs.find_first_of(glyphs[at] == '%' ? "\n" : " \t\r\n]", at);
    if (glyphs[at] == '/') names.emplace_back(glyphs.substr(at + 1, after - at - 1));
    at = after;
  }
  return names;
}

class Glyphs {
 public:
  explicit Glyphs(std::string_view to_unicode) {
    for (const auto& call : calls(to_unicode, "\\pdfglyphtounicode", 2)) {
      const bool is_one = call[1].find(' ') == std::string::npos;
      characters_[call[0]] = is_one ? static_cast<char32_t>(number(call[1], 16)) : 0;
    }
  }

  // pdfTeX (1.40.24) overlooks what stands behind a full stop: two.superior is 2 to it.
  char32_t character(const std::string& name) const {
    const auto found = characters_.find(name.substr(0, name.find('.', 1)));
    return found == characters_.end() ? 0 : found->second;
  }

 private:
  std::map<std::string, char32_t> characters_;  // 0: several, or none
};

struct Encoding {
  Slots slots;
  std::vector<std::string> glyphs;
};

bool sets(const std::vector<Encoding>& encodings, const Glyphs& glyphs,
          const std::string& definition, char32_t character) {
  for (const auto& encoding : encodings) {
    const auto slot = encoding.slots.find(key(definition));
    if (slot == encoding.slots.end()) continue;
    return slot->second && *slot->second < encoding.glyphs.size() &&
           glyphs.character(encoding.glyphs[*slot->second]) == character;
  }
  return false;
}

}  // namespace

std::set<char32_t> letters_of(const std::vector<EncodingFiles>& files,
                              std::string_view to_unicode) {
  const Glyphs glyphs(to_unicode);
  std::vector<Encoding> encodings;
  encodings.reserve(files.size());
  for (const auto& file : files) {
    encodings.push_back({read_slots(file.macros), read_glyphs(file.glyphs)});
  }
  std::set<char32_t> letters;
  for (const auto& file : files) {
    for (const auto& call : calls(file.characters, "\\DeclareUnicodeCharacter", 2)) {
      const auto character = static_cast<char32_t>(number(call[0], 16));
      if (sets(encodings, glyphs, call[1], character)) letters.insert(character);
    }
  }
  return letters;
}

std::optional<std::set<char32_t>> pdflatex_letters() {
  const std::vector<std::string> names = {"t1enc.dfu",         "t1enc.def",  "lm-ec.enc",
                                          "ts1enc.dfu",        "ts1enc.def", "lm-ts1.enc",
                                          "glyphtounicode.tex"};
  const auto files = find_tex_files(names);
  std::vector<std::string> texts;
  for (const auto& name : names) {
    const auto file = files.find(name);
    if (file == files.end()) return std::nullopt;
    texts.push_back(read_file(file->second));
  }
  return letters_of({{texts[0], texts[1], texts[2]}, {texts[3], texts[4], texts[5]}}, texts[6]);
}

}  // namespace xmlcv
