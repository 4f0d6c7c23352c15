#pragma once

#include <span>
#include <string_view>

namespace xmlcv {

// The known word that somebody who mistyped most likely meant; empty if none is near enough.
std::string_view nearest(std::string_view mistyped, std::span<const std::string_view> known);

}  // namespace xmlcv
