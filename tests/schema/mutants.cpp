#include "mutants.h"

#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace {

namespace fs = std::filesystem;

const fs::path examples = fs::path(XMLCV_SOURCE_DIR) / "xml/examples";

std::string written(const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw);
  return out.str();
}

pugi::xml_node find(const pugi::xml_document& tree, const std::string& element) {
  return tree.select_node(("//" + element).c_str()).node();
}

// full.xml in one language and for one audience, so that one change has one effect.
pugi::xml_document base_document() {
  pugi::xml_document tree;
  tree.load_file((examples / "full.xml").c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  for (const auto found : tree.select_nodes("//*[@xml:lang = 'de']")) {
    found.parent().remove_child(found.node());
  }
  for (const auto found : tree.select_nodes("//*[@audience]")) {
    found.node().remove_attribute("audience");
  }
  return tree;
}

void set(pugi::xml_node node, const std::string& attribute, const std::string& value) {
  auto found = node.attribute(attribute.c_str());
  if (!found) found = node.append_attribute(attribute.c_str());
  found = value.c_str();
}

struct Values {
  const char* good;
  const char* bad;  // nothing if every value is good
};

// For attributes that may hold more than a list of values.
Values values_of(const DeclaredAttribute& attribute) {
  static const std::map<std::string, Values> all = {
      {"audience", {"academia !academia industry+academia", "academia++industry"}},
      {"audiences", {"academia industry", "academia+industry"}},
      {"date", {"2012-02-29", "2012-13"}},
      {"from", {"2012", "12"}},
      {"href", {"https://example.org/~a", "nowhere at all"}},
      {"keys", {"echo2021 tides2016", " "}},
      {"keywords", {"sonar, C++", nullptr}},
      {"src", {"portrait.jpg", " "}},
      {"name", {"PeerTube", " "}},
      {"sections", {"work education", "work,education"}},
      {"text-area", {"0.5", "0.4"}},
      {"pages", {"2", "0"}},
      {"height", {"4.5cm", "4"}},
      {"prefix", {"article=J book=B", "J 1"}},
      {"authors", {"3", "0"}},
      {"to", {"2012-12", "2012-00"}},
      {"types", {"article book", " "}},
      {"updated", {"2026-11-23", "2026-11"}},
      {"xml:lang", {"en-GB", "en_GB"}}};
  if (const auto found = all.find(attribute.name); found != all.end()) return found->second;
  if (attribute.values.empty()) {
    throw std::runtime_error("mutants.cpp knows no good and no bad value of " + attribute.name);
  }
  return {nullptr, "wrong"};
}

// Takes away what excludes a date, gives a title to what may need one, and an address to an account
// that is none of its network.
void make_room(pugi::xml_node node, const std::string& attribute) {
  if (attribute == "from" || attribute == "to" || attribute == "date") {
    for (const char* name : {"from", "to", "date"}) node.remove_attribute(name);
    for (const char* name : {"when", "label"}) node.remove_child(name);
  }
  if (attribute == "kind" && std::string_view(node.name()) == "section" && !node.child("title")) {
    node.prepend_child("title").text() = "Title";
  }
  if (attribute == "network") set(node, "href", "https://example.org/ada");
  if (attribute == "name") set(node, "network", "other");
}

std::string with_value(const std::string& element, const std::string& attribute,
                       const std::string& value) {
  const auto tree = base_document();
  const auto node = find(tree, element);
  make_room(node, attribute);
  set(node, attribute, value);
  if (value == "other" && attribute == "network") set(node, "name", "PeerTube");
  return written(tree);
}

void break_attribute(const std::string& element, const DeclaredAttribute& attribute,
                     Samples& samples) {
  const std::string error = element + "/@" + attribute.name;
  std::string stem = element + "-" + attribute.name;
  if (const auto colon = stem.find(':'); colon != std::string::npos) stem[colon] = '-';
  const auto add = [&](const std::string& name, const std::string& value, bool good) {
    samples.push_back({stem + "-" + name + ".xml", with_value(element, attribute.name, value),
                       good ? "" : error});
  };
  for (const auto& value : attribute.values) add("is-" + value, value, true);
  const auto values = values_of(attribute);
  const std::string good = values.good == nullptr ? attribute.values[0] : values.good;
  add("good", good, true);
  add("blanks", "\n " + good + "  ", true);
  if (values.bad != nullptr) add("bad", values.bad, false);
  if (!attribute.required) return;
  const auto tree = base_document();
  find(tree, element).remove_attribute(attribute.name.c_str());
  samples.push_back({stem + "-missing.xml", written(tree), error});
}

// Leaves the element's own section alone, or the first one, so that many documents are small ones.
void prune(const pugi::xml_document& tree, pugi::xml_node target) {
  auto cv = tree.document_element();
  cv.remove_attribute("audiences");
  auto kept = target;
  while (kept && kept.parent() != cv) kept = kept.parent();
  if (std::string_view(kept.name()) != "section") kept = cv.child("section");
  for (auto child = cv.first_child(); child;) {
    const auto next = child.next_sibling();
    const bool section = std::string_view(child.name()) == "section";
    const bool layout = std::string_view(child.name()) == "layout";
    if ((section && child != kept) || (layout && child != target)) cv.remove_child(child);
    child = next;
  }
}

Samples put_into(const std::string& parent, const DeclaredElement& child,
                 const pugi::xml_document& prototypes) {
  Samples result;
  for (const bool first : {true, false}) {
    const auto tree = base_document();
    auto node = find(tree, parent);
    prune(tree, node);
    // A whole CV is too large.
    const auto prototype = child.name == "cv" ? pugi::xml_node() : find(prototypes, child.name);
    auto fresh = first ? node.prepend_copy(prototype) : node.append_copy(prototype);
    if (!fresh) fresh = first ? node.prepend_child("cv") : node.append_child("cv");
    result.push_back({fmt::format("{}-{}-{}.xml", child.name, first ? "opens" : "ends", parent),
                      written(tree), ""});
  }
  return result;
}

}  // namespace

Samples break_each_declaration(const std::vector<DeclaredElement>& declared) {
  Samples result;
  for (const auto& element : declared) {
    auto tree = base_document();
    set(find(tree, element.name), "unknown", "yes");
    result.push_back({element.name + "-unknown-attribute.xml", written(tree), element.name});
    tree = base_document();
    find(tree, element.name).append_child("unknown");
    result.push_back({element.name + "-unknown-child.xml", written(tree), element.name});
    for (const auto& attribute : element.attributes) {
      break_attribute(element.name, attribute, result);
    }
  }
  return result;
}

Samples put_each_into_each(const std::vector<DeclaredElement>& declared) {
  const auto prototypes = base_document();
  Samples result;
  for (const auto& parent : declared) {
    for (const auto& child : declared) {
      for (auto& sample : put_into(parent.name, child, prototypes)) {
        result.push_back(std::move(sample));
      }
    }
  }
  return result;
}

Samples special_cases() {
  struct Case {
    const char* name;
    const char* attributes;  // of cv
    const char* content;     // of the one section
  };
  static constexpr Case all[] = {
      {"blank-in-br", "", "<p>a<br> </br>b</p>"},
      {"comment-in-br", "", "<p>a<br><!-- c --></br>b</p>"},
      {"cdata-blank", "", "<p>a</p><![CDATA[ ]]>"},
      {"cdata-text", "", "<p><![CDATA[a & b]]></p>"},
      {"comment-in-doi", "",
       "<publication><title>a</title><doi>10.1/<!-- c -->x</doi></publication>"},
      {"late-markup-label", "", "<item><b>a</b><label>b</label></item>"},
      {"late-text-label", "", "<item>a<label>b</label></item>"},
      {"prefix", "", "<x:p xmlns:x='urn:xmlcv:1'>a</x:p>"},
      {"own-namespace", "", "<p xmlns='urn:xmlcv:1'>a</p>"},
      {"other-namespace", "", "<p xmlns='urn:other'>a</p>"},
      {"no-namespace-inside", "", "<p xmlns=''>a</p>"},
      {"xml-space", "", "<p xml:space='preserve'>a</p>"},
      {"schema-location",
       "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
       "xsi:schemaLocation='urn:xmlcv:1 cv.xsd'",
       "<p>a</p>"},
      {"schema-instance-unknown",
       "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:unknown='a'", "<p>a</p>"},
      {"schema-instance-nil",
       "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='false'", "<p>a</p>"},
      {"undeclared-audience", "audiences='a'", "<p audience='b'>a</p>"},
      {"nothing-for-b", "audiences='a b'", "<p audience='a'>a</p>"},
      {"list-for-nobody", "audiences='a b'", "<list><li audience='a'>a</li></list><p>b</p>"},
      {"group-title-for-a", "audiences='a b'",
       "<group><title audience='a'>a</title><p>b</p></group>"},
      {"label-or-when", "audiences='a b'",
       "<entry><title audience='a'>a</title><title audience='b'>b</title></entry>"
       "<item><when audience='a'>a</when><label audience='b'>b</label>c</item>"},
      {"no-such-day", "updated='2021-02-29'", "<p>a</p>"},
      {"year-nought", "updated='0000-01-01'", "<p>a</p>"},
      {"languages", "xml:lang='x-klingon'", "<p xml:lang='zh-Hant-TW'>a</p>"},
      {"no-language", "xml:lang=''", "<p>a</p>"},
      {"long-language", "xml:lang='abcdefghi'", "<p>a</p>"},
      {"no-break-space", "", "&#160;<p>a</p>"}};
  Samples result;
  for (const auto& one : all) {
    result.push_back(
        {fmt::format("special-{}.xml", one.name),
         fmt::format("<cv xmlns=\"urn:xmlcv:1\" {}><person><name><family>Doe</family></name>"
                     "</person><section kind=\"work\">{}</section></cv>\n",
                     one.attributes, one.content),
         ""});
  }
  // What two attributes of an account say together.
  for (const auto* attributes :
       {"network=\"github\" name=\"GitHub\"", "network=\"other\"",
        "network=\"other\" name=\"Google Scholar\"", "network=\"other\" name=\"PeerTube\""}) {
    result.push_back(
        {fmt::format("special-account-{}.xml", result.size()),
         fmt::format("<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Doe</family></name>"
                     "<social {}>ada</social></person><section kind=\"work\"><p>a</p></section>"
                     "</cv>\n",
                     attributes),
         ""});
  }
  return result;
}
