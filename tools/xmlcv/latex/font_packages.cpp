#include "latex/font_packages.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace xmlcv {
namespace {

bool is_east_asian(const Cluster& cluster) {
  static constexpr std::array<std::string_view, 5> scripts = {"Hani", "Hira", "Kana", "Hang",
                                                              "Bopo"};
  const auto c = static_cast<UChar32>(cluster.characters.front());
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return std::ranges::find(scripts, cluster.script) != scripts.end() ||
         (cluster.script == "Zyyy" &&
          (width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH));
}

}  // namespace

// By the files of Debian 12: fonts-unifont 15.0 has every character of the Basic Multilingual
// Plane that Unicode 15.0 assigns, and those of the plane behind it that fonts-noto-core 20201225
// lacks; fonts-hanazono has the rare Chinese characters.
std::string_view font_packages(const Cluster& cluster) {
  constexpr char32_t last_of_first_plane = 0xFFFF;
  if (is_emoji(cluster)) return "fonts-noto-color-emoji";
  if (cluster.script == "Hani" && cluster.characters.front() > last_of_first_plane) {
    return "fonts-noto-cjk or fonts-hanazono";
  }
  if (is_east_asian(cluster)) return "fonts-noto-cjk or fonts-unifont";
  return "fonts-noto-core or fonts-unifont";
}

}  // namespace xmlcv
