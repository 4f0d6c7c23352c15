#include "cv/networks.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cv/telephone.h"
#include "text/pattern.h"
#include "text/utf8.h"

namespace xmlcv {
namespace {

// How an account may be written, and its page, in which $1 is the pattern's first group.
struct Form {
  std::string pattern;
  std::string page;  // empty: there is none
};

struct Network {
  SocialNetwork key;
  std::string_view name;
  std::string_view example;  // the forms to write
  std::vector<Form> forms;
  std::string of_number{};                           // the page of a telephone number, for $1
  std::string (*error)(std::string_view page) = {};  // what no pattern can say
};

// By its name and by its address. `place` is a pattern of what stands before the name in an
// address. Behind it nothing names a page: github.com/ada/tool is another one than ada's.
std::vector<Form> pages(const std::string& name, const std::string& place,
                        const std::string& page) {
  return {{"@?(" + name + ")", page},
          {"(?:https://)?" + place + "(" + name + ")/?(?:[?#&].*)?", page}};
}

// ISO 7064, mod 11-2.
std::string error_of_orcid(std::string_view page) {
  const auto digits = page.substr(page.rfind('/') + 1);
  int sum = 0;
  for (const char c : digits.substr(0, digits.size() - 1)) {
    if (c != '-') sum = (sum + (c - '0')) * 2;
  }
  const int check = (12 - sum % 11) % 11;
  const char wanted = check == 10 ? 'X' : static_cast<char>('0' + check);
  if (digits.back() == wanted) return "";
  return fmt::format("one digit is wrong: the last one is computed, and behind {} it is {}",
                     digits.substr(0, digits.size() - 1), wanted);
}

constexpr auto plain = R"([\w-]+)";
constexpr auto dotted = R"([\w.-]+)";
constexpr auto any_letters = R"([\w.%~-]+)";  // those beyond ASCII are encoded

// One for each in the schema: a test compares.
const std::vector<Network>& networks() {
  static const std::vector<Network> all = {
      {SocialNetwork::bitbucket, "Bitbucket", "ada or https://bitbucket.org/ada",
       pages(dotted, R"(bitbucket\.org/)", "https://bitbucket.org/$1")},
      {SocialNetwork::bluesky, "Bluesky",
       "ada.bsky.social or https://bsky.app/profile/ada.bsky.social",
       pages(R"([\w-]+(?:\.[\w-]+)+)", R"(bsky\.app/profile/)", "https://bsky.app/profile/$1")},
      {SocialNetwork::github, "GitHub", "ada or https://github.com/ada",
       pages(plain, R"(github\.com/)", "https://github.com/$1")},
      {SocialNetwork::gitlab, "GitLab", "ada or https://gitlab.com/ada",
       pages(dotted, R"(gitlab\.com/)", "https://gitlab.com/$1")},
      {SocialNetwork::googlescholar, "Google Scholar",
       "the 12 letters behind user= in the address, or the address",
       pages(R"([\w-]{12})", R"(scholar\.google\.[a-z.]+/citations\?(?:[^#]*&)?user=)",
             "https://scholar.google.com/citations?user=$1")},
      {SocialNetwork::linkedin, "LinkedIn", "ada-berg or https://www.linkedin.com/in/ada-berg",
       pages(any_letters, R"((?:[a-z]{2}\.)?linkedin\.com/in/)", "https://www.linkedin.com/in/$1")},
      {SocialNetwork::matrix,
       "Matrix",
       "@ada:example.org or https://matrix.to/#/@ada:example.org",
       {{R"((?:https://matrix\.to/#/)?(@[a-z0-9._=/+-]+:[a-zA-Z0-9.-]+(?::[0-9]+)?)(?:\?.*)?)",
         "https://matrix.to/#/$1"}}},
      {SocialNetwork::orcid,
       "ORCID",
       "0000-0002-1825-0097 or https://orcid.org/0000-0002-1825-0097",
       pages(R"((?:\d{4}-){3}\d{3}[\dX])", R"(orcid\.org/)", "https://orcid.org/$1"),
       {},
       error_of_orcid},
      {SocialNetwork::researcherid, "ResearcherID", "A-1234-2026",
       pages(
           R"([A-Z]{1,3}-\d{4}-\d{4})",
           R"((?:webofscience\.com/wos/author/(?:record|rid)/|researcherid\.com/rid/|publons\.com/researcher/))",
           "https://www.webofscience.com/wos/author/record/$1")},
      {SocialNetwork::researchgate, "ResearchGate",
       "Ada-Berg-2 or https://www.researchgate.net/profile/Ada-Berg-2",
       pages(any_letters, R"(researchgate\.net/profile/)",
             "https://www.researchgate.net/profile/$1")},
      {SocialNetwork::signal,
       "Signal",
       "ada.01, +49 171 1234567 or https://signal.me/…",
       {{R"(@?[A-Za-z_]\w{2,31}\.\d{2,9})", ""},
        {R"((?:https://)?signal\.me/(#(?:p/\+\d{7,15}|eu/[\w=-]+)))", "https://signal.me/$1"}},
       "https://signal.me/#p/+$1"},
      {SocialNetwork::skype,
       "Skype",
       "ada.berg or live:ada.berg",
       {{R"(@?(?:live:)?[\w.,@-]+)", ""}}},
      {SocialNetwork::stackoverflow, "Stack Overflow",
       "1234567/ada-berg or https://stackoverflow.com/users/1234567/ada-berg",
       pages(R"(\d+(?:/[\w.%~-]*)?)", R"(stackoverflow\.com/users/)",
             "https://stackoverflow.com/users/$1")},
      {SocialNetwork::telegram, "Telegram", "ada_berg, +49 171 1234567 or https://t.me/ada_berg",
       pages(R"([A-Za-z]\w{3,31})", R"((?:t|telegram)\.me/)", "https://t.me/$1"),
       "https://t.me/+$1"},
      {SocialNetwork::twitter, "Twitter", "ada_berg or https://x.com/ada_berg",
       pages(R"(\w{1,15})", R"((?:mobile\.)?(?:x|twitter)\.com/)", "https://x.com/$1")},
      {SocialNetwork::whatsapp, "WhatsApp", "+49 171 1234567 or https://wa.me/491711234567",
       pages(R"([1-9]\d{6,14})",
             R"((?:wa\.me/|(?:api\.)?whatsapp\.com/send/?\?(?:[^#]*&)?phone=)\+?)",
             "https://wa.me/$1"),
       "https://wa.me/$1"},
      {SocialNetwork::xing, "XING", "Ada_Berg or https://www.xing.com/profile/Ada_Berg",
       pages(any_letters, R"(xing\.com/profile/)", "https://www.xing.com/profile/$1")}};
  return all;
}

const Network& find_network(SocialNetwork network) {
  return *std::ranges::find(networks(), network, &Network::key);
}

// Letters and digits beyond ASCII as an address has them; a blank there stays what no pattern fits.
std::string encoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    const bool is_mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (c < 0x80 || (u_isalnum(c) == 0 && !is_mark)) {
      result += text.substr(begin, i - begin);
      continue;
    }
    for (const char byte : text.substr(begin, i - begin)) {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return result;
}

// An address with its host in small letters and without www.
std::string normalised(std::string_view account) {
  std::string result = encoded(account);
  if (auto rest = rewritten(result, R"([hH][tT]{2}[pP][sS]?://(?:[wW]{3}\.)?(.+))", "https://$1")) {
    result = std::move(*rest);
  } else if (result.starts_with("www.")) {
    result.erase(0, 4);
  }
  const auto begin = result.starts_with("https://") ? std::string_view("https://").size() : 0;
  const auto end = result.find('/', begin);
  if (end == std::string::npos) return result;
  for (auto i = begin; i < end; ++i) {
    if (result[i] >= 'A' && result[i] <= 'Z') result[i] = static_cast<char>(result[i] - 'A' + 'a');
  }
  return result;
}

std::optional<std::string> page_of(const Network& network, std::string_view account) {
  const std::string text = normalised(account);
  for (const auto& form : network.forms) {
    if (auto page = rewritten(text, form.pattern, form.page)) return page;
  }
  if (network.of_number.empty()) return std::nullopt;
  return rewritten(telephone_link(account).address, R"(tel:\+(\d+))", network.of_number);
}

}  // namespace

std::string_view network_name(SocialNetwork network) { return find_network(network).name; }

ContactLink account_link(SocialNetwork key, std::string_view account) {
  const auto& network = find_network(key);
  const auto expected = fmt::format("an account of {}", network.name);
  auto page = page_of(network, account);
  if (!page) {
    return {"", ValueError{expected,
                           fmt::format("write {}; href may name another page", network.example)}};
  }
  if (network.error != nullptr) {
    if (auto error = network.error(*page); !error.empty()) {
      return {"", ValueError{expected, std::move(error)}};
    }
  }
  return {std::move(*page), std::nullopt};
}

}  // namespace xmlcv
