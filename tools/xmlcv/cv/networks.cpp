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

// How an account may be written, and its page, in which $1 and $2 are the pattern's groups.
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
       pages(any_letters, R"(xing\.com/profile/)", "https://www.xing.com/profile/$1")},
      {SocialNetwork::arxiv, "arXiv", "byron_a_1, an ORCID iD or https://arxiv.org/a/byron_a_1",
       pages(R"([a-z]+_[a-z]_\d+|(?:\d{4}-){3}\d{3}[\dX])", R"(arxiv\.org/a/)",
             "https://arxiv.org/a/$1")},
      {SocialNetwork::battlenet, "Battle.net", "Ada#1234", {{R"([^ #@/:]{3,60}#\d{4,6})", ""}}},
      {SocialNetwork::behance, "Behance", "ada or https://www.behance.net/ada",
       pages(plain, R"(behance\.net/)", "https://www.behance.net/$1")},
      {SocialNetwork::codeberg, "Codeberg", "ada or https://codeberg.org/ada",
       pages(dotted, R"(codeberg\.org/)", "https://codeberg.org/$1")},
      {SocialNetwork::codepen, "CodePen", "ada or https://codepen.io/ada",
       pages(plain, R"(codepen\.io/)", "https://codepen.io/$1")},
      {SocialNetwork::dblp, "dblp", "12/3456, b/AdaByron or https://dblp.org/pid/12/3456",
       pages(R"(\w+/[\w-]+)", R"((?:[a-z0-9-]+\.)?(?:dblp\.org|dblp\.uni-trier\.de)/pid/)",
             "https://dblp.org/pid/$1")},
      {SocialNetwork::devto, "DEV", "ada or https://dev.to/ada",
       pages(plain, R"(dev\.to/)", "https://dev.to/$1")},
      {SocialNetwork::discord,
       "Discord",
       "ada.berg, Ada#1234 or https://discord.com/users/…",
       {{R"(@?[a-z0-9_.]{2,32})", ""},
        {R"([^ #@/:]{2,90}#\d{4})", ""},
        {R"((?:https://)?(discord\.(?:com/users/\d{15,20}|gg/[\w-]+|com/invite/[\w-]+)))",
         "https://$1"}}},
      {SocialNetwork::dribbble, "Dribbble", "ada or https://dribbble.com/ada",
       pages(plain, R"(dribbble\.com/)", "https://dribbble.com/$1")},
      {SocialNetwork::facebook, "Facebook", "ada.berg or https://www.facebook.com/ada.berg",
       pages(R"(profile\.php\?id=\d+|[\w.]{5,50})", R"((?:[a-z-]+\.)?(?:facebook|fb)\.com/)",
             "https://www.facebook.com/$1")},
      {SocialNetwork::hackerrank, "HackerRank", "ada or https://www.hackerrank.com/profile/ada",
       pages(plain, R"(hackerrank\.com/(?:profile/)?)", "https://www.hackerrank.com/profile/$1")},
      {SocialNetwork::huggingface, "Hugging Face", "ada or https://huggingface.co/ada",
       pages(dotted, R"((?:huggingface\.co|hf\.co)/)", "https://huggingface.co/$1")},
      {SocialNetwork::inspire,
       "INSPIRE",
       "1234567, A.Byron.1 or https://inspirehep.net/authors/1234567",
       {{R"((?:(?:https://)?inspirehep\.net/authors/)?(\d+)/?)",
         "https://inspirehep.net/authors/$1"},
        {R"([\w-]+(?:\.[\w-]+)*\.\d+)", ""}}},
      {SocialNetwork::instagram, "Instagram", "ada.berg or https://www.instagram.com/ada.berg",
       pages(R"([\w.]{1,30})", R"(instagram\.com/)", "https://www.instagram.com/$1")},
      {SocialNetwork::kaggle, "Kaggle", "ada or https://www.kaggle.com/ada",
       pages(plain, R"(kaggle\.com/)", "https://www.kaggle.com/$1")},
      {SocialNetwork::leetcode, "LeetCode", "ada or https://leetcode.com/u/ada",
       pages(plain, R"(leetcode\.com/(?:u/)?)", "https://leetcode.com/u/$1")},
      {SocialNetwork::line,
       "LINE",
       "ada.berg or https://line.me/ti/p/…",
       {{R"(@?[a-z0-9._-]{3,20})", ""}, {R"((?:https://)?(line\.me/\S+))", "https://$1"}}},
      {SocialNetwork::mastodon,
       "Mastodon",
       "@ada@example.social or https://example.social/@ada",
       {{R"(@?(\w+(?:[.-]\w+)*)@([\w-]+(?:\.[\w-]+)+))", "https://$2/@$1"},
        {R"((?:https://)?([\w-]+(?:\.[\w-]+)+/@\w+(?:[.-]\w+)*)/?)", "https://$1"}}},
      {SocialNetwork::medium,
       "Medium",
       "@ada or https://medium.com/@ada",
       {{R"(@?([\w.-]+))", "https://medium.com/@$1"},
        {R"((?:https://)?medium\.com/@([\w.-]+)/?(?:[?#].*)?)", "https://medium.com/@$1"},
        {R"((?:https://)?([\w-]+\.medium\.com)/?)", "https://$1"}}},
      {SocialNetwork::osf, "OSF", "abcd1 or https://osf.io/abcd1",
       pages(R"([a-z0-9]{5})", R"(osf\.io/)", "https://osf.io/$1")},
      {SocialNetwork::playstation, "PlayStation", "ada-berg", {{R"(@?[A-Za-z][\w-]{2,15})", ""}}},
      {SocialNetwork::reddit, "Reddit", "u/ada or https://www.reddit.com/user/ada",
       pages(R"([\w-]{3,20})", R"((?:old\.)?(?:reddit\.com/)?u(?:ser)?/)",
             "https://www.reddit.com/user/$1")},
      {SocialNetwork::scopus, "Scopus",
       "7004212771 or https://www.scopus.com/authid/detail.uri?authorId=7004212771",
       pages(R"(\d{10,11})", R"(scopus\.com/authid/detail\.uri\?(?:[^#]*&)?authorId=)",
             "https://www.scopus.com/authid/detail.uri?authorId=$1")},
      {SocialNetwork::semanticscholar, "Semantic Scholar",
       "1741101 or https://www.semanticscholar.org/author/1741101",
       pages(R"(\d+)", R"(semanticscholar\.org/author/(?:[^/]+/)?)",
             "https://www.semanticscholar.org/author/$1")},
      {SocialNetwork::simplex,
       "SimpleX",
       "https://simplex.chat/contact#…, or what stands behind simplex.chat/",
       {{R"((?:https://)?((?:simplex\.chat|smp\d+\.simplex\.im)/\S+))", "https://$1"},
        {R"((?:simplex:/)?([a-z]+#\S+))", "https://simplex.chat/$1"}}},
      {SocialNetwork::soundcloud, "SoundCloud", "ada or https://soundcloud.com/ada",
       pages(plain, R"(soundcloud\.com/)", "https://soundcloud.com/$1")},
      {SocialNetwork::steam,
       "Steam",
       "ada, 76561197960287930 or https://steamcommunity.com/id/ada",
       {{R"((\d{17}))", "https://steamcommunity.com/profiles/$1"},
        {R"(@?([\w-]{2,32}))", "https://steamcommunity.com/id/$1"},
        {R"((?:https://)?(steamcommunity\.com/(?:id/[\w-]+|profiles/\d+))/?)", "https://$1"}}},
      {SocialNetwork::threads, "Threads", "ada.berg or https://www.threads.net/@ada.berg",
       pages(R"([\w.]{1,30})", R"(threads\.(?:net|com)/@)", "https://www.threads.net/@$1")},
      {SocialNetwork::threema, "Threema", "ABCD1234 or https://threema.id/ABCD1234",
       pages(R"([A-Z0-9*][A-Z0-9]{7})", R"(threema\.id/)", "https://threema.id/$1")},
      {SocialNetwork::tiktok, "TikTok", "ada.berg or https://www.tiktok.com/@ada.berg",
       pages(R"([\w.]{2,24})", R"(tiktok\.com/@)", "https://www.tiktok.com/@$1")},
      {SocialNetwork::twitch, "Twitch", "ada_berg or https://www.twitch.tv/ada_berg",
       pages(R"(\w{3,25})", R"(twitch\.tv/)", "https://www.twitch.tv/$1")},
      {SocialNetwork::wechat,
       "WeChat",
       "ada_berg, or the number of your telephone",
       {{R"([A-Za-z][\w-]{5,19})", ""}, {R"(\+?[\d -]{7,20})", ""}}},
      {SocialNetwork::xbox,
       "Xbox",
       "AdaBerg or Ada Berg#1234",
       {{R"(([A-Za-z][A-Za-z0-9]{0,14}))", "https://account.xbox.com/profile?gamertag=$1"},
        {R"(\w[\w ]{0,14}(?:#\d{1,5})?)", ""}}},
      {SocialNetwork::youtube,
       "YouTube",
       "@ada or https://www.youtube.com/@ada",
       {{R"(@?([\w.%·-]{3,30}))", "https://www.youtube.com/@$1"},
        {R"((?:https://)?(?:m\.)?youtube\.com/(@[\w.%·-]+|channel/[\w-]+|c/[\w.%-]+|user/[\w.-]+)/?(?:[?#].*)?)",
         "https://www.youtube.com/$1"}}},
      {SocialNetwork::zenodo, "Zenodo",
       "ada-lab, the name of a community, or https://zenodo.org/communities/ada-lab",
       pages(plain, R"(zenodo\.org/communities/)", "https://zenodo.org/communities/$1")},
      {SocialNetwork::zhihu, "Zhihu", "ada-berg or https://www.zhihu.com/people/ada-berg",
       pages(any_letters, R"(zhihu\.com/people/)", "https://www.zhihu.com/people/$1")},
      {SocialNetwork::other, "", "any words", {{".+", ""}}}};
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
