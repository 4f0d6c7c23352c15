#include <sys/stat.h>

#include <chrono>
#include <future>
#include <thread>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

std::string cv(const std::string& word, const std::string& person = "") {
  return "<cv xmlns=\"urn:xmlcv:1\">\n<person>" + person +
         "<name><family>Byron</family></name></person>\n<section kind=\"work\"><p>" + word +
         "</p></section></cv>";
}

Outcome build(const TemporaryFolder& folder, const std::string& xml, const std::string& pdf) {
  return run_xmlcv({"build", xml, "-o", pdf}, folder.path());
}

// Through a shell, for what only a shell can do.
Outcome shell(const TemporaryFolder& folder, const std::string& script) {
  return run_program("bash", {"-c", script, XMLCV_PROGRAM}, folder.path());
}

void copy_picture(const TemporaryFolder& folder, const std::string& name, std::size_t bytes) {
  const auto source = fs::path(XMLCV_SOURCE_DIR) / "tests/consumers/project/photo.png";
  write_file(folder.path() / name, read_file(source).substr(0, bytes));
}

}  // namespace

TEST_CASE("an output that is an input is wrong usage, and nothing is touched") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  fs::create_symlink("cv.xml", folder.path() / "soft.pdf");
  fs::create_hard_link(folder.path() / "cv.xml", folder.path() / "hard.pdf");
  for (const auto* output : {"cv.xml", "./cv.xml", "soft.pdf", "hard.pdf"}) {
    INFO(output);
    const auto outcome = build(folder, "cv.xml", output);
    CHECK(outcome.status == 2);
    CHECK(outcome.output.find("is the input cv.xml") != std::string::npos);
    CHECK(read_file(folder.path() / "cv.xml") == cv("word"));
  }
  for (const auto* output : {"", ".", "new/", "new/.", "new/.."}) {
    INFO(output);
    const auto outcome = build(folder, "cv.xml", output);
    CHECK(outcome.status == 2);
    CHECK(outcome.output.find("xmlcv: error: the output is a folder") == 0);
  }
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 3);
}

TEST_CASE("an output that nobody named is written through no link") {
  const TemporaryFolder folder;
  const TemporaryFolder outside;
  write_file(folder.path() / "cv.xml", cv("word"));
  write_file(outside.path() / "precious", "precious");
  fs::create_directory(outside.path() / "folder");
  for (const auto* name : {"cv.pdf", "cv.ltx"}) {
    fs::create_symlink(outside.path() / "precious", folder.path() / name);
  }
  CHECK(run_xmlcv({"build", "cv.xml"}, folder.path()).status == 0);
  CHECK(fs::is_regular_file(fs::symlink_status(folder.path() / "cv.pdf")));
  CHECK(squeezed_raw_text(folder.path() / "cv.pdf").find("word") != std::string::npos);
  CHECK(run_xmlcv({"chapter", "cv.xml"}, folder.path()).status == 2);
  fs::remove_all(folder.path() / "cv-latex");
  fs::create_symlink(outside.path() / "folder", folder.path() / "cv-latex");
  CHECK(run_xmlcv({"tex", "cv.xml"}, folder.path()).status == 2);
  CHECK(read_file(outside.path() / "precious") == "precious");
  CHECK(fs::is_empty(outside.path() / "folder"));
}

TEST_CASE("an output that is the photo is wrong usage, and the photo stays") {
  const TemporaryFolder folder;
  copy_picture(folder, "me.png", 1U << 20U);
  const auto before = read_file(folder.path() / "me.png");
  write_file(folder.path() / "cv.xml", cv("word", "<photo src=\"me.png\"/>"));
  CHECK(build(folder, "cv.xml", "./me.png").status == 2);
  CHECK(read_file(folder.path() / "me.png") == before);
  CHECK_FALSE(fs::exists(folder.path() / "me-latex"));
}

TEST_CASE("a path that the reader of the depfile cannot read is told where the XML names it") {
  const TemporaryFolder folder;
  fs::copy_file(fs::path(XMLCV_SOURCE_DIR) / "xml/examples/portrait.jpg",
                folder.path() / "R&D.jpg");
  write_file(folder.path() / "cv.xml",
             "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>F</family></name>\n"
             "<photo src=\"R&amp;D.jpg\"/></person><section kind=\"work\"><p>p</p></section></cv>");
  const std::vector<std::string> chapter = {"chapter", "cv.xml",    "-o",
                                            "cv.ltx",  "--depfile", "cv.d"};
  CHECK(run_xmlcv(chapter, folder.path()).status == 0);
  auto refusing = chapter;
  refusing.insert(refusing.end(), {"--depfile-refuse", "&'"});
  const auto outcome = run_xmlcv(refusing, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find(
            "cv.xml:2:13: error: cannot read the photo R&D.jpg: the build tool cannot "
            "follow a path with &") == 0);
}

TEST_CASE("a depfile overwrites neither an input nor the PDF nor a device") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  fs::create_symlink("cv.xml", folder.path() / "soft");
  fs::create_directory(folder.path() / "folder");
  REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
  struct Case {
    const char* depfile;
    int status;
  };
  for (const auto& [depfile, status] : {Case{"cv.xml", 2}, Case{"soft", 2}, Case{"./cv.pdf", 2},
                                        Case{"folder", 2}, Case{"fifo", 4}}) {
    INFO(depfile);
    const auto outcome =
        run_xmlcv({"build", "cv.xml", "-o", "cv.pdf", "--depfile", depfile}, folder.path());
    CHECK(outcome.status == status);
    CHECK(read_file(folder.path() / "cv.xml") == cv("word"));
    CHECK(fs::is_fifo(folder.path() / "fifo"));
  }
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 4);
}

TEST_CASE("an output that is no ordinary file is refused, and a link is followed") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
  CHECK(build(folder, "cv.xml", "fifo").status == 4);
  CHECK(fs::is_fifo(folder.path() / "fifo"));
  CHECK_FALSE(fs::exists(folder.path() / "fifo-latex"));
  write_file(folder.path() / "real.pdf", "old");
  fs::create_symlink("real.pdf", folder.path() / "link.pdf");
  CHECK(build(folder, "cv.xml", "link.pdf").status == 0);
  CHECK(fs::is_symlink(folder.path() / "link.pdf"));
  CHECK(squeezed_text(folder.path() / "real.pdf").find("word") != std::string::npos);
}

TEST_CASE("a link to what is not there yet is followed, and a link to itself is refused") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  fs::create_directory(folder.path() / "out");
  fs::create_symlink("out/middle.pdf", folder.path() / "link.pdf");
  fs::create_symlink("new.pdf", folder.path() / "out/middle.pdf");
  CHECK(build(folder, "cv.xml", "link.pdf").status == 0);
  CHECK(fs::is_symlink(folder.path() / "link.pdf"));
  CHECK(fs::is_symlink(folder.path() / "out/middle.pdf"));
  CHECK(squeezed_text(folder.path() / "out/new.pdf").find("word") != std::string::npos);
  fs::create_symlink("loop.pdf", folder.path() / "loop.pdf");
  CHECK(build(folder, "cv.xml", "loop.pdf").status == 4);
  CHECK(fs::is_symlink(folder.path() / "loop.pdf"));
  CHECK_FALSE(fs::exists(folder.path() / "loop-latex"));
}

TEST_CASE("xmlcv tex overwrites no LaTeX of somebody else") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  write_file(folder.path() / "cv.tex", "\\documentclass{article}");
  const auto outcome = run_xmlcv({"tex", "cv.xml", "-o", "."}, folder.path());
  CHECK(outcome.status == 2);
  CHECK(outcome.output.find("cv.tex is there already, and not from xmlcv") != std::string::npos);
  CHECK(read_file(folder.path() / "cv.tex") == "\\documentclass{article}");
  CHECK(run_xmlcv({"tex", "cv.xml", "-o", "new"}, folder.path()).status == 0);
  CHECK(run_xmlcv({"tex", "cv.xml", "-o", "new"}, folder.path()).status == 0);
}

TEST_CASE("an edit of the same length in the same second is in the PDF") {
  const TemporaryFolder folder;
  for (int i = 10; i < 18; ++i) {
    const std::string word = "word" + std::to_string(i);
    write_file(folder.path() / "cv.xml", cv(word));
    REQUIRE(build(folder, "cv.xml", "cv.pdf").status == 0);
    CHECK(squeezed_text(folder.path() / "cv.pdf").find(word) != std::string::npos);
  }
}

TEST_CASE("two builds to one output at once: both are good, and the PDF is one of the two") {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.xml", cv("alpha"));
  write_file(folder.path() / "b.xml", cv("beta"));
  for (int i = 0; i < 3; ++i) {
    auto other = std::async(std::launch::async, [&] { return build(folder, "a.xml", "cv.pdf"); });
    const auto one = build(folder, "b.xml", "cv.pdf");
    INFO(one.output);
    CHECK(one.status == 0);
    CHECK(other.get().status == 0);
    const auto text = squeezed_text(folder.path() / "cv.pdf");
    CHECK((text.find("alpha") != std::string::npos) != (text.find("beta") != std::string::npos));
  }
}

TEST_CASE("a build that another one keeps waiting gives up at its time limit") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  const auto held = shell(folder,
                          "export XDG_CACHE_HOME=$PWD/cache; \"$0\" build cv.xml -o cv.pdf; "
                          "(flock 8; sleep 9) 8>\"$(echo cache/xmlcv/documents/*/cv.lock)\" & "
                          "sleep 0.3; \"$0\" build cv.xml -o cv.pdf --timeout 1; "
                          "s=$?; kill %1; exit $s");
  CHECK(held.status == 4);
  CHECK(held.output.find("another build holds ") != std::string::npos);
}

TEST_CASE("a photo is what its bytes are, whatever its name says") {
  const TemporaryFolder folder;
  copy_picture(folder, "me.jpg", 1U << 20U);
  copy_picture(folder, "me", 1U << 20U);
  for (const auto* name : {"me.jpg", "me"}) {
    INFO(name);
    write_file(folder.path() / "cv.xml", cv("word", "<photo src=\"" + std::string(name) + "\"/>"));
    const auto outcome = build(folder, "cv.xml", "cv.pdf");
    INFO(outcome.output);
    CHECK(outcome.status == 0);
    CHECK(fs::exists(folder.path() / "cv-latex/photo.png"));
  }
}

TEST_CASE("a damaged photo is named at its place, and repairing it is enough") {
  const TemporaryFolder folder;
  copy_picture(folder, "me.png", 60);
  write_file(folder.path() / "cv.xml", cv("word", "<photo src=\"me.png\"/>"));
  const auto outcome = build(folder, "cv.xml", "cv.pdf");
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("cv.xml:2:21: error: the photo is damaged") == 0);
  copy_picture(folder, "me.png", 1U << 20U);
  CHECK(build(folder, "cv.xml", "cv.pdf").status == 0);
}

TEST_CASE("a photo that is no ordinary file is refused without being read") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder.path() / "fifo.png").c_str(), 0600) == 0);
  write_file(folder.path() / "cv.xml", cv("word", "<photo src=\"fifo.png\"/>"));
  const auto outcome = run_xmlcv({"check", "cv.xml"}, folder.path());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("cv.xml:2:21: error: cannot read the photo") == 0);
  CHECK(outcome.output.find("it is no ordinary file") != std::string::npos);
  write_file(folder.path() / "cv.xml", cv("word", "<photo src=\"/dev/zero\"/>"));
  const auto allowed = run_xmlcv({"check", "--allow-folder", "/dev", "cv.xml"}, folder.path());
  CHECK(allowed.output.find("it is no ordinary file") != std::string::npos);
}

TEST_CASE("what the machine lacks does not change the exit status") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  write_file(folder.path() / "bad.xml", "<cv>");
  CHECK(shell(folder, "LC_ALL=xx_YY \"$0\" build cv.xml -o cv.pdf").status == 0);
  CHECK(shell(folder, "env -u HOME \"$0\" build cv.xml -o home.pdf").status == 0);
  CHECK(shell(folder, "\"$0\" check bad.xml 2>&-").status == 1);
  CHECK(shell(folder, "\"$0\" check bad.xml 2>/dev/full").status == 1);
  CHECK(shell(folder, "\"$0\" check missing.xml 2>/dev/full").status == 1);
}

TEST_CASE("what cannot be printed or grows too large is the machine's error") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  write_file(folder.path() / "bad.xml", "<cv>");
  for (const auto* what : {"--help", "doctor", "schema", "check bad.xml --message-format=json"}) {
    INFO(what);
    const auto outcome = shell(folder, std::string("\"$0\" ") + what + " >/dev/full");
    CHECK(outcome.status == 4);
    CHECK(outcome.output.find("xmlcv: error: cannot write to ") != std::string::npos);
  }
  const auto large = shell(folder, "ulimit -f 1; \"$0\" tex cv.xml -o tex");
  CHECK(large.status == 4);
  CHECK(large.output.find("File too large") != std::string::npos);
}

TEST_CASE("a file that TeX cannot write is the machine's error") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("word"));
  write_file(folder.path() / "cv.pdf", "old");
  const auto outcome = shell(folder, "ulimit -f 40; \"$0\" build cv.xml -o cv.pdf");
  CHECK(outcome.status == 4);
  CHECK(read_file(folder.path() / "cv.pdf") == "old");
}
