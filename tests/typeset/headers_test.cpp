#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <sstream>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

struct Box {
  double left;
  double top;
  double right;
  double bottom;
};

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// The place of each of the words on page 1, by poppler, in points from the upper left corner.
std::vector<Box> boxes_of(const fs::path& folder, const std::string& words) {
  const auto page = run_program("pdftotext", {"-bbox", "-l", "1", "cv.pdf", "-"}, folder).output;
  static const std::regex word(
      R"re(<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<)re");
  std::vector<Box> result;
  std::istringstream wanted(words);
  for (std::string one; wanted >> one;) {
    for (std::sregex_iterator it(page.begin(), page.end(), word), end; it != end; ++it) {
      const auto& found = *it;
      if (found[5] != one) continue;
      result.push_back(
          {std::stod(found[1]), std::stod(found[2]), std::stod(found[3]), std::stod(found[4])});
      break;
    }
  }
  return result;
}

// The matrix of each picture on page 1, by MuPDF: where its right and its lower side lead, and
// where its upper left corner is.
using Matrix = std::array<double, 6>;
std::vector<Matrix> pictures_of(const fs::path& folder) {
  const auto page = run_program("mutool", {"trace", "cv.pdf", "1"}, folder).output;
  static const std::regex image(
      R"re(<fill_image [^>]*transform="(\S+) (\S+) (\S+) (\S+) (\S+) (\S+)")re");
  std::vector<Matrix> result;
  for (std::sregex_iterator it(page.begin(), page.end(), image), end; it != end; ++it) {
    auto& matrix = result.emplace_back();
    for (std::size_t i = 0; i < matrix.size(); ++i) matrix.at(i) = std::stod((*it)[i + 1]);
  }
  return result;
}

std::optional<Matrix> picture_of(const fs::path& folder) {
  const auto all = pictures_of(folder);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

Box box_of(const Matrix& matrix) {
  const auto& [a, b, c, d, x, y] = matrix;
  return {x + std::min({0.0, a, c, a + c}), y + std::min({0.0, b, d, b + d}),
          x + std::max({0.0, a, c, a + c}), y + std::max({0.0, b, d, b + d})};
}

void copy_portrait(const TemporaryFolder& folder) {
  fs::copy_file(fs::path(XMLCV_SOURCE_DIR) / "xml/examples/portrait.jpg",
                folder.path() / "portrait.jpg");
}

void build(const TemporaryFolder& folder, const std::string& person,
           const std::vector<std::string>& options, const std::string& content = "<p>text</p>") {
  write_file(folder.path() / "cv.xml", "<cv xmlns=\"urn:xmlcv:1\"><person>" + person +
                                           "</person><section kind=\"summary\">" + content +
                                           "</section></cv>");
  std::vector<std::string> arguments = {"build", "cv.xml", "-o", "cv.pdf"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const auto outcome = run_xmlcv(arguments, folder.path());
  CHECK(outcome.output == "");
  REQUIRE(outcome.status == 0);
}

struct PersonName {
  const char* given;
  const char* family;
};
constexpr PersonName names[] = {{"Jane", "Doe"},
                                {"Maximilian Alexander", "von und zu Hohenlohe-Langenburg"},
                                {"Ana María de los Ángeles", "Fernández-Villaverde y Rodríguez"},
                                {"Chukwuemeka Oluwaseun", "Adebayo-Williams"},
                                {"Wolfgang", "Wolfeschlegelsteinhausenbergerdorff"},
                                {"Jean-Baptiste Emmanuel", "Zorg"}};

// With and without a photo, with a short e-mail address and with a long one.
void check_names(const char* style, std::size_t shift) {
  const TemporaryFolder folder;
  copy_portrait(folder);
  for (std::size_t i = 0; i < std::size(names); ++i) {
    const auto& [given, family] = names[i];
    // The longest word has one in each style.
    const bool has_photo = (i + shift) % 2 == 0 || given == std::string_view("Wolfgang");
    const bool long_email = (i / 2 + shift) % 2 == 0;
    INFO(style << " " << given << " " << family << (has_photo ? ", photo" : "")
               << (long_email ? ", long e-mail address" : ""));
    build(folder,
          fmt::format(
              "<name><given>{}</given><family>{}</family></name><headline>Software engineer and "
              "researcher</headline><address>12 Long Street Name, 12345 Some City</address>"
              "<email>{}@example.org</email>{}",
              given, family,
              long_email ? "chukwuemeka.oluwaseun.adebayo-williams.and.a.department" : "j",
              has_photo ? "<photo src=\"portrait.jpg\"/>" : ""),
          {"--style", style});
    const auto of_given = boxes_of(folder.path(), given);
    REQUIRE(!of_given.empty());
    for (const auto& box : of_given) CHECK(std::abs(box.bottom - of_given[0].bottom) < 1);
    const auto all = boxes_of(folder.path(), std::string(given) + " " + family);
    const auto picture = picture_of(folder.path());
    REQUIRE(picture.has_value() == has_photo);
    constexpr double page_width = 595;
    constexpr double margin = 40;
    for (const auto& box : all) {
      CHECK(box.left > margin);
      CHECK(box.right < page_width - margin);
      if (picture) CHECK_FALSE(overlap(box, box_of(*picture)));
    }
  }
}

// The portrait as a camera stores it that was held otherwise: with an orientation of Exif.
void write_portrait(const TemporaryFolder& folder, int orientation) {
  const auto bytes = read_file(fs::path(XMLCV_SOURCE_DIR) / "xml/examples/portrait.jpg");
  std::string exif(
      "\xFF\xE1\x00\x22"
      "Exif\0\0"
      "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
      29);
  exif += static_cast<char>(orientation);
  exif += std::string(6, '\0');
  write_file(folder.path() / "portrait.jpg", bytes.substr(0, 2) + exif + bytes.substr(2));
}

int sign(double number) { return number > 1 ? 1 : number < -1 ? -1 : 0; }

}  // namespace

TEST_CASE("given names are never divided, and no name leaves its place, in classic") {
  check_names("classic", 0);
}

TEST_CASE("given names are never divided, and no name leaves its place, in casual") {
  check_names("casual", 1);
}

TEST_CASE("given names are never divided, and no name leaves its place, in banking") {
  check_names("banking", 0);
}

TEST_CASE("given names are never divided, and no name leaves its place, in oldstyle") {
  check_names("oldstyle", 1);
}

TEST_CASE("a long headline in banking has a line of its own, in smaller letters") {
  const TemporaryFolder folder;
  build(folder,
        "<name><given>Ada</given><family>Byron</family></name>"
        "<headline>Strategic Customer Success Manager | SaaS Retention &amp; Expansion</headline>",
        {"--style", "banking"});
  const auto name = boxes_of(folder.path(), "Byron");
  const auto headline = boxes_of(folder.path(), "Strategic Expansion");
  REQUIRE(name.size() == 1);
  REQUIRE(headline.size() == 2);
  CHECK(headline[0].bottom == Approx(headline[1].bottom).margin(1));
  CHECK(headline[0].top > name[0].top + 10);
  CHECK(headline[0].bottom - headline[0].top < name[0].bottom - name[0].top - 4);
  // One that is not so long has larger letters.
  build(folder,
        "<name><given>Adaline Augusta</given><family>Byron-Lovelace</family></name>"
        "<headline>Software engineer and researcher</headline>",
        {"--style", "banking"});
  const auto shorter = boxes_of(folder.path(), "Software researcher");
  REQUIRE(shorter.size() == 2);
  CHECK(shorter[0].bottom == Approx(shorter[1].bottom).margin(1));
  CHECK(shorter[0].bottom - shorter[0].top > headline[0].bottom - headline[0].top + 2);
  CHECK(shorter[0].bottom - shorter[0].top < name[0].bottom - name[0].top - 4);
}

TEST_CASE("a photo stands upright, however the camera was held, as high as it is asked to be") {
  // Where the stored picture's right and lower sides lead on the page: right, down; and so on.
  struct Case {
    int orientation;
    std::array<int, 4> directions;
  };
  constexpr Case cases[] = {{1, {1, 0, 0, 1}},   {2, {-1, 0, 0, 1}}, {3, {-1, 0, 0, -1}},
                            {4, {1, 0, 0, -1}},  {5, {0, 1, 1, 0}},  {6, {0, 1, -1, 0}},
                            {7, {0, -1, -1, 0}}, {8, {0, -1, 1, 0}}};
  constexpr const char* styles[] = {"classic", "casual", "banking", "oldstyle"};
  const TemporaryFolder folder;
  for (const auto& [orientation, directions] : cases) {
    const auto* style = styles[orientation % 4];
    INFO(orientation << " " << style);
    write_portrait(folder, orientation);
    build(folder,
          "<name><family>Byron</family></name><photo src=\"portrait.jpg\" height=\"5.5cm\" "
          "frame=\"no\"/>",
          {"--style", style, "--engine", orientation < 5 ? "lualatex" : "pdflatex"});
    const auto picture = picture_of(folder.path());
    REQUIRE(picture);
    const auto& [a, b, c, d, x, y] = *picture;
    CHECK(std::array<int, 4>{sign(a), sign(b), sign(c), sign(d)} == directions);
    constexpr double five_and_a_half_centimetres = 155.9;
    const auto box = box_of(*picture);
    CHECK(box.bottom - box.top == Approx(five_and_a_half_centimetres).margin(0.5));
    CHECK(box.left > 0);
    CHECK(box.right < 595);
  }
}

TEST_CASE("a photo that is turned turns no other picture") {
  const TemporaryFolder folder;
  write_portrait(folder, 6);
  build(folder, "<name><family>Byron</family></name><photo src=\"portrait.jpg\"/>", {"--allow-tex"},
        "<tex>\\includegraphics[width=2cm]{photo}</tex>");
  const auto pictures = pictures_of(folder.path());
  REQUIRE(pictures.size() == 2);
  CHECK(sign(pictures[0][1]) == 1);
  CHECK(sign(pictures[1][0]) == 1);
  CHECK(sign(pictures[1][1]) == 0);
}

TEST_CASE("a photo that would fill the page is told at its place") {
  const TemporaryFolder folder;
  // A PNG of 10 by 100 pixels, whose picture nobody reads.
  std::string png("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\0\x0A\0\0\0\x64\x08\x02\0\0\0", 29);
  write_file(folder.path() / "tall.png", png);
  const auto check = [&](const std::string& photo) {
    write_file(folder.path() / "cv.xml",
               "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Byron</family></name>\n" + photo +
                   "</person><section kind=\"summary\"><p>text</p></section></cv>");
    return run_xmlcv({"check", "cv.xml"}, folder.path());
  };
  const auto high = check("<photo src=\"tall.png\"/>");
  CHECK(high.status == 1);
  CHECK(high.output.find("cv.xml:2:13: error: the photo tall.png is 10.0 times as high as it is "
                         "wide\n") == 0);
  CHECK(high.output.find("hint: height=\"4cm\" makes it smaller\n") != std::string::npos);
  CHECK(check("<photo src=\"tall.png\" height=\"4cm\"/>").status == 0);
  std::swap(png[19], png[23]);
  write_file(folder.path() / "tall.png", png);
  CHECK(check("<photo src=\"tall.png\"/>").status == 0);
  const auto wide = check("<photo src=\"tall.png\" height=\"4cm\"/>");
  CHECK(wide.status == 1);
  CHECK(wide.output.find("cv.xml:2:31: error: at this height the photo tall.png is 40 cm wide") ==
        0);
}
