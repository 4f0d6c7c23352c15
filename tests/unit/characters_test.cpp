#include "latex/characters.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

std::size_t place(const Source& source, char32_t character, std::size_t text) {
  return place_of(character, source.at(text)).offset;
}

}  // namespace

TEST_CASE("a character is found in its element, as it is or as a reference") {
  const Source source("cv.xml", "<p>a中</p><p>&#x4E2D; &#25991;</p>");
  CHECK(place(source, U'中', 0) == 4);
  CHECK(place(source, U'中', 11) == 14);
  CHECK(place(source, U'文', 11) == 23);
}

TEST_CASE("a character that is not in the element is at the element") {
  const Source source("cv.xml", "<p>a</p><p>中</p>");
  CHECK(place(source, U'中', 0) == 0);
}

TEST_CASE("a character in an attribute is not looked for behind it") {
  const Source source("cv.xml", "<p date=\"中\">文</p>");
  CHECK(place(source, U'中', 9) == 9);
  CHECK(place(source, U'文', 9) == 9);
}

TEST_CASE("a mark belongs to the letter in front of it, but not to a command") {
  LatexDocument document{"", "x\u0302 \\_\u0302", {}, std::nullopt};
  const auto clusters = clusters_of(document);
  REQUIRE(clusters.size() == 2);
  CHECK(clusters[0].characters == std::vector<char32_t>{U'x', 0x302});
  CHECK(clusters[1].characters == std::vector<char32_t>{0x302});
}

TEST_CASE("characters beyond ASCII are found with their places, alone and side by side") {
  LatexDocument document{"", "é\nab–cd ü x\u0301yzß\u200Bß\nä", {}, std::nullopt};
  std::vector<std::string> found;
  for (const auto& cluster : clusters_of(document)) {
    found.push_back(document.body.substr(cluster.begin, cluster.end - cluster.begin));
  }
  CHECK(found == std::vector<std::string>{"é", "–", "ü", "x\u0301", "ß", "ß", "ä"});
}
