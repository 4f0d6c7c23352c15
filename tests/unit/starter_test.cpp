#include "command/starter.h"

#include "catch.h"
#include "machine/failure.h"
#include "machine/file.h"
#include "program.h"
#include "text/parts.h"

using namespace xmlcv;

TEST_CASE("a new CV has the owner's name, with the particles of the family") {
  struct Case {
    const char* name;
    const char* element;
  };
  const Case cases[] = {
      {"", "<given>Jane</given><family>Doe</family>"},
      {" ", "<given>Jane</given><family>Doe</family>"},
      {"Ada Byron", "<given>Ada</given><family>Byron</family>"},
      {"Ada  M. Byron ", "<given>Ada M.</given><family>Byron</family>"},
      {"Jürgen van der Berg", "<given>Jürgen</given><family>van der Berg</family>"},
      {"Cher", "<family>Cher</family>"},
      {"van Dyke", "<given>van</given><family>Dyke</family>"},
      {"FILE Byron", "<given>FILE</given><family>Byron</family>"},
      {"A < B & C", "<given>A &lt; B &amp;</given><family>C</family>"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.name);
    const TemporaryFolder folder;
    const auto file = folder.path() / "cv.xml";
    write_starter(file, one.name);
    CHECK(between(read_file(file), "<name>", "</name>") == one.element);
  }
}

TEST_CASE("a new CV's .bib has the owner's name too, where BibTeX can have it") {
  struct Case {
    const char* name;
    const char* author;
  };
  const Case cases[] = {{"", "Doe, Jane and Mustermann, Max"},
                        {"Ada Byron", "Byron, Ada and Mustermann, Max"},
                        {"Jürgen van der Berg", "van der Berg, Jürgen and Mustermann, Max"},
                        {"Cher", "{Cher} and Mustermann, Max"},
                        {"A < B & C", "Doe, Jane and Mustermann, Max"},
                        {"Ada {Byron", "Doe, Jane and Mustermann, Max"},
                        {"Ben and Jerry", "Doe, Jane and Mustermann, Max"}};
  for (const auto& one : cases) {
    CAPTURE(one.name);
    const TemporaryFolder folder;
    write_starter(folder.path() / "my & cv.xml", one.name);
    CHECK(between(read_file(folder.path() / "my & cv.bib"), "author  = {", "},") == one.author);
    const auto xml = read_file(folder.path() / "my & cv.xml");
    CHECK(xml.find("<bibliography src=\"my &amp; cv.bib\"/>") != std::string::npos);
  }
}

TEST_CASE("a new CV overwrites no .bib") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.bib", "mine");
  CHECK_THROWS_AS(write_starter(folder.path() / "cv.xml", ""), Failure);
  CHECK(read_file(folder.path() / "cv.bib") == "mine");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "cv.xml"));
}

TEST_CASE("a name that XML has no place for is refused, and nothing is written") {
  for (const auto* name : {"Ada\x01 Byron", "Ada \xFF"}) {
    CAPTURE(name);
    const TemporaryFolder folder;
    CHECK_THROWS_AS(write_starter(folder.path() / "cv.xml", name), Failure);
    CHECK(std::filesystem::is_empty(folder.path()));
  }
}

TEST_CASE("the next command is one that a shell reads") {
  CHECK(build_command("out/cv-1.xml") == "xmlcv build out/cv-1.xml");
  CHECK(build_command("Über.xml") == "xmlcv build Über.xml");
  CHECK(build_command("my cv.xml") == "xmlcv build 'my cv.xml'");
  CHECK(build_command("it's $x.xml") == "xmlcv build 'it'\\''s $x.xml'");
}
