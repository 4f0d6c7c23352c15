#include "bibliography/biblatexml.h"

#include "catch.h"

using namespace xmlcv;

TEST_CASE("an entry of biblatexml is read with its names, lists, ranges and dates") {
  const auto entries = parse_biblatexml(R"(<?xml version="1.0" encoding="UTF-8"?>
<bltx:entries xmlns:bltx="http://biblatex-biber.sourceforge.net/biblatexml">
  <bltx:entry id="k" entrytype="inproceedings">
    <bltx:names type="author" morenames="1">
      <bltx:name>
        <bltx:namepart type="family" initial="B">Berg</bltx:namepart>
        <bltx:namepart type="given" initial="J">Jan</bltx:namepart>
        <bltx:namepart type="prefix">
          <bltx:namepart initial="v">van</bltx:namepart>
          <bltx:namepart initial="d">der</bltx:namepart>
        </bltx:namepart>
        <bltx:namepart type="suffix" initial="J">Jr.</bltx:namepart>
      </bltx:name>
      <bltx:name><bltx:namepart type="family">ACME</bltx:namepart></bltx:name>
    </bltx:names>
    <bltx:publisher><bltx:list><bltx:item>A</bltx:item><bltx:item>B &amp; C</bltx:item></bltx:list></bltx:publisher>
    <bltx:title>{T} naı̈ve</bltx:title>
    <bltx:pages><bltx:list>
      <bltx:item><bltx:start>5</bltx:start><bltx:end>10</bltx:end></bltx:item>
      <bltx:item>25</bltx:item>
    </bltx:list></bltx:pages>
    <bltx:date><bltx:start>2019-05-12</bltx:start><bltx:end></bltx:end></bltx:date>
    <bltx:date type="event">2019</bltx:date>
  </bltx:entry>
</bltx:entries>)");
  REQUIRE(entries.size() == 1);
  const auto& entry = entries[0];
  CHECK(entry.key == "k");
  CHECK(entry.type == "inproceedings");
  const auto& authors = entry.names.at("author");
  CHECK(authors.others);
  REQUIRE(authors.names.size() == 2);
  CHECK(authors.names[0].prefix == "van der");
  CHECK(authors.names[0].family == "Berg");
  CHECK(authors.names[0].suffix == "Jr.");
  CHECK(authors.names[0].given == "Jan");
  CHECK(authors.names[1].family == "ACME");
  CHECK(entry.lists.at("publisher") == std::vector<std::string>{"A", "B & C"});
  CHECK(entry.lists.at("pages") == std::vector<std::string>{"5–10", "25"});
  // biber's dotless i under an accent.
  CHECK(entry.fields.at("title") == "{T} nai\u0308ve");
  CHECK(entry.dates.at("date").start == "2019-05-12");
  CHECK(entry.dates.at("date").is_range);
  CHECK(entry.dates.at("eventdate").start == "2019");
  CHECK_FALSE(entry.dates.at("eventdate").is_range);
}

TEST_CASE("what is not biblatexml has no entries") {
  CHECK(parse_biblatexml("").empty());
  CHECK(parse_biblatexml("<bltx:entries>").empty());
  CHECK(parse_biblatexml("<x><entry/></x>").empty());
}
