#include "machine/depfile.h"

#include "catch.h"
#include "machine/file.h"
#include "program.h"

using namespace xmlcv;
namespace fs = std::filesystem;

TEST_CASE("a depfile is one rule") {
  CHECK(depfile("/b/cv.pdf", {"/s/cv.xml"}) == "/b/cv.pdf: \\\n  /s/cv.xml\n");
  CHECK(depfile("/b/cv.pdf", {"/s/cv.xml", "/s/me.jpg"}) ==
        "/b/cv.pdf: \\\n  /s/cv.xml \\\n  /s/me.jpg\n");
}

TEST_CASE("blanks, # and $ are escaped, umlauts are not") {
  CHECK(depfile("/ü #1 $x/cv.pdf", {"/a  b/c##d$$e.xml"}) ==
        "/ü\\ \\#1\\ $$x/cv.pdf: \\\n  /a\\ \\ b/c\\#\\#d$$$$e.xml\n");
}

TEST_CASE("the target of a depfile may have another name") {
  CHECK(depfile("/b/cv.pdf", {"/s/cv.xml"}, "cvs/my cv.pdf") ==
        "cvs/my\\ cv.pdf: \\\n  /s/cv.xml\n");
}

TEST_CASE("all paths of a depfile are absolute and without dots") {
  const std::string rule = depfile("cv.pdf", {"x/../me.jpg", "/s/./a/../cv.xml"});
  const auto here =
      depfile(fs::current_path() / "cv.pdf", {fs::current_path() / "me.jpg", "/s/cv.xml"});
  CHECK(rule == here);
}

TEST_CASE("make reads the paths as they are") {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "cv.pdf";
  const fs::path gone = folder.path() / "Bild ü #2 $y 100%.jpg";
  write_file(folder.path() / "rule.d", depfile(target, {gone}));
  if (!find_program("make")) SKIP_TEST("make is not installed");
  const auto outcome = run_program("make", {"-f", "rule.d"}, folder.path());
  CHECK(outcome.status == 2);
  CAPTURE(outcome.output);
  CHECK(outcome.output.find(gone.string()) != std::string::npos);
  CHECK(outcome.output.find(target.string()) != std::string::npos);
}

TEST_CASE("Ninja reads the paths as they are") {
  const TemporaryFolder folder;
  const fs::path source = folder.path() / "cv.xml";
  const fs::path photo = folder.path() / "Bild ü #2 $y 100%.jpg";
  for (const auto& file : {source, photo}) write_file(file, "x");
  write_file(folder.path() / "made.d", depfile(folder.path() / "cv.pdf", {source, photo}));
  write_file(folder.path() / "build.ninja",
             "rule make\n"
             "  command = cp made.d cv.d && touch cv.pdf\n"
             "  depfile = cv.d\n"
             "  deps = gcc\n"
             "build cv.pdf: make\n");
  if (!find_program("ninja")) SKIP_TEST("ninja is not installed");
  const auto built = run_program("ninja", {}, folder.path());
  CAPTURE(built.output);
  REQUIRE(built.status == 0);
  const auto known = run_program("ninja", {"-t", "deps", "cv.pdf"}, folder.path()).output;
  CAPTURE(known);
  CHECK(known.find("    " + source.string() + "\n") != std::string::npos);
  CHECK(known.find("    " + photo.string() + "\n") != std::string::npos);
}
