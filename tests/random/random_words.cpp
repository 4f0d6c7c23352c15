#include "random_words.h"

#include <fmt/format.h>

#include <array>
#include <span>

#include "accounts.h"

namespace {

using Words = std::span<const std::string_view>;

constexpr auto plain_words = std::to_array<std::string_view>(
    {"sonar",  "offshore",  "software", "engineer", "office", "traffic", "Haifa",    "shelf",
     "fjord",  "Berlin",    "research", "design",   "fluffy", "lab",     "data",     "systems",
     "affine", "difficult", "of",       "the",      "and",    "in",      "A",        "I",
     "MRI",    "NASA",      "PhD",      "iOS",      "LaTeX",  "waves",   "official", "Twelve"});

constexpr auto marked_words = std::to_array<std::string_view>({"state-of-the-art",
                                                               "C++",
                                                               "C#",
                                                               "R&D",
                                                               "AT&T",
                                                               "100%",
                                                               "5%",
                                                               "$20",
                                                               "a_b",
                                                               "x^2",
                                                               "~60",
                                                               "{x}",
                                                               "\\TeX",
                                                               "<b>",
                                                               "a<b",
                                                               "\"quoted\"",
                                                               "'single'",
                                                               "it's",
                                                               "don't",
                                                               "\"A\"",
                                                               "I/O",
                                                               "TCP/IP",
                                                               "e.g.",
                                                               "etc.",
                                                               "3.14",
                                                               "1,000,000",
                                                               "[1]",
                                                               "(b)",
                                                               "#1",
                                                               "@home",
                                                               "O(n)",
                                                               "f(x)=y;",
                                                               "why?",
                                                               "yes!",
                                                               "A|B",
                                                               "*",
                                                               "+",
                                                               "=",
                                                               "-",
                                                               "&",
                                                               "50-60",
                                                               "a--b",
                                                               "a---b",
                                                               "...",
                                                               "`code`",
                                                               "<<x>>",
                                                               "-O2",
                                                               "--help",
                                                               "x:=1"});

constexpr auto latin_words = std::to_array<std::string_view>(
    {"Łódź",      "naïve", "Straße",    "Ærøskøbing", "français", "œuvre",    "Ñandú",    "Þór",
     "Čapek",     "őszi",  "İzmir",     "§12",        "café",     "“quoted”", "‘single’", "–",
     "2019–2023", "A—B",   "«Bonjour»", "„Zitat“",    "€50",      "±3",       "°C",       "×",
     "½",         "©2020", "Šibenik",   "¿qué?",      "¡sí!",     "…",        "Gödel’s"});

constexpr auto vietnamese_words =
    std::to_array<std::string_view>({"Nguyễn", "Đại", "học", "Việt", "Thừa", "ở", "ngữ"});
constexpr auto cyrillic_words =
    std::to_array<std::string_view>({"Москва", "щука", "Київ", "ёлка", "Љубав", "инженер"});
constexpr auto greek_words =
    std::to_array<std::string_view>({"Αθήνα", "σοφία", "Ωμέγα", "ἄνθρωπος", "λ", "μηχανικός"});
constexpr auto chinese_words =
    std::to_array<std::string_view>({"北京大学", "研究", "東京", "ひらがな", "カタカナ", "工程师"});
constexpr auto korean_words =
    std::to_array<std::string_view>({"서울", "대학교", "연구원", "한글", "공학"});
constexpr auto devanagari_words =
    std::to_array<std::string_view>({"दिल्ली", "विश्वविद्यालय", "हिन्दी", "क्षेत्र"});

Words words_of(RandomWords::Script script) {
  using enum RandomWords::Script;
  switch (script) {
    case ascii:
      return marked_words;
    case latin:
      return latin_words;
    case vietnamese:
      return vietnamese_words;
    case cyrillic:
      return cyrillic_words;
    case greek:
      return greek_words;
    case chinese:
      return chinese_words;
    case korean:
      return korean_words;
    case devanagari:
      return devanagari_words;
  }
  return plain_words;
}

// ISO 7064, mod 11-2.
char orcid_check(std::string_view digits) {
  int total = 0;
  for (const char c : digits) total = (total + (c - '0')) * 2 % 11;
  const int check = (12 - total % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

}  // namespace

std::string RandomWords::plain() { return std::string(chance_.pick(plain_words)); }

std::string RandomWords::digits(std::size_t count) {
  std::string result;
  for (; count > 0; --count) result += static_cast<char>('0' + chance_.below(10));
  return result;
}

// Such as `zk}{, of what TeX and its fonts change.
std::string RandomWords::hostile() {
  auto text = hostile_.of_latin(5);
  std::erase(text, ' ');
  return text.empty() ? plain() : text;
}

std::string RandomWords::one() {
  switch (chance_.below(12)) {
    case 0:
    case 1:
      return std::string(chance_.pick(marked_words));
    case 2:
    case 3:
      return std::string(chance_.pick(words_of(script_)));
    case 4:
      return chance_.one_in(3) && script_ != Script::ascii ? hostile() : number();
    default:
      return plain();
  }
}

std::string RandomWords::some(std::size_t at_most) {
  std::string result = one();
  for (auto more = chance_.below(at_most); more > 0; --more) result.append(" ").append(one());
  return result;
}

std::string RandomWords::name() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Jane", "O'Neill", "van der Berg", "D. E.", "Smith-Jones", "Li", "Knuth", "McDonald"});
  const auto own = words_of(script_);
  if (script_ == Script::ascii || script_ == Script::latin || chance_.one_in(2)) {
    return std::string(chance_.pick(names));
  }
  return std::string(chance_.pick(own));
}

std::string RandomWords::number() {
  return chance_.one_in(4) ? fmt::format("{}A", digits(3))
                           : std::to_string(1 + chance_.below(2000));
}

std::string RandomWords::pages() {
  const auto first = 1 + chance_.below(900);
  switch (chance_.below(3)) {
    case 0:
      return std::to_string(first);
    case 1:
      return fmt::format("{}-{}", first, first + 12);
    default:
      return fmt::format("{}–{}", first, first + 12);
  }
}

std::string RandomWords::phone() {
  static constexpr auto forms =
      std::to_array<const char*>({"+49 30 {}-12", "+1 (555) {}", "030/{}", "+33 1 {}"});
  return fmt::format(fmt::runtime(chance_.pick(forms)), digits(4));
}

std::string RandomWords::host() {
  static constexpr auto domains =
      std::to_array<std::string_view>({".org", ".example.com", "-lab.edu", ".co.uk"});
  return plain() + std::string(chance_.pick(domains));
}

std::string RandomWords::path() {
  static constexpr auto paths = std::to_array<std::string_view>(
      {"", "/", "/~ada", "/a_b/c%20d", "/p?x=1&y=2#top", "/a,b;c", "/a--b", "/(x)"});
  if (chance_.one_in(8)) return "/a-long-path/of-a-page/that_is/longer-than-a-line/index.html";
  return std::string(chance_.pick(paths));
}

std::string RandomWords::account(std::string_view network) {
  if (network == "orcid") {
    auto id = digits(15);
    id += orcid_check(id);
    for (const std::size_t at : {12, 8, 4}) id.insert(at, 1, '-');
    return id;
  }
  if (const auto form = account_form(network); !form.empty()) {
    std::string account(form);
    for (auto& c : account) {
      if (c == '0') c = digits(1)[0];
    }
    return account;
  }
  return fmt::format("{}-{}", plain(), digits(2));
}

std::vector<std::pair<std::string, std::string>> RandomWords::attributes_of_account(
    std::string_view network) {
  std::vector<std::pair<std::string, std::string>> result = {{"network", std::string(network)}};
  if (network == "other") result.emplace_back("name", plain());
  if (chance_.one_in(4)) result.emplace_back("href", value(xmlcv::ValueKind::web_address));
  return result;
}

std::string RandomWords::date(bool with_day) {
  const int month = 1 + static_cast<int>(chance_.below(12));
  if (with_day) return fmt::format("{}-{:02}-{:02}", year(), month, 1 + chance_.below(28));
  return chance_.one_in(2) ? std::to_string(year()) : fmt::format("{}-{:02}", year(), month);
}

std::string RandomWords::value(xmlcv::ValueKind kind) {
  using enum xmlcv::ValueKind;
  static constexpr auto languages =
      std::to_array<std::string_view>({"en", "de", "fr", "es", "it", "nl", "pt-BR", "pl"});
  static constexpr auto links =
      std::to_array<const char*>({"https://{}", "http://{}", "mailto:a_b@{}", "doi:10.1/{}"});
  switch (kind) {
    case iso_date:
    case iso_date_or_present:
      return this->date(chance_.one_in(4));
    case iso_day:
      return this->date(true);
    case language:
      return std::string(chance_.pick(languages));
    case email_address:
      return fmt::format("{}_{}+x@{}", plain(), digits(2), host());
    case doi_name:
      return fmt::format("10.{}/{}.{}(x)<{}>_1", digits(4), plain(), plain(), digits(2));
    case web_address:
      return fmt::format("{}{}{}", chance_.one_in(2) ? "https://" : "", host(), path());
    case link_address:
      return chance_.one_in(6) ? fmt::format("tel:+49{}", digits(6))
                               : fmt::format(fmt::runtime(chance_.pick(links)), host());
    case text_area:
      return fmt::format("0.{}", 6 + chance_.below(4));
    case page_count:
    case author_count:
      return "99";
    case section_kinds:
      return chance_.one_in(2) ? "publications education" : "skills";
    case picture_height:
      return chance_.one_in(2) ? "4cm" : "1.5in";
    case number_prefix:
      return chance_.one_in(2) ? "J" : "article=J book=B";
    case any:
    case value:
    case audience_names:
    case audience_choice:
      break;
  }
  return some(6);
}
