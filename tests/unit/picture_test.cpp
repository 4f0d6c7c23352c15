#include "cv/picture.h"

#include <string>

#include "catch.h"

using namespace xmlcv;

namespace {

std::string two(unsigned number) {
  return {static_cast<char>(number >> 8U), static_cast<char>(number & 0xFFU)};
}

// A TIFF directory of two entries, the second of which is the orientation.
std::string exif(bool little, unsigned char orientation) {
  const std::string other = little ? std::string("\x0F\x01\x03\0\x01\0\0\0\0\0\0\0", 12)
                                   : std::string("\x01\x0F\0\x03\0\0\0\x01\0\0\0\0", 12);
  auto entry = little ? std::string("\x12\x01\x03\0\x01\0\0\0\0\0\0\0", 12)
                      : std::string("\x01\x12\0\x03\0\0\0\x01\0\0\0\0", 12);
  entry[little ? 8 : 9] = static_cast<char>(orientation);
  const auto head =
      little ? std::string("II*\0\x08\0\0\0\x02\0", 10) : std::string("MM\0*\0\0\0\x08\0\x02", 10);
  return std::string("Exif\0\0", 6) + head + other + entry + std::string(4, '\0');
}

std::string jpeg(const std::string& exif, unsigned width, unsigned height,
                 const std::string& jfif = "") {
  std::string result = "\xFF\xD8" + jfif;
  if (!exif.empty()) result += "\xFF\xE1" + two(static_cast<unsigned>(exif.size()) + 2) + exif;
  result += "\xFF\xDB" + two(5) + std::string(3, 'q');
  return result + "\xFF\xC2" + two(11) + "\x08" + two(height) + two(width) + std::string(3, 'c') +
         "\xFF\xD9";
}

}  // namespace

TEST_CASE("a picture's size is read from its header") {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\x01\x0A\0\0\0\x64\x08\x02\0\0\0", 29);
  const auto of_png = read_picture(png);
  REQUIRE(of_png);
  CHECK(of_png->width == 266);
  CHECK(of_png->height == 100);
  const auto of_jpeg = read_picture(jpeg("", 640, 480));
  REQUIRE(of_jpeg);
  CHECK(of_jpeg->width == 640);
  CHECK(of_jpeg->height == 480);
  CHECK(of_jpeg->orientation.turn == 0);
  CHECK_FALSE(read_picture("%PDF-1.5"));
  CHECK_FALSE(read_picture(""));
}

TEST_CASE("pixels that are no squares count as TeX counts them") {
  const auto jfif = [](unsigned char unit) {
    return "\xFF\xE0" + two(16) + std::string("JFIF\0\1\2", 7) + static_cast<char>(unit) +
           two(100) + two(50) + std::string(2, '\0');
  };
  CHECK(read_picture(jpeg("", 640, 480, jfif(1)))->height == 960);
  CHECK(read_picture(jpeg("", 640, 480, jfif(2)))->width == 640);
  CHECK(read_picture(jpeg("", 640, 480, jfif(0)))->height == 480);
  const auto turned = read_picture(jpeg(exif(true, 6), 640, 480, jfif(1)));
  CHECK(turned->width == 960);
  CHECK(turned->height == 640);
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\x01\x0A\0\0\0\x64\x08\x02\0\0\0....",
                        33);
  const std::string physical("\0\0\0\x09pHYs\0\0\0\x10\0\0\0\x04\1....", 21);
  CHECK(read_picture(png + physical)->height == 400);
}

TEST_CASE("a JPEG without its end is damaged") {
  const auto whole = jpeg("", 640, 480);
  CHECK(read_picture(whole + "what a camera adds"));
  CHECK_FALSE(read_picture(whole.substr(0, whole.size() - 2)));
  CHECK_FALSE(read_picture(whole.substr(0, 20)));
}

TEST_CASE("Exif says how the camera was held, in both orders of bytes") {
  struct Case {
    unsigned char value;
    int turn;
    bool is_mirrored;
  };
  constexpr Case cases[] = {{0, 0, false},  {1, 0, false},  {2, 0, true},    {3, 180, false},
                            {4, 180, true}, {5, -90, true}, {6, -90, false}, {7, 90, true},
                            {8, 90, false}, {9, 0, false}};
  for (const auto& [value, turn, is_mirrored] : cases) {
    for (const bool little : {true, false}) {
      CAPTURE(int(value), little);
      const auto picture = read_picture(jpeg(exif(little, value), 640, 480));
      REQUIRE(picture);
      CHECK(picture->orientation.turn == turn);
      CHECK(picture->orientation.is_mirrored == is_mirrored);
      CHECK(picture->width == (turn == 90 || turn == -90 ? 480 : 640));
    }
  }
}

TEST_CASE("a PNG has Exif in a chunk of its own") {
  std::string png("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\x01\x0A\0\0\0\x64\x08\x02\0\0\0", 29);
  png += "crc.";
  const auto tiff = exif(false, 6).substr(6);
  png += std::string(2, '\0') + two(static_cast<unsigned>(tiff.size())) + "eXIf" + tiff + "crc.";
  const auto picture = read_picture(png);
  REQUIRE(picture);
  CHECK(picture->orientation.turn == -90);
  CHECK(picture->width == 100);
  CHECK(picture->height == 266);
}

TEST_CASE("a damaged header is no picture, and nothing behind its end is read") {
  const auto whole = jpeg(exif(false, 6), 640, 480);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    const auto picture = read_picture(whole.substr(0, length));
    if (picture) CHECK(picture->orientation.turn == -90);
  }
  auto hostile = exif(true, 6);
  hostile.replace(10, 4, "\xFF\xFF\xFF\xFF");  // where the directory is
  CHECK(read_picture(jpeg(hostile, 640, 480))->orientation.turn == 0);
  std::string endless = "\xFF\xD8\xFF\xE0";
  endless += std::string(100, '\0');
  CHECK_FALSE(read_picture(endless));
}
