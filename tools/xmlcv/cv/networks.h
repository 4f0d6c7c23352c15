#pragma once

#include <span>
#include <string_view>

#include "cv/contact_link.h"

namespace xmlcv {

// The networks that <social> knows, as its attribute calls them.
std::span<const std::string_view> network_keys();

// The name of a network, as people read it; empty if there is no such network.
std::string_view network_name(std::string_view key);

// The page of an account, which is written as a name, with @ or without, or as the address of that
// page. Without an address and without a fault: the network has no pages.
ContactLink account_link(std::string_view key, std::string_view account);

}  // namespace xmlcv
