#include "cv/checker.h"

#include "catch.h"
#include "cv/photo.h"
#include "machine/file.h"
#include "program.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

const Source source("cv.xml", std::string(100, 'x'));

// A CV without an error, but for the sections.
Cv cv_with(Content block) {
  Cv cv;
  cv.language = "en";
  cv.sections.push_back({source.at(1), SectionKind::work, std::nullopt, {std::move(block)}});
  return cv;
}

std::vector<Diagnostic> found(Cv cv, const std::filesystem::path& folder = {}) {
  Diagnostics diagnostics;
  load_photo(cv, {folder, {}}, diagnostics);
  check_cv(cv, false, diagnostics);
  return diagnostics.sorted();
}

Date date(int year, int month = 0, int day = 0) { return {source.at(20), year, month, day}; }

Period range(const Date& from, const Date& to) {
  Period period;
  period.from = from;
  period.to = to;
  period.to->location = source.at(30);
  return period;
}

Text text(std::size_t offset) {
  return {source.at(offset), {{Inline::Kind::text, "x", {}, source.at(offset)}}};
}

Content entry(const Period& period, std::vector<Content> content = {}) {
  Entry result;
  result.period = period;
  result.content = std::move(content);
  return {result};
}

Content item(const Period& period) { return {Item{source.at(5), period, std::nullopt, text(6)}}; }

}  // namespace

TEST_CASE("a CV without errors has none") {
  Period period;
  period.from = date(2019);
  period.present = source.at(1);
  CHECK(found(cv_with(entry(period))).empty());
  CHECK(found(cv_with(entry({}))).empty());
}

TEST_CASE("the end of a period is not before its beginning") {
  struct Case {
    Date from;
    Date to;
    bool good;
  };
  const Case cases[] = {{date(2019), date(2020), true},
                        {date(2020), date(2019), false},
                        {date(2019), date(2019), true},
                        {date(2019, 5), date(2019, 4), false},
                        {date(2019, 5), date(2019), true},
                        {date(2019), date(2019, 1), true},
                        {date(2019, 5, 2), date(2019, 5, 1), false}};
  for (const auto& one : cases) {
    CAPTURE(one.from.year, one.from.month, one.to.year, one.to.month);
    const auto errors = found(cv_with(entry(range(one.from, one.to))));
    REQUIRE(errors.size() == (one.good ? 0 : 1));
    if (one.good) continue;
    CHECK(errors[0].severity == Severity::error);
    CHECK(errors[0].location.offset == 30);
  }
}

TEST_CASE("dates are checked wherever a period can be") {
  const auto wrong = range(date(2020), date(2019));
  Publication publication;
  publication.period = wrong;
  const Content blocks[] = {item(wrong), Content{PublicationGroup{{}, {publication}}},
                            entry({}, {entry(wrong)}),
                            Content{Group{source.at(2), text(3), {item(wrong)}}},
                            Content{Group{source.at(2), text(3), {entry({}, {item(wrong)})}}}};
  for (const auto& block : blocks) CHECK(found(cv_with(block)).size() == 1);
}

TEST_CASE("a date does not stand beside a range") {
  Period period;
  period.date = date(2019);
  CHECK(found(cv_with(entry(period))).empty());
  for (const int part : {1, 2, 3}) {
    CAPTURE(part);
    Period both = period;
    if (part == 1) both.from = date(2018);
    if (part == 2) both.to = date(2020);
    if (part == 3) both.present = source.at(1);
    const auto errors = found(cv_with(entry(both)));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].location.offset == 20);
  }
}

TEST_CASE("words for a time stand beside a beginning, not beside other dates") {
  Period period;
  period.when = text(40);
  CHECK(found(cv_with(entry(period))).empty());
  Period begun = period;
  begun.from = date(2018);
  CHECK(found(cv_with(entry(begun))).empty());
  for (const int part : {1, 2, 3}) {
    CAPTURE(part);
    Period both = period;
    if (part == 1) both.to = date(2020);
    if (part == 2) both.present = source.at(1);
    if (part == 3) both.date = date(2020);
    const auto errors = found(cv_with(entry(both)));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].location.offset == 40);
  }
}

TEST_CASE("what goes on and begins after today is warned of") {
  Period period;
  period.from = date(2031);
  period.present = source.at(1);
  const auto warnings_of = [&](Cv cv) {
    const auto all = found(std::move(cv));
    for (const auto& one : all) {
      CHECK(one.severity == Severity::warning);
      CHECK(one.location.offset == 20);
    }
    return all.size();
  };
  Cv cv = cv_with(entry(period));
  constexpr std::int64_t day = 24L * 60 * 60;
  cv.source_date = 22280 * day - 1;  // 2030-12-31
  CHECK(warnings_of(cv) == 1);
  cv.source_date = 22280 * day;  // 2031-01-01
  CHECK(warnings_of(cv) == 0);
  cv.source_date.reset();
  cv.updated = date(2030, 12, 31);
  CHECK(warnings_of(cv) == 1);
  cv.updated = date(2031, 1, 1);
  CHECK(warnings_of(cv) == 0);
  // The clock's day is after 2026 and before 9999.
  cv.updated.reset();
  period.from = date(9999);
  CHECK(warnings_of(cv_with(entry(period))) == 1);
  period.from = date(2026);
  CHECK(warnings_of(cv_with(entry(period))) == 0);
}

TEST_CASE("an item has a label or a date") {
  Item labelled{source.at(5), {}, text(50), text(60)};
  CHECK(found(cv_with({labelled})).empty());
  for (const int part : {1, 2, 3, 4, 5}) {
    CAPTURE(part);
    Item both = labelled;
    if (part == 1) both.period.from = date(2018);
    if (part == 2) both.period.to = date(2020);
    if (part == 3) both.period.present = source.at(1);
    if (part == 4) both.period.date = date(2020);
    if (part == 5) both.period.when = text(40);
    const auto errors = found(cv_with({both}));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].location.offset == 50);
  }
}

TEST_CASE("a section of the kind other needs a title") {
  Cv cv = cv_with({Paragraph{text(6)}});
  cv.sections[0].kind = SectionKind::other;
  const auto errors = found(cv);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].location.offset == 1);
  cv.sections[0].title = text(7);
  CHECK(found(cv).empty());
}

TEST_CASE("a photo is a picture, by its bytes") {
  const TemporaryFolder folder;
  Cv cv = cv_with(entry({}));
  cv.person.photo = Photo{source.at(60), {source.at(70), "Bild 1"}};
  struct Case {
    const char* name;
    std::string bytes;
    bool good;
  };
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\0\x64\0\0\0\x64", 24);
  const std::string jpeg("\xFF\xD8\xFF\xC0\0\x0B\x08\0\x64\0\x64\1\1\x11\0\xFF\xD9", 17);
  const Case cases[] = {{"PNG", png, true},
                        {"JPEG", jpeg, true},
                        {"PNG without its size", png.substr(0, 16), false},
                        {"JPEG without its end", jpeg.substr(0, 15), false},
                        {"PDF", "%PDF-1.5\n...", true},
                        {"GIF", "GIF89a...", false},
                        {"SVG", "<svg/>", false},
                        {"text", "PNG", false},
                        {"empty", "", false}};
  for (const auto& one : cases) {
    CAPTURE(one.name);
    write_file(folder.path() / "Bild 1", one.bytes);
    const auto errors = found(cv, folder.path());
    REQUIRE(errors.size() == (one.good ? 0 : 1));
    if (!one.good) CHECK(errors[0].location.offset == 70);
  }
}

TEST_CASE("a photo that cannot be read is an error, with the reason") {
  const TemporaryFolder folder;
  Cv cv = cv_with(entry({}));
  cv.person.photo = Photo{source.at(60), {source.at(70), "gone.jpg"}};
  const auto errors = found(cv, folder.path());
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].severity == Severity::error);
  CHECK(errors[0].location.offset == 70);
  CHECK(errors[0].message.find("gone.jpg") != std::string::npos);
  CHECK(errors[0].message.find("No such file or directory") != std::string::npos);
}

TEST_CASE("every error is reported in one run") {
  Cv cv = cv_with(entry(range(date(2020), date(2019))));
  cv.sections.push_back({source.at(80), SectionKind::other, std::nullopt, {}});
  cv.person.photo = Photo{source.at(60), {source.at(70), "gone.jpg"}};
  CHECK(found(cv).size() == 3);
}
