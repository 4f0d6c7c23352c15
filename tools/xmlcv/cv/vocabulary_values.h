#pragma once

// Generated from xml/cv.xsd and xml/cv.rules by the target regenerate.
// clang-format off

#include <array>
#include <cstdint>
#include <string_view>

#include "cv/value_names.h"

namespace xmlcv {

// The attributes of <layout>.
enum class LayoutAttribute : std::uint8_t {
  style,
  color,
  font,
  font_size,
  paper,
  text_area,
  align,
  page_numbers,
  dates,
  months,
  sections,
  pages,
};
template <>
inline constexpr auto value_names<LayoutAttribute> = std::to_array<std::string_view>({
  "style",
  "color",
  "font",
  "font-size",
  "paper",
  "text-area",
  "align",
  "page-numbers",
  "dates",
  "months",
  "sections",
  "pages",
});

// <address kind="…">
enum class AddressKind : std::uint8_t {
  work,
  private_,
};
template <>
inline constexpr auto value_names<AddressKind> = std::to_array<std::string_view>({
  "work",
  "private",
});

// <phone kind="…">
enum class PhoneKind : std::uint8_t {
  mobile,
  fixed,
  fax,
};
template <>
inline constexpr auto value_names<PhoneKind> = std::to_array<std::string_view>({
  "mobile",
  "fixed",
  "fax",
});

// <email kind="…">
enum class EmailKind : std::uint8_t {
  work,
  private_,
};
template <>
inline constexpr auto value_names<EmailKind> = std::to_array<std::string_view>({
  "work",
  "private",
});

// <homepage kind="…">
enum class HomepageKind : std::uint8_t {
  work,
  private_,
};
template <>
inline constexpr auto value_names<HomepageKind> = std::to_array<std::string_view>({
  "work",
  "private",
});

// <social network="…">
enum class SocialNetwork : std::uint8_t {
  arxiv,
  battlenet,
  behance,
  bitbucket,
  bluesky,
  codeberg,
  codepen,
  dblp,
  devto,
  discord,
  dribbble,
  facebook,
  github,
  gitlab,
  googlescholar,
  hackerrank,
  huggingface,
  inspire,
  instagram,
  kaggle,
  leetcode,
  line,
  linkedin,
  mastodon,
  matrix,
  medium,
  orcid,
  osf,
  playstation,
  reddit,
  researcherid,
  researchgate,
  scopus,
  semanticscholar,
  signal,
  simplex,
  skype,
  soundcloud,
  stackoverflow,
  steam,
  telegram,
  threads,
  threema,
  tiktok,
  twitch,
  twitter,
  wechat,
  whatsapp,
  xbox,
  xing,
  youtube,
  zenodo,
  zhihu,
  other,
};
template <>
inline constexpr auto value_names<SocialNetwork> = std::to_array<std::string_view>({
  "arxiv",
  "battlenet",
  "behance",
  "bitbucket",
  "bluesky",
  "codeberg",
  "codepen",
  "dblp",
  "devto",
  "discord",
  "dribbble",
  "facebook",
  "github",
  "gitlab",
  "googlescholar",
  "hackerrank",
  "huggingface",
  "inspire",
  "instagram",
  "kaggle",
  "leetcode",
  "line",
  "linkedin",
  "mastodon",
  "matrix",
  "medium",
  "orcid",
  "osf",
  "playstation",
  "reddit",
  "researcherid",
  "researchgate",
  "scopus",
  "semanticscholar",
  "signal",
  "simplex",
  "skype",
  "soundcloud",
  "stackoverflow",
  "steam",
  "telegram",
  "threads",
  "threema",
  "tiktok",
  "twitch",
  "twitter",
  "wechat",
  "whatsapp",
  "xbox",
  "xing",
  "youtube",
  "zenodo",
  "zhihu",
  "other",
});

// <photo frame="…">
enum class PhotoFrame : std::uint8_t {
  yes,
  no,
};
template <>
inline constexpr auto value_names<PhotoFrame> = std::to_array<std::string_view>({
  "yes",
  "no",
});

// <section kind="…">
enum class SectionKind : std::uint8_t {
  summary,
  education,
  work,
  research,
  teaching,
  publications,
  patents,
  awards,
  certificates,
  skills,
  languages,
  projects,
  volunteer,
  service,
  talks,
  memberships,
  grants,
  supervision,
  editorial,
  outreach,
  media,
  clearances,
  references,
  interests,
  other,
};
template <>
inline constexpr auto value_names<SectionKind> = std::to_array<std::string_view>({
  "summary",
  "education",
  "work",
  "research",
  "teaching",
  "publications",
  "patents",
  "awards",
  "certificates",
  "skills",
  "languages",
  "projects",
  "volunteer",
  "service",
  "talks",
  "memberships",
  "grants",
  "supervision",
  "editorial",
  "outreach",
  "media",
  "clearances",
  "references",
  "interests",
  "other",
});

// <section numbered="…">
enum class SectionNumbered : std::uint8_t {
  yes,
  reversed,
};
template <>
inline constexpr auto value_names<SectionNumbered> = std::to_array<std::string_view>({
  "yes",
  "reversed",
});

// <group numbered="…">
enum class GroupNumbered : std::uint8_t {
  yes,
  reversed,
};
template <>
inline constexpr auto value_names<GroupNumbered> = std::to_array<std::string_view>({
  "yes",
  "reversed",
});

// <bibliography author="…">
enum class BibliographyAuthor : std::uint8_t {
  owner,
};
template <>
inline constexpr auto value_names<BibliographyAuthor> = std::to_array<std::string_view>({
  "owner",
});

// <bibliography group="…">
enum class BibliographyGroup : std::uint8_t {
  type,
  year,
};
template <>
inline constexpr auto value_names<BibliographyGroup> = std::to_array<std::string_view>({
  "type",
  "year",
});

// <bibliography sort="…">
enum class BibliographySort : std::uint8_t {
  newest_first,
  oldest_first,
  author,
  title,
  none,
};
template <>
inline constexpr auto value_names<BibliographySort> = std::to_array<std::string_view>({
  "newest-first",
  "oldest-first",
  "author",
  "title",
  "none",
});

// <bibliography numbered="…">
enum class BibliographyNumbered : std::uint8_t {
  yes,
  reversed,
};
template <>
inline constexpr auto value_names<BibliographyNumbered> = std::to_array<std::string_view>({
  "yes",
  "reversed",
});

// <publication type="…">
enum class PublicationType : std::uint8_t {
  article,
  inproceedings,
  book,
  inbook,
  patent,
  thesis,
  report,
  preprint,
  software,
  dataset,
  misc,
};
template <>
inline constexpr auto value_names<PublicationType> = std::to_array<std::string_view>({
  "article",
  "inproceedings",
  "book",
  "inbook",
  "patent",
  "thesis",
  "report",
  "preprint",
  "software",
  "dataset",
  "misc",
});

// <publication status="…">
enum class PublicationStatus : std::uint8_t {
  published,
  in_press,
  accepted,
  submitted,
  in_preparation,
  forthcoming,
  prepublished,
};
template <>
inline constexpr auto value_names<PublicationStatus> = std::to_array<std::string_view>({
  "published",
  "in-press",
  "accepted",
  "submitted",
  "in-preparation",
  "forthcoming",
  "prepublished",
});

// <author mark="…">
enum class AuthorMark : std::uint8_t {
  equal,
  corresponding,
  equal_corresponding,
};
template <>
inline constexpr auto value_names<AuthorMark> = std::to_array<std::string_view>({
  "equal",
  "corresponding",
  "equal corresponding",
});

}  // namespace xmlcv
