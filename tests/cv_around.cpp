#include "cv_around.h"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace {

const std::string person = "<person><name><family>B</family></name></person>";
const std::string section = "<section kind=\"summary\"><p>x</p></section>";

// A part of a CV around an element, with marks where something is inserted: %a its attributes, %c a
// child, %b behind it, %g what stands before the family name, %s a section. Between # and # is the
// name of what may be left out, then that.
const std::map<std::string_view, std::string> places = {
    {"cv", "<cv xmlns=\"urn:xmlcv:1\" audiences=\"industry\"%a>%c#person#" + person + "#%s" +
               section + "</cv>"},
    {"layout", "<layout%a>%c</layout>" + person},
    {"person", "<person>%c#name#<name><family>B</family></name>#</person>%b"},
    {"name", "<person><name%a>%g#family#<family>B</family>#%c</name></person>"},
    {"phone", "<person><phone%a>+49 30 1%c</phone><name><family>B</family></name></person>"},
    {"social",
     "<person><social#network# network=\"github\"#%a>ada%c</social>"
     "<name><family>B</family></name></person>"},
    {"photo",
     "<person><photo#src# src=\"a.jpg\"#%a>%c</photo>"
     "<name><family>B</family></name></person>"},
    {"section", "<section#kind# kind=\"other\"#%a>#title#<title>T</title>#%c<p>x</p></section>"},
    {"group",
     "<section kind=\"work\"><group%a>#title#<title>T</title>#%c<p>x</p></group>%b"
     "</section>"},
    {"entry", "<section kind=\"work\"><entry%a>#title#<title>T</title>#%c</entry></section>"},
    {"item", "<section kind=\"work\"><item%a>%cx</item></section>"},
    {"list", "<section kind=\"work\"><list%a>%c<li>x</li></list></section>"},
    {"publication",
     "<section kind=\"work\"><publication%a>#title#<title>T</title>#%c</publication></section>"},
    {"bibliography",
     "<section kind=\"work\"><bibliography#src# src=\"r.bib\"#%a>%c</bibliography></section>"},
    {"a",
     "<section kind=\"work\"><p><a#href# href=\"https://example.org\"#%a>x%c</a></p>"
     "</section>"},
    {"br", "<section kind=\"work\"><p>x<br>%c</br></p></section>"},
    {"others",
     "<section kind=\"work\"><publication><title>T</title><others>%c</others>"
     "</publication></section>"}};

// Elements of text: in which of those above, and the text.
const std::map<std::string_view, std::pair<std::string_view, std::string_view>> texts = {
    {"headline", {"person", "x"}},
    {"address", {"person", "x"}},
    {"email", {"person", "a@b.org"}},
    {"homepage", {"person", "b.org"}},
    {"born", {"person", "x"}},
    {"quote", {"person", "x"}},
    {"extra", {"person", "x"}},
    {"prefix", {"name", "x"}},
    {"given", {"name", "x"}},
    {"family", {"name", "x"}},
    {"suffix", {"name", "x"}},
    {"variant", {"name", "x"}},
    {"nationality", {"person", "x"}},
    {"pronouns", {"person", "x"}},
    {"title", {"section", "x"}},
    {"organization", {"entry", "x"}},
    {"place", {"entry", "x"}},
    {"grade", {"entry", "x"}},
    {"when", {"entry", "x"}},
    {"label", {"item", "x"}},
    {"p", {"section", "x"}},
    {"li", {"list", "x"}},
    {"tex", {"section", "x"}},
    {"venue", {"publication", "x"}},
    {"series", {"publication", "x"}},
    {"note", {"publication", "x"}},
    {"author", {"publication", "x"}},
    {"editor", {"publication", "x"}},
    {"volume", {"publication", "x"}},
    {"number", {"publication", "x"}},
    {"pages", {"publication", "x"}},
    {"publisher", {"publication", "x"}},
    {"doi", {"publication", "10.1000/1"}},
    {"url", {"publication", "b.org"}},
    {"b", {"item", "x"}},
    {"i", {"item", "x"}},
    {"code", {"item", "x"}},
    {"sub", {"item", "x"}},
    {"sup", {"item", "x"}}};

void replace(std::string& text, std::string_view mark, const std::string& by) {
  if (const auto at = text.find(mark); at != text.npos) text.replace(at, mark.size(), by);
}

std::string fill(std::string xml, Inserted inserted) {
  for (auto at = xml.find('#'); at != xml.npos; at = xml.find('#')) {
    const auto name_end = xml.find('#', at + 1);
    const auto end = xml.find('#', name_end + 1);
    const auto name = xml.substr(at + 1, name_end - at - 1);
    const auto text = xml.substr(name_end + 1, end - name_end - 1);
    xml.replace(at, end + 1 - at, name == inserted.instead_of ? "" : text);
  }
  const auto move = [&](const char* mark, bool wanted) {
    replace(xml, mark, wanted ? std::exchange(inserted.child, "") : "");
  };
  move("%s", inserted.instead_of == "section");
  const bool is_name = xml.find("%g") != xml.npos;
  move("%g", inserted.instead_of == "given" || (is_name && inserted.child.starts_with("<prefix")));
  replace(xml, "%a", inserted.attributes);
  replace(xml, "%c", inserted.child);
  replace(xml, "%b", inserted.behind);
  return xml;
}

}  // namespace

std::string cv_around(std::string_view element, Inserted inserted) {
  const auto found = places.find(element);
  if (found == places.end()) {
    const auto& [outer, text] = texts.at(element);
    const auto child = fmt::format("<{}{}>{}{}</{}>{}", element, inserted.attributes, text,
                                   inserted.child, element, inserted.behind);
    return cv_around(outer, {"", child, "", std::string(element)});
  }
  const bool has_person = found->second.find("<person") != std::string::npos;
  const auto xml = fill(found->second, std::move(inserted));
  if (element == "cv") return xml;
  return "<cv xmlns=\"urn:xmlcv:1\" audiences=\"industry\">" +
         (has_person ? xml + section : person + xml) + "</cv>";
}

std::string sample_of(std::string_view element) {
  const auto found = texts.find(element);
  if (found != texts.end()) {
    return fmt::format("<{}>{}</{}>", element, found->second.second, element);
  }
  const auto xml = fill(places.at(element), {});
  const auto begin = xml.find(fmt::format("<{}", element));
  const auto end_tag = fmt::format("</{}>", element);
  return xml.substr(begin, xml.find(end_tag, begin) + end_tag.size() - begin);
}
