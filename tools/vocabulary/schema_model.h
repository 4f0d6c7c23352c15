#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The vocabulary as xml/cv.xsd and xml/cv.rules say it: the source of the generated files.
namespace xmlcv::vocabulary {

struct Value {
  std::string name;
  std::string text;  // the schema's, in one line
};

struct Attribute {
  std::string name;
  bool required = false;
  std::string type;           // the name of the kind of value in cv.rnc; any, or language
  std::vector<Value> values;  // the only ones allowed, or empty
  std::vector<Value> words;   // of its kind of value, such as present
  std::string text;
  bool common = false;  // xml:lang and audience, which most elements have
};

enum class Content { nothing, words, text, elements };

// Ranks count from 0; children of one rank are in any order.
struct Child {
  std::string name;
  bool required = false;
  bool once = false;
  unsigned rank = 0;
};

struct Element {
  std::string name;
  std::string text;
  Content content = Content::nothing;
  std::string type = "any";  // of content `words`
  std::vector<Attribute> attributes;
  std::vector<Child> children;
  std::optional<unsigned> needed_rank;  // one child at least of this rank
  bool selectable = false;
  bool repeated = false;  // may be there several times in a parent
  bool overlaid = false;
};

struct Vocabulary {
  std::vector<Element> elements;                // in the order of the schema
  std::map<std::string, std::string> patterns;  // of a kind of value: an XSD regular expression
};

// Throws std::runtime_error, whose text names the line of RULES, where the two do not agree.
Vocabulary read_vocabulary(std::string_view xsd, std::string_view rules);

}  // namespace xmlcv::vocabulary
