#include <map>
#include <string>

#include "bibliography/bib_text.h"
#include "bibliography/latex_commands.h"
#include "catch.h"
#include "cv/plain_text.h"
#include "machine/resources.h"
#include "text/white_space.h"

using namespace xmlcv;

namespace {

struct Symbol {
  std::string command;
  std::string kind;
  std::string character;
};

std::vector<Symbol> symbols() {
  std::vector<Symbol> result;
  for (auto rest = tex_symbols; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    result.push_back({std::string(line.substr(0, first)),
                      std::string(line.substr(first + 1, second - first - 1)),
                      std::string(line.substr(second + 1))});
  }
  return result;
}

// Where LaTeX's own meaning, or a letter that more fonts have, overrides the tables.
const std::map<std::string, std::string> ours = {
    {"ast", "*"},         {"bullet", "•"},    {"cdot", "·"},     {"mu", "µ"},
    {"perp", "⊥"},        {"prime", "’"},     {"sun", "☉"},      {"textendash", "–"},
    {"textepsilon", "ϵ"}, {"textgamma", "γ"}, {"textiota", "ι"}, {"textphi", "ϕ"},
    {"textupsilon", "υ"}};

std::string read(const std::string& latex) {
  const auto result = read_bib_text(latex, {});
  CHECK(result.unknown.empty());
  return words_in(result.content);
}

}  // namespace

TEST_CASE("symbols and accents of LaTeX are their characters") {
  int count = 0;
  for (const auto& [command, kind, character] : symbols()) {
    INFO(command);
    const bool is_word = std::isalpha(static_cast<unsigned char>(command[0])) != 0;
    const auto other = ours.find(command);
    ++count;
    if (other != ours.end()) {
      CHECK(read("$\\" + command + "$") == other->second);
    } else if (kind == "accent") {
      CHECK(read("\\" + command + "{o}") == to_nfc("o" + character));
      if (is_word) CHECK(read("$\\" + command + " o$") == to_nfc("o" + character));
    } else {
      CHECK(collapse(read("$\\" + command + "$")) == to_nfc(character));
      CHECK(collapse(read("{\\" + command + "}")) == to_nfc(character));
      CHECK(collapse(read("A \\" + command + "{} b")) == "A " + to_nfc(character) + " b");
    }
  }
  CHECK(count > 500);
}
