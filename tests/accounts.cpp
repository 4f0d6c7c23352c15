#include "accounts.h"

#include <map>

std::string_view account_form(std::string_view network) {
  static const std::map<std::string_view, std::string_view> all = {
      {"arxiv", "byron_a_0"},
      {"battlenet", "Ada#1000"},
      {"bluesky", "ada-000.bsky.social"},
      {"dblp", "b/AdaByron-00"},
      {"discord", "ada_berg_000"},
      {"facebook", "ada.berg.000"},
      {"googlescholar", "AdaB-_000000"},
      {"inspire", "1000000"},
      {"instagram", "ada_berg.000"},
      {"line", "ada.berg-000"},
      {"mastodon", "@ada_000@example.social"},
      {"matrix", "@ada_000:example.org"},
      {"osf", "abc00"},
      {"researcherid", "A-0000-2014"},
      {"scopus", "7000000000"},
      {"semanticscholar", "1000000"},
      {"signal", "ada.00"},
      {"simplex", "contact#v0000"},
      {"stackoverflow", "100000/jane-doe"},
      {"telegram", "ada_berg_000"},
      {"threads", "ada.berg_000"},
      {"threema", "ADAB0000"},
      {"tiktok", "ada.berg_000"},
      {"twitch", "ada_berg_000"},
      {"twitter", "ada_berg_000"},
      {"whatsapp", "49100000000"},
      {"xbox", "AdaBerg000"}};
  const auto found = all.find(network);
  return found == all.end() ? "" : found->second;
}
