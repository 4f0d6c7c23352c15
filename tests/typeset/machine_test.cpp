#include <fmt/format.h>
#include <unistd.h>

#include "catch.h"
#include "machine/file.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

std::string cv(const std::string& word) {
  return "<cv xmlns=\"urn:xmlcv:1\">\n<person><name><family>Doe</family></name></person>\n"
         "<section kind=\"work\"><p>" +
         word + "</p></section></cv>\n";
}

// The program as a user without rights, in a folder that anybody may enter: the tests often run
// as root, whom no permission stops.
class OtherUser {
 public:
  OtherUser() {
    fs::permissions(folder_.path(), fs::perms(0755));
    fs::copy_file(XMLCV_PROGRAM, folder_.path() / "xmlcv");
    write_file(folder_.path() / "cv.xml", cv("word"));
  }
  ~OtherUser() { fs::permissions(folder_.path(), fs::perms(0755)); }
  OtherUser(const OtherUser&) = delete;
  OtherUser& operator=(const OtherUser&) = delete;

  // Whoever runs the tests: the owner of a folder may otherwise write into it.
  void forbid_writing() const { fs::permissions(folder_.path(), fs::perms(0555)); }

  fs::path folder() const { return folder_.path(); }

  Outcome run(const std::string& arguments) const {
    const auto script = fmt::format("HOME=/nonexistent ./xmlcv {}", arguments);
    if (::geteuid() != 0) return run_program("bash", {"-c", script}, folder_.path());
    return run_program("setpriv",
                       {"--reuid=65534", "--regid=65534", "--clear-groups", "bash", "-c", script},
                       folder_.path());
  }

 private:
  TemporaryFolder folder_;
};

// A shell with a disk of 400 kB in the folder "disk".
Outcome with_a_small_disk(const TemporaryFolder& folder, const std::string& script) {
  fs::create_directories(folder.path() / "disk");
  std::vector<std::string> arguments = {"--mount", "bash", "-c",
                                        "mount -t tmpfs -o size=400k tmpfs disk && " + script,
                                        XMLCV_PROGRAM};
  // Linux allows no user namespace in a chroot, where the owner is root anyway.
  if (::geteuid() != 0) arguments.insert(arguments.begin(), "--map-root-user");
  return run_program("unshare", arguments, folder.path());
}

}  // namespace

TEST_CASE("an unreadable file is an error of the input") {
  const OtherUser user;
  fs::permissions(user.folder() / "cv.xml", fs::perms::none);
  const auto outcome = user.run("check cv.xml");
  CHECK(outcome.status == 1);
  CHECK(outcome.output == "xmlcv: error: cannot read cv.xml: Permission denied\n");
}

TEST_CASE("an unreadable photo is an error at its place") {
  const OtherUser user;
  fs::copy_file(fs::path(XMLCV_SOURCE_DIR) / "xml/examples/portrait.jpg",
                user.folder() / "face.jpg");
  fs::permissions(user.folder() / "face.jpg", fs::perms::none);
  auto text = cv("word");
  text.insert(text.find("<name>"), "<photo src=\"face.jpg\"/>");
  write_file(user.folder() / "cv.xml", text);
  fs::permissions(user.folder() / "cv.xml", fs::perms(0644));
  const auto outcome = user.run("check cv.xml");
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("cv.xml:2:21: error: ") == 0);
  CHECK(outcome.output.find("Permission denied") != std::string::npos);
}

TEST_CASE("a read-only folder is the machine's error, and nothing is written") {
  const OtherUser user;
  user.forbid_writing();
  const auto outcome = user.run("build cv.xml -o cv.pdf");
  CHECK(outcome.status == 4);
  CHECK(outcome.output == "xmlcv: error: cannot write cv-latex: Permission denied\n");
  CHECK(user.run("tex cv.xml -o latex").status == 4);
  CHECK(user.run("new mine.xml").status == 4);
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& file : fs::directory_iterator(user.folder())) ++files;
  CHECK(files == 2);
}

TEST_CASE("an output that cannot be replaced is the machine's error, and stays") {
  const OtherUser user;
  fs::create_directory(user.folder() / "cv-latex");
  fs::permissions(user.folder() / "cv-latex", fs::perms(0777));
  write_file(user.folder() / "cv.pdf", "old");
  user.forbid_writing();
  const auto outcome = user.run("build cv.xml -o cv.pdf");
  CHECK(outcome.status == 4);
  CHECK(outcome.output == "xmlcv: error: cannot write cv.synctex: Permission denied\n");
  CHECK(read_file(user.folder() / "cv.pdf") == "old");
}

TEST_CASE("a full disk is the machine's error, and the old PDF stays") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  const auto mount = with_a_small_disk(folder, "true");
  if (mount.status != 0) SKIP_TEST("no disk can be mounted here: " << mount.output);
  const auto outcome =
      with_a_small_disk(folder,
                        "cp cv.xml disk && cd disk && echo old >cv.pdf; head -c 360000 /dev/zero "
                        ">rest; \"$0\" build cv.xml -o cv.pdf; "
                        "echo status $?; cat cv.pdf; rm rest; \"$0\" build cv.xml -o cv.pdf; "
                        "echo status $?; head -c 5 cv.pdf");
  CHECK(outcome.output.find("No space left on device\n") != std::string::npos);
  CHECK(outcome.output.find("status 4\nold\nstatus 0\n%PDF-") != std::string::npos);
}

TEST_CASE("200 MB of nesting and 1 GB of text are refused in little memory") {
  const TemporaryFolder folder;
  const auto limited = [&folder](const std::string& script) {
    return run_program("bash", {"-c", "ulimit -v 1500000; " + script, XMLCV_PROGRAM},
                       folder.path());
  };
  const auto nesting = limited(
      "{ echo '<cv xmlns=\"urn:xmlcv:1\">'; yes '<b>' | head -c 90000000; } >nested.xml; "
      "\"$0\" check nested.xml");
  CHECK(nesting.status == 1);
  CHECK(nesting.output.find("nested.xml:200001:1: error: there are more than 200000 elements\n") ==
        0);
  const auto more = limited("yes '<b>' | head -c 200000000 >more.xml; \"$0\" check more.xml");
  CHECK(more.status == 1);
  CHECK(more.output == "xmlcv: error: cannot read more.xml: it is larger than 100 MB\n");
  const auto text = limited("truncate -s 1G text.xml; \"$0\" check text.xml");
  CHECK(text.status == 1);
  CHECK(text.output == "xmlcv: error: cannot read text.xml: it is larger than 100 MB\n");
}

TEST_CASE("a byte-order mark is fine") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", "\xEF\xBB\xBF" + cv("word"));
  const auto outcome = run_xmlcv({"check", "cv.xml"}, folder.path());
  CHECK(outcome.output == "");
  CHECK(outcome.status == 0);
}
