#pragma once

#include <random>
#include <string>

// Random strings for tests of what hostile text does. Seeded, so that an error can be seen again.
class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  // Characters of all of Unicode, every other one an order of TeX's or one that its fonts join.
  // No control, no surrogate, nothing unassigned, in NFC.
  std::string of_unicode(std::size_t length);

  // Only characters that pdfLaTeX can set, ASCII and the letters of Latin-1, in short words.
  std::string of_latin(std::size_t length);

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  std::string trap();

  std::mt19937 random_;
};
