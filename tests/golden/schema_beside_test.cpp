// The schema that `xmlcv new` leaves beside a CV, after xmlcv was updated.
#include <sys/stat.h>

#include <string>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

using namespace xmlcv;

namespace {

class Folder : public TemporaryFolder {
 public:
  Folder() { REQUIRE(run({"new", "cv.xml"}).status == 0); }
  Outcome run(const std::vector<std::string>& arguments) const {
    return run_xmlcv(arguments, path());
  }
  std::string read(const char* name) const { return read_file(path() / name); }
};

constexpr auto note =
    "cv.xml:1:1: note: editors go by cv.xsd beside it, of another version of xmlcv: "
    "xmlcv schema --beside cv.xml writes this one's\n";

}  // namespace

TEST_CASE("a schema of another version beside a CV is told, and replaced by one command") {
  const Folder folder;
  const auto fresh = folder.run({"check", "cv.xml"});
  CHECK(fresh.status == 0);
  CHECK(fresh.output.find("editors") == std::string::npos);

  const auto schema = folder.read("cv.xsd");
  write_file(folder.path() / "cv.xsd", schema + "<!-- 0.0 -->\n");
  const auto outdated = folder.run({"check", "cv.xml"});
  CHECK(outdated.status == 0);
  CHECK(outdated.output.find(note) == 0);
  CHECK(folder.run({"tex", "cv.xml", "-o", "out"}).output.find("editors") == std::string::npos);

  const auto replaced = folder.run({"schema", "--beside", "cv.xml"});
  CHECK(replaced.status == 0);
  CHECK(replaced.output ==
        "cv.xsd: the schema, for editors\nxml.xsd: the schema, for editors\n"
        "cv.rnc: the schema, for editors\nschemas.xml: the schema, for editors\n");
  CHECK(folder.read("cv.xsd") == schema);
  CHECK(folder.run({"check", "cv.xml"}).output == fresh.output);
}

TEST_CASE("a schema beside a CV that is not from xmlcv is left alone") {
  const Folder folder;
  const std::string foreign = "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"/>\n";
  write_file(folder.path() / "cv.xsd", foreign);
  CHECK(folder.run({"check", "cv.xml"}).output.find("editors") == std::string::npos);
  const auto refused = folder.run({"schema", "--beside", "cv.xml"});
  CHECK(refused.status == 2);
  CHECK(refused.output.find("cv.xsd is there already, and not from xmlcv") != std::string::npos);
  CHECK(folder.read("cv.xsd") == foreign);
}

TEST_CASE("a FIFO by the name of a schema beside a CV does not hold up the check") {
  const Folder folder;
  std::filesystem::remove(folder.path() / "cv.xsd");
  REQUIRE(mkfifo((folder.path() / "cv.xsd").c_str(), 0600) == 0);
  CHECK(folder.run({"check", "cv.xml"}).status == 0);
}

TEST_CASE("a form of the schema is printed, or all are written") {
  const Folder folder;
  CHECK(folder.run({"schema", "rnc"}).output == folder.read("cv.rnc"));
  CHECK(folder.run({"schema", "rnc", "--beside", "cv.xml"}).status == 2);
  CHECK(folder.run({"schema", "--beside", "no.xml"}).status == 2);
}
