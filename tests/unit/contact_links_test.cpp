#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "cv/checker.h"
#include "cv/networks.h"
#include "cv/telephone.h"
#include "latex/moderncv.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

struct Case {
  const char* words;
  const char* address;  // empty: there is no link
  const char* message;  // of the error, or empty
};

const std::vector<Case> telephones = {
    {"+49 30 1234-56", "tel:+4930123456", ""},
    {"+49 (0)30 1234-56", "tel:+4930123456", ""},
    {"+49 (0) 30 / 1234-0", "tel:+493012340", ""},
    {"+44 (0)20 7946 0958", "tel:+442079460958", ""},
    {"0049 30 123456", "tel:+4930123456", ""},
    {"(+49) 30 123456", "tel:+4930123456", ""},
    {"+1 (555) 123-4567", "tel:+15551234567", ""},
    {"+1.555.123.4567 x12", "tel:+15551234567;ext=12", ""},
    {"+1 555 123 4567, ext. 12", "tel:+15551234567;ext=12", ""},
    {"+1 555 123 4567 (Extension 12)", "tel:+15551234567;ext=12", ""},
    {"+49 30 123456 Durchwahl 12", "tel:+4930123456;ext=12", ""},
    {"+33 1 23 45 67 89;ext=7", "tel:+33123456789;ext=7", ""},
    {"+49 33203/123456", "tel:+4933203123456", ""},
    {"+49\u00A0171\u202F123\u20114567", "tel:+491711234567", ""},
    {"+39 06 1234567", "tel:+39061234567", ""},
    {"+39 (0)6 1234567", "tel:+39061234567", ""},
    {"+353 (0)1 234 5678", "tel:+35312345678", ""},
    {"+1 555 1234", "", "a telephone number"},
    {"(030) 123456", "", "a telephone number with its country code"},
    {"(555) 123-4567", "", "a telephone number with its country code"},
    {"112", "", "a telephone number with its country code"},
    {"+49 030 123456", "", "a telephone number without a zero behind its country code"},
    {"+44 (020) 7946 0958", "", "a telephone number without a zero behind its country code"},
    {"+49 30 (0) 123456", "", "a telephone number"},
    {"+030 123456", "", "a telephone number"},
    {"+49 30 123456, +49 171 1234567", "", "one telephone number"},
    {"+49 30 123456 or 171 1234567", "", "one telephone number"},
    {"+45 33 65 43 21 / 22 33 44 55", "", "one telephone number"},
    {"+49 30 1234567/68", "", "one telephone number"},
    {"+49 30 1234567 1234568", "", "one telephone number"},
    {"call me", "", "a telephone number"},
    {"ext. 12", "", "a telephone number"},
    {"tel:+49 30 123456", "", "a telephone number"},
    {"+1 800 FLOWERS", "", "a telephone number"},
    {"+", "", "a telephone number"},
    {"+49", "", "a telephone number"},
    {"+4", "", "a telephone number"},
    {"+٤٩ ٣٠ ١٢٣٤٥٦", "", "a telephone number"}};

struct Account {
  SocialNetwork network;
  const char* words;
  const char* page;  // refused: it is none of its network; or empty
};
constexpr auto refused = "refused";

const std::vector<Account> accounts = {
    {SocialNetwork::bitbucket, "ada", "https://bitbucket.org/ada"},
    {SocialNetwork::bitbucket, "@ada", "https://bitbucket.org/ada"},
    {SocialNetwork::bitbucket, "https://bitbucket.org/ada/", "https://bitbucket.org/ada"},
    {SocialNetwork::bitbucket, "https://github.com/ada", refused},
    {SocialNetwork::bluesky, "@ada.bsky.social", "https://bsky.app/profile/ada.bsky.social"},
    {SocialNetwork::bluesky, "https://bsky.app/profile/ada.org",
     "https://bsky.app/profile/ada.org"},
    {SocialNetwork::bluesky, "ada", refused},
    {SocialNetwork::github, "ada-h", "https://github.com/ada-h"},
    {SocialNetwork::github, "@ada", "https://github.com/ada"},
    {SocialNetwork::github, "https://github.com/ada", "https://github.com/ada"},
    {SocialNetwork::github, "HTTP://www.GitHub.com/Ada?tab=repositories", "https://github.com/Ada"},
    {SocialNetwork::github, "github.com/ada", "https://github.com/ada"},
    {SocialNetwork::github, "https://github.com/ada/tool", refused},
    {SocialNetwork::github, "https://github.com/", refused},
    {SocialNetwork::github, "https://ada", refused},
    {SocialNetwork::github, "https://example.org/github.com/ada", refused},
    {SocialNetwork::github, "https://github.com.example.org/ada", refused},
    {SocialNetwork::github, "Ada Holm", refused},
    {SocialNetwork::github, "@", refused},
    {SocialNetwork::gitlab, "ada.holm", "https://gitlab.com/ada.holm"},
    {SocialNetwork::gitlab, "https://gitlab.com/ada.holm", "https://gitlab.com/ada.holm"},
    {SocialNetwork::gitlab, "https://gitlab.example.org/ada", refused},
    {SocialNetwork::googlescholar, "JicYPdAAAAAJ",
     "https://scholar.google.com/citations?user=JicYPdAAAAAJ"},
    {SocialNetwork::googlescholar,
     "https://scholar.google.de/citations?hl=de&user=JicYPdAAAAAJ&oi=ao",
     "https://scholar.google.com/citations?user=JicYPdAAAAAJ"},
    {SocialNetwork::googlescholar, "scholar.google.co.uk/citations?user=JicYPdAAAAAJ",
     "https://scholar.google.com/citations?user=JicYPdAAAAAJ"},
    {SocialNetwork::googlescholar, "Ada Holm", refused},
    {SocialNetwork::linkedin, "ada-h-42", "https://www.linkedin.com/in/ada-h-42"},
    {SocialNetwork::linkedin, "ada-søndergaard",
     "https://www.linkedin.com/in/ada-s%C3%B8ndergaard"},
    {SocialNetwork::linkedin, "https://www.linkedin.com/in/ada-s%C3%B8ndergaard/",
     "https://www.linkedin.com/in/ada-s%C3%B8ndergaard"},
    {SocialNetwork::linkedin, "https://de.linkedin.com/in/ada?originalSubdomain=de",
     "https://www.linkedin.com/in/ada"},
    {SocialNetwork::linkedin, "https://www.linkedin.com/company/ada", refused},
    {SocialNetwork::linkedin, "Ada\u00A0Holm", refused},
    {SocialNetwork::matrix, "@ada:example.org", "https://matrix.to/#/@ada:example.org"},
    {SocialNetwork::matrix, "https://matrix.to/#/@ada:example.org",
     "https://matrix.to/#/@ada:example.org"},
    {SocialNetwork::matrix, "ada", refused},
    {SocialNetwork::orcid, "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"},
    {SocialNetwork::orcid, "https://orcid.org/0000-0002-1694-233X",
     "https://orcid.org/0000-0002-1694-233X"},
    {SocialNetwork::orcid, "0000-0002-1825-0098", refused},
    {SocialNetwork::orcid, "https://orcid.org/0000-0002-1825-0079", refused},
    {SocialNetwork::orcid, "0000-0002-1694-2330", refused},
    {SocialNetwork::orcid, "0000000218250097", refused},
    {SocialNetwork::researcherid, "A-1234-2026",
     "https://www.webofscience.com/wos/author/record/A-1234-2026"},
    {SocialNetwork::researcherid, "https://www.researcherid.com/rid/AAB-1234-2026",
     "https://www.webofscience.com/wos/author/record/AAB-1234-2026"},
    {SocialNetwork::researcherid, "ada", refused},
    {SocialNetwork::researchgate, "Ada-Holm-2", "https://www.researchgate.net/profile/Ada-Holm-2"},
    {SocialNetwork::researchgate, "https://www.researchgate.net/profile/Ada-Holm-2?ev=hdr",
     "https://www.researchgate.net/profile/Ada-Holm-2"},
    {SocialNetwork::researchgate, "https://www.researchgate.net/publication/1", refused},
    {SocialNetwork::signal, "ada.01", ""},
    {SocialNetwork::signal, "+49 (0)171 1234567", "https://signal.me/#p/+491711234567"},
    {SocialNetwork::signal, "https://signal.me/#eu/aB_c-9", "https://signal.me/#eu/aB_c-9"},
    {SocialNetwork::signal, "ada", refused},
    {SocialNetwork::skype, "ada.holm", ""},
    {SocialNetwork::skype, "live:ada.holm", ""},
    {SocialNetwork::skype, "Ada Holm", refused},
    {SocialNetwork::stackoverflow, "1234567/ada-holm",
     "https://stackoverflow.com/users/1234567/ada-holm"},
    {SocialNetwork::stackoverflow, "1234567", "https://stackoverflow.com/users/1234567"},
    {SocialNetwork::stackoverflow, "https://stackoverflow.com/users/1234567/ada-holm?tab=profile",
     "https://stackoverflow.com/users/1234567/ada-holm"},
    {SocialNetwork::stackoverflow, "ada-holm", refused},
    {SocialNetwork::telegram, "@ada_holm", "https://t.me/ada_holm"},
    {SocialNetwork::telegram, "https://t.me/ada_holm", "https://t.me/ada_holm"},
    {SocialNetwork::telegram, "+49 171 1234567", "https://t.me/+491711234567"},
    {SocialNetwork::telegram, "0171 1234567", refused},
    {SocialNetwork::twitter, "@ada_holm", "https://x.com/ada_holm"},
    {SocialNetwork::twitter, "https://twitter.com/ada_holm", "https://x.com/ada_holm"},
    {SocialNetwork::twitter, "https://x.com/ada_holm/status/1", refused},
    {SocialNetwork::twitter, "ada-holm", refused},
    {SocialNetwork::whatsapp, "491711234567", "https://wa.me/491711234567"},
    {SocialNetwork::whatsapp, "+49 (0)171 1234567", "https://wa.me/491711234567"},
    {SocialNetwork::whatsapp, "https://wa.me/+491711234567", "https://wa.me/491711234567"},
    {SocialNetwork::whatsapp, "https://api.whatsapp.com/send?text=x&phone=491711234567",
     "https://wa.me/491711234567"},
    {SocialNetwork::whatsapp, "0171 1234567", refused},
    {SocialNetwork::whatsapp, "+49 171 1234567 ext. 1", refused},
    {SocialNetwork::xing, "Ada_Holm", "https://www.xing.com/profile/Ada_Holm"},
    {SocialNetwork::xing, "https://www.xing.com/profile/Ada_Holm",
     "https://www.xing.com/profile/Ada_Holm"},
    {SocialNetwork::xing, "Ada Holm", refused},
    {SocialNetwork::arxiv, "byron_a_1", "https://arxiv.org/a/byron_a_1"},
    {SocialNetwork::arxiv, "https://arxiv.org/a/0000-0002-1825-0097",
     "https://arxiv.org/a/0000-0002-1825-0097"},
    {SocialNetwork::arxiv, "2101.00001", refused},
    {SocialNetwork::battlenet, "Ada#1234", ""},
    {SocialNetwork::battlenet, "Ådä#1234", ""},
    {SocialNetwork::battlenet, "Ada", refused},
    {SocialNetwork::behance, "https://www.behance.net/ada", "https://www.behance.net/ada"},
    {SocialNetwork::behance, "ada/gallery", refused},
    {SocialNetwork::codeberg, "@ada.holm", "https://codeberg.org/ada.holm"},
    {SocialNetwork::codeberg, "https://codeberg.org/ada/tool", refused},
    {SocialNetwork::codepen, "https://codepen.io/ada", "https://codepen.io/ada"},
    {SocialNetwork::codepen, "https://codepen.io/ada/pen/x", refused},
    {SocialNetwork::dblp, "12/3456-1", "https://dblp.org/pid/12/3456-1"},
    {SocialNetwork::dblp, "https://dblp.uni-trier.de/pid/h/AdaHolm",
     "https://dblp.org/pid/h/AdaHolm"},
    {SocialNetwork::dblp, "https://dblp.org/pid/12/3456.html", refused},
    {SocialNetwork::dblp, "Ada Holm", refused},
    {SocialNetwork::devto, "https://dev.to/ada", "https://dev.to/ada"},
    {SocialNetwork::devto, "ada holm", refused},
    {SocialNetwork::discord, "ada.holm", ""},
    {SocialNetwork::discord, "Ada#1234", ""},
    {SocialNetwork::discord, "https://discord.gg/aBcD", "https://discord.gg/aBcD"},
    {SocialNetwork::discord, "https://example.org/ada", refused},
    {SocialNetwork::dribbble, "ada", "https://dribbble.com/ada"},
    {SocialNetwork::dribbble, "https://dribbble.com/shots/1", refused},
    {SocialNetwork::facebook, "https://m.facebook.com/ada.holm/",
     "https://www.facebook.com/ada.holm"},
    {SocialNetwork::facebook, "https://www.facebook.com/profile.php?id=100",
     "https://www.facebook.com/profile.php?id=100"},
    {SocialNetwork::facebook, "Ada Holm", refused},
    {SocialNetwork::hackerrank, "https://www.hackerrank.com/ada",
     "https://www.hackerrank.com/profile/ada"},
    {SocialNetwork::hackerrank, "a/b/c", refused},
    {SocialNetwork::huggingface, "https://huggingface.co/ada", "https://huggingface.co/ada"},
    {SocialNetwork::huggingface, "https://huggingface.co/ada/model", refused},
    {SocialNetwork::inspire, "https://inspirehep.net/authors/1234567",
     "https://inspirehep.net/authors/1234567"},
    {SocialNetwork::inspire, "A.Holm.1", ""},
    {SocialNetwork::inspire, "Ada Holm", refused},
    {SocialNetwork::instagram, "@ada.holm", "https://www.instagram.com/ada.holm"},
    {SocialNetwork::instagram, "https://www.instagram.com/ada.holm/?hl=de",
     "https://www.instagram.com/ada.holm"},
    {SocialNetwork::instagram, "https://www.instagram.com/p/abc/", refused},
    {SocialNetwork::kaggle, "ada", "https://www.kaggle.com/ada"},
    {SocialNetwork::kaggle, "https://www.kaggle.com/ada/code", refused},
    {SocialNetwork::leetcode, "https://leetcode.com/u/ada/", "https://leetcode.com/u/ada"},
    {SocialNetwork::leetcode, "https://leetcode.com/problems/two-sum", refused},
    {SocialNetwork::line, "ada.holm", ""},
    {SocialNetwork::line, "https://line.me/ti/p/~ada", "https://line.me/ti/p/~ada"},
    {SocialNetwork::line, "Ada Holm", refused},
    {SocialNetwork::mastodon, "@ada@example.social", "https://example.social/@ada"},
    {SocialNetwork::mastodon, "ada@example.social", "https://example.social/@ada"},
    {SocialNetwork::mastodon, "https://example.social/@ada", "https://example.social/@ada"},
    {SocialNetwork::mastodon, "https://Example.social/@ada/", "https://example.social/@ada"},
    {SocialNetwork::mastodon, "@ada", refused},
    {SocialNetwork::mastodon, "https://example.social/ada", refused},
    {SocialNetwork::medium, "ada", "https://medium.com/@ada"},
    {SocialNetwork::medium, "https://ada.medium.com", "https://ada.medium.com"},
    {SocialNetwork::medium, "https://medium.com/@ada/a-story", refused},
    {SocialNetwork::osf, "https://osf.io/abcd1/", "https://osf.io/abcd1"},
    {SocialNetwork::osf, "abcdef", refused},
    {SocialNetwork::playstation, "ada-holm", ""},
    {SocialNetwork::playstation, "Ada Holm", refused},
    {SocialNetwork::reddit, "u/ada_h", "https://www.reddit.com/user/ada_h"},
    {SocialNetwork::reddit, "https://old.reddit.com/user/ada_h/",
     "https://www.reddit.com/user/ada_h"},
    {SocialNetwork::reddit, "https://www.reddit.com/r/latex", refused},
    {SocialNetwork::scopus, "7004212771",
     "https://www.scopus.com/authid/detail.uri?authorId=7004212771"},
    {SocialNetwork::scopus, "https://www.scopus.com/authid/detail.uri?origin=x&authorId=7004212771",
     "https://www.scopus.com/authid/detail.uri?authorId=7004212771"},
    {SocialNetwork::scopus, "Holm, A.", refused},
    {SocialNetwork::semanticscholar, "https://www.semanticscholar.org/author/Ada-Holm/1741101",
     "https://www.semanticscholar.org/author/1741101"},
    {SocialNetwork::semanticscholar, "ada", refused},
    {SocialNetwork::simplex, "https://simplex.chat/contact#x", "https://simplex.chat/contact#x"},
    {SocialNetwork::simplex, "contact#x", "https://simplex.chat/contact#x"},
    {SocialNetwork::simplex, "ada", refused},
    {SocialNetwork::soundcloud, "ada", "https://soundcloud.com/ada"},
    {SocialNetwork::soundcloud, "https://soundcloud.com/ada/song", refused},
    {SocialNetwork::steam, "ada", "https://steamcommunity.com/id/ada"},
    {SocialNetwork::steam, "76561197960287930",
     "https://steamcommunity.com/profiles/76561197960287930"},
    {SocialNetwork::steam, "https://steamcommunity.com/profiles/76561197960287930",
     "https://steamcommunity.com/profiles/76561197960287930"},
    {SocialNetwork::steam, "https://store.steampowered.com/app/1", refused},
    {SocialNetwork::threads, "@ada.holm", "https://www.threads.net/@ada.holm"},
    {SocialNetwork::threads, "https://www.threads.com/@ada.holm",
     "https://www.threads.net/@ada.holm"},
    {SocialNetwork::threads, "ada-holm", refused},
    {SocialNetwork::threema, "ABCD1234", "https://threema.id/ABCD1234"},
    {SocialNetwork::threema, "*ABCDEF1", "https://threema.id/*ABCDEF1"},
    {SocialNetwork::threema, "abcd", refused},
    {SocialNetwork::tiktok, "@ada.holm", "https://www.tiktok.com/@ada.holm"},
    {SocialNetwork::tiktok, "https://www.tiktok.com/@ada.holm?lang=de",
     "https://www.tiktok.com/@ada.holm"},
    {SocialNetwork::tiktok, "https://www.tiktok.com/@ada/video/1", refused},
    {SocialNetwork::twitch, "https://www.twitch.tv/ada_holm", "https://www.twitch.tv/ada_holm"},
    {SocialNetwork::twitch, "ada-holm", refused},
    {SocialNetwork::wechat, "ada_holm", ""},
    {SocialNetwork::wechat, "+86 138 0013 8000", ""},
    {SocialNetwork::wechat, "ada", refused},
    {SocialNetwork::xbox, "AdaHolm", "https://account.xbox.com/profile?gamertag=AdaHolm"},
    {SocialNetwork::xbox, "Ada Holm#1234", ""},
    {SocialNetwork::xbox, "ada-holm", refused},
    {SocialNetwork::youtube, "@ada", "https://www.youtube.com/@ada"},
    {SocialNetwork::youtube, "https://www.youtube.com/channel/UCabc",
     "https://www.youtube.com/channel/UCabc"},
    {SocialNetwork::youtube, "https://www.youtube.com/watch?v=abc", refused},
    {SocialNetwork::zenodo, "https://zenodo.org/communities/ada-lab",
     "https://zenodo.org/communities/ada-lab"},
    {SocialNetwork::zenodo, "https://zenodo.org/records/1", refused},
    {SocialNetwork::zhihu, "https://www.zhihu.com/people/ada-holm",
     "https://www.zhihu.com/people/ada-holm"},
    {SocialNetwork::zhihu, "https://www.zhihu.com/question/1", refused},
    {SocialNetwork::other, "whatever it is", ""}};

const Source source("cv.xml", std::string(100, 'x'));

Cv cv_of(Person person) {
  Cv cv;
  cv.language = "en";
  person.name.family = {source.at(1), "Holm"};
  cv.person = std::move(person);
  return cv;
}

std::vector<Diagnostic> found(const Cv& cv) {
  Diagnostics diagnostics;
  check_cv(cv, false, diagnostics);
  return diagnostics.sorted();
}

}  // namespace

TEST_CASE("a telephone number leads to where it rings, or nowhere with the reason") {
  for (const auto& [words, address, message] : telephones) {
    CAPTURE(words);
    const auto link = telephone_link(words);
    CHECK(link.address == address);
    CHECK((link.error ? link.error->expected : "") == message);
  }
}

TEST_CASE("an account leads to its page, or is refused with the form to write") {
  std::set<SocialNetwork> tried;
  for (const auto& [network, words, page] : accounts) {
    CAPTURE(name_of(network), words);
    tried.insert(network);
    const auto link = account_link(network, words);
    CHECK(link.error.has_value() == (page == refused));
    CHECK(link.address == (page == refused ? "" : page));
    if (link.error) CHECK_FALSE(link.error->hint.empty());
  }
  CHECK(tried.size() == value_names<SocialNetwork>.size());
}

TEST_CASE("ORCID's last digit is computed, and the hint has it") {
  CHECK(account_link(SocialNetwork::orcid, "0000-0002-1694-2330").error->hint ==
        "one digit is wrong: the last one is computed, and behind 0000-0002-1694-233 it is X");
}

TEST_CASE("what gets no link is told at its place, and its words are printed as they are") {
  Person person;
  person.contacts = {
      {Phone{{source.at(10), "call me"}, PhoneKind::mobile}},
      {Phone{{source.at(20), "+49 30 12345"}, PhoneKind::fax}},
      {Social{{source.at(30), "ada.holm"}, SocialNetwork::skype, ""}},
      {Social{{source.at(40), "Ada Holm"}, SocialNetwork::github, "https://example.org/ada"}}};
  const auto cv = cv_of(person);
  const auto all = found(cv);
  REQUIRE(all.size() == 2);
  CHECK(all[0].severity == Severity::warning);
  CHECK(all[0].location.offset == 10);
  CHECK(all[0].message ==
        "expected a telephone number in <phone>, found \"call me\": it gets no link");
  CHECK(all[1].severity == Severity::note);
  CHECK(all[1].location.offset == 30);
  CHECK(all[1].message == "Skype has no page for \"ada.holm\": it gets no link");
  Diagnostics of_words;
  const auto body = write_moderncv(cv, nullptr, of_words).body;
  for (const auto* line :
       {"\\phone[mobile]{\\cvtext{2}{call me}}",
        "\\phone[fax]{\\cvlink{tel:+493012345}{\\cvtext{3}{+49 30 12345}}}",
        "\\cvsocial{skype}{Skype}{\\cvtext{4}{ada.holm}}",
        "\\cvsocial{github}{GitHub}{\\cvlink{https://example.org/ada}{\\cvtext{5}{Ada Holm}}}"}) {
    CAPTURE(body, line);
    CHECK(body.find(line) != std::string::npos);
  }
}

TEST_CASE("an account that is none of its network is an error at its place") {
  Person person;
  person.contacts = {
      {Social{{source.at(30), "https://gitlab.com/ada"}, SocialNetwork::github, ""}}};
  const auto all = found(cv_of(person));
  REQUIRE(all.size() == 1);
  CHECK(all[0].severity == Severity::error);
  CHECK(all[0].location.offset == 30);
  CHECK(all[0].message ==
        "expected an account of GitHub in <social>, found \"https://gitlab.com/ada\"");
  CHECK(all[0].hint == "write ada or https://github.com/ada; href may name another page");
}

TEST_CASE("another network has a name, and none of a network that is known") {
  const auto message = [](SocialNetwork network, const char* name) {
    Person person;
    person.contacts = {{Social{
        {source.at(30), "ada"}, network, "https://example.org/ada", {source.at(20), name}}}};
    const auto all = found(cv_of(person));
    return all.empty() ? "" : all.front().message + " | " + all.front().hint;
  };
  CHECK(message(SocialNetwork::other, "PeerTube") == "");
  CHECK(message(SocialNetwork::other, "") ==
        "another network needs a name | <social network=\"other\" name=\"PeerTube\" "
        "href=\"https://…\">");
  CHECK(message(SocialNetwork::other, "Google Scholar") ==
        "Google Scholar is a network that is known | write network=\"googlescholar\", without a "
        "name");
  CHECK(message(SocialNetwork::github, "GitHub") ==
        "network=\"github\" has a name | name=\"…\" belongs to network=\"other\"");
}
