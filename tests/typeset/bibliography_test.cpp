#include <algorithm>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const std::string entry =
    "@article{one,\n  author = {M{\\\"u}ller, J{\\\"o}rg and Byron, Ada},\n"
    "  title = {On {Engines} \\& more},\n  journal = {J},\n  year = 1843\n}\n";

// A thesis with the CV in a folder of its own, a cache, and a biber that counts its runs.
class Thesis {
 public:
  Thesis() {
    fs::create_directories(folder() / "cv");
    fs::create_directories(folder() / "bin");
    write("bin/biber", "#!/bin/sh\necho run >> \"$COUNT\"\nexec " +
                           find_program("biber").value().string() + " \"$@\"\n");
    fs::permissions(folder() / "bin/biber", fs::perms::owner_all);
    write("refs.bib", entry);
    write_cv("word");
  }

  void write(const std::string& file, const std::string& text) const {
    write_file(folder() / file, text);
  }
  void write_cv(const std::string& word, const std::string& attributes = "") const {
    write("cv/cv.xml",
          "<cv xmlns=\"urn:xmlcv:1\"><person><name><given>Ada</given><family>Byron</family>"
          "</name></person><section kind=\"publications\"><p>" +
              word + "</p><bibliography src=\"../refs.bib\" " + attributes + "/></section></cv>");
  }

  // Through a shell, in the CV's folder. biber is counted in a file outside its own folder, which
  // Landlock stops.
  Outcome run(const std::string& script) const {
    const std::string set_up =
        "export XDG_CACHE_HOME=\"$PWD/../cache\" COUNT=\"$PWD/../count\" "
        "PATH=\"$PWD/../bin:$PATH\"; xmlcv() { '" XMLCV_WITHOUT_LANDLOCK
        "' \"$0\" \"$@\" --allow-folder ..; }; ";
    return run_program("bash", {"-c", set_up + script, XMLCV_PROGRAM}, folder() / "cv");
  }
  std::ptrdiff_t runs() const {
    if (!fs::exists(folder() / "count")) return 0;
    return std::ranges::count(read_file(folder() / "count"), '\n');
  }
  fs::path folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a publication from a .bib is in the PDF, the owner in bold") {
  const Thesis thesis;
  const auto outcome = thesis.run("xmlcv build cv.xml -o cv.pdf --depfile cv.d");
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  CHECK(outcome.output == "");
  const auto pdf = thesis.folder() / "cv/cv.pdf";
  CHECK(squeezed_text(pdf).find(squeeze("Jörg Müller and Ada Byron. On Engines & more. J.")) !=
        std::string::npos);
  CHECK(weights_of(pdf).bold.find("AdaByron") != std::string::npos);
  CHECK(weights_of(pdf).bold.find("Müller") == std::string::npos);
  CHECK(read_file(thesis.folder() / "cv/cv.d").find("/refs.bib") != std::string::npos);
  // A click leads to the line of the title.
  const auto synctex = read_file(thesis.folder() / "cv/cv.synctex");
  CHECK(synctex.find("Input:2:" + fs::canonical(thesis.folder() / "refs.bib").string() + "\n") !=
        std::string::npos);
  CHECK(synctex.find("\n(2,3:") != std::string::npos);
}

TEST_CASE("biber runs only when the .bib changed") {
  const Thesis thesis;
  CHECK(thesis.run("xmlcv check cv.xml").status == 0);
  CHECK(thesis.runs() == 1);
  CHECK(thesis.run("xmlcv build cv.xml -o cv.pdf").status == 0);
  thesis.write_cv("other words", "group=\"year\"");
  CHECK(thesis.run("xmlcv build cv.xml -o cv.pdf && xmlcv tex cv.xml -o tex").status == 0);
  CHECK(thesis.run("cp ../refs.bib .. 2>/dev/null; touch ../refs.bib; xmlcv check cv.xml").status ==
        0);
  CHECK(thesis.runs() == 1);
  thesis.write("refs.bib", entry + "@book{two, author={Byron, Ada}, title={B}, year=1844}\n");
  CHECK(thesis.run("xmlcv build cv.xml -o cv.pdf").status == 0);
  CHECK(thesis.runs() == 2);
  CHECK(squeezed_text(thesis.folder() / "cv/cv.pdf").find("AdaByron.B.") != std::string::npos);
  thesis.write("refs.bib", entry);
  CHECK(thesis.run("xmlcv check cv.xml").status == 0);
  CHECK(thesis.runs() == 2);
}

TEST_CASE("two builds at once run biber once, and a lost result is made again") {
  const Thesis thesis;
  CHECK(thesis.run("xmlcv check cv.xml & xmlcv tex cv.xml -o tex; s=$?; wait; exit $s").status ==
        0);
  CHECK(thesis.runs() == 1);
  CHECK(thesis.run("rm ../cache/xmlcv/biber/*/refs.bltxml; xmlcv check cv.xml").status == 0);
  CHECK(thesis.runs() == 2);
}

TEST_CASE("without a place for a cache biber runs each time, and leaves nothing") {
  const Thesis thesis;
  const std::string alone =
      "unset XDG_CACHE_HOME HOME; mkdir ../tmp; export TMPDIR=\"$PWD/../tmp\"; ";
  CHECK(thesis.run(alone + "xmlcv check cv.xml && xmlcv check cv.xml").status == 0);
  CHECK(thesis.runs() == 2);
  CHECK(fs::is_empty(thesis.folder() / "tmp"));
}

TEST_CASE("a machine without biber is told what to install") {
  const Thesis thesis;
  const auto outcome = thesis.run("PATH=/nowhere; xmlcv check cv.xml");
  CHECK(outcome.status == 3);
  CHECK(outcome.output.find("biber is not installed") != std::string::npos);
  CHECK(outcome.output.find("apt-get install biber") != std::string::npos);
}

TEST_CASE("what cannot be set is shown at its line of the .bib") {
  const Thesis thesis;
  thesis.write("refs.bib", entry +
                               "@book{two,\n  author = {Byron, Ada},\n  title = {A \u05E9},\n"
                               "  year = 1844\n}\n");
  const auto outcome = thesis.run("xmlcv build cv.xml -o cv.pdf");
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("../refs.bib:9:14: error: ") != std::string::npos);
}

TEST_CASE("the .bib is an input: no output may be it") {
  const Thesis thesis;
  CHECK(thesis.run("xmlcv build cv.xml -o ../refs.bib").status == 2);
  CHECK(thesis.run("xmlcv build cv.xml -o cv.pdf --depfile ../refs.bib").status == 2);
  CHECK(read_file(thesis.folder() / "refs.bib") == entry);
}

TEST_CASE("a .bib outside the CV's folder is read where the command line names its folder") {
  const Thesis thesis;
  const auto outcome = thesis.run("\"$0\" check cv.xml");
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find(": error: the bibliography ../refs.bib is outside the CV's folder\n") !=
        std::string::npos);
  CHECK(outcome.output.find("or say --allow-folder '..'\n") != std::string::npos);
  CHECK(thesis.runs() == 0);
  CHECK(thesis.run("xmlcv check cv.xml").status == 0);
}
