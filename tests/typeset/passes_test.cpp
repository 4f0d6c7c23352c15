#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>

#include "catch.h"
#include "machine/file.h"
#include "machine/folder_lock.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

const fs::path examples = fs::path(XMLCV_SOURCE_DIR) / "xml/examples";

// A CV of its own, built with a cache of its own.
class Workplace {
 public:
  explicit Workplace(const std::string& example = "hanafy") {
    fs::copy_file(examples / fmt::format("{}.xml", example), folder_.path() / "cv.xml");
    for (const auto* file : {"portrait.jpg", "sonar.bib"}) {
      fs::copy_file(examples / file, folder_.path() / file);
    }
  }

  // How often TeX ran.
  long build(std::vector<std::string> options = {}, std::vector<std::string> environment = {}) {
    environment.insert(environment.begin(),
                       fmt::format("XDG_CACHE_HOME={}", (folder_.path() / "cache").string()));
    environment.insert(environment.end(), {XMLCV_PROGRAM, "build", "cv.xml", "-o", "cv.pdf",
                                           "--allow-tex", "--verbose"});
    environment.insert(environment.end(), options.begin(), options.end());
    const auto outcome = run_program("env", environment, folder_.path());
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    said_ = outcome.output;
    long passes = 0;
    for (auto at = said_.find("pass "); at != said_.npos; at = said_.find("pass ", at + 1))
      ++passes;
    return passes;
  }

  void replace(const std::string& old_words, const std::string& new_words) {
    auto text = read_file(xml());
    const auto at = text.find(old_words);
    REQUIRE(at != std::string::npos);
    write_file(xml(), text.replace(at, old_words.size(), new_words));
  }

  const std::string& said() const { return said_; }
  fs::path folder() const { return folder_.path(); }
  fs::path xml() const { return folder() / "cv.xml"; }
  fs::path pdf() const { return folder() / "cv.pdf"; }

  // The entries of the cache.
  std::vector<fs::path> entries() const {
    std::vector<fs::path> result;
    for (const auto& each : fs::directory_iterator(folder() / "cache/xmlcv/preambles")) {
      result.push_back(each.path());
    }
    return result;
  }

 private:
  TemporaryFolder folder_;
  std::string said_;
};

// Each page as a picture.
std::vector<std::string> pictures(const fs::path& pdf) {
  const TemporaryFolder folder("pictures ");
  REQUIRE(run_program("pdftoppm", {"-r", "60", pdf.string(), "page"}, folder.path()).status == 0);
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(folder.path())) files.push_back(file.path());
  std::ranges::sort(files);
  std::vector<std::string> result;
  for (const auto& file : files) result.push_back(read_file(file));
  return result;
}

// The numbers of objects differ from PDF to PDF.
std::string links_and_outline(const fs::path& pdf) {
  std::string result;
  const auto objects = run_program("mutool", {"show", pdf.string(), "grep"}, pdf.parent_path());
  const std::regex link(R"(/URI ?\(([^)]*)\))");
  for (auto i = std::sregex_iterator(objects.output.begin(), objects.output.end(), link);
       i != std::sregex_iterator(); ++i) {
    result += (*i)[1].str() + "\n";
  }
  return result +
         run_program("mutool", {"show", pdf.string(), "outline"}, pdf.parent_path()).output;
}

std::string information(const fs::path& pdf) {
  const auto text = run_program("pdfinfo", {pdf.string()}, pdf.parent_path()).output;
  return std::regex_replace(text, std::regex("File size:[^\n]*\n"), "");
}

// The colour of the headings' rules: the one that most pixels have beside white, grey and black.
std::string colour_of(const fs::path& pdf) {
  const auto page = pictures(pdf).at(0);
  std::map<std::string, int> count;
  for (std::size_t i = page.size() % 3; i + 2 < page.size(); i += 3) {
    const auto pixel = page.substr(i, 3);
    if (pixel[0] != pixel[1] || pixel[1] != pixel[2]) ++count[pixel];
  }
  return std::ranges::max_element(count, {}, [](const auto& one) { return one.second; })->first;
}

}  // namespace

TEST_CASE("TeX runs as often as it must: twice at first, once for an edit, else not") {
  Workplace workplace;
  CHECK(workplace.build() == 2);
  CHECK(workplace.build() == 0);
  workplace.replace("fifth year", "seventh year");
  CHECK(workplace.build() == 1);
  CHECK(workplace.said().find("typesetting, pass 1: cv-body.tex changed\n") != std::string::npos);
  CHECK(squeezed_text(workplace.pdf()).find("seventhyear") != std::string::npos);
  workplace.replace("<section", "<!-- a remark --><section");
  CHECK(workplace.build() == 0);
}

// A third one where the width of the dates, which the first pass measures, changes the number of
// pages: so does full.xml in casual with the icons of FontAwesome.
TEST_CASE("a first build takes two passes in every style") {
  for (const std::string example : {"hanafy", "full"}) {
    for (const std::string style : {"classic", "casual", "banking", "oldstyle"}) {
      CAPTURE(example, style);
      Workplace workplace(example);
      const auto passes = workplace.build({"--style", style});
      const bool pages_may_change = example == "full" && style == "casual";
      CHECK((passes == 2 || (pages_may_change && passes == 3)));
    }
  }
}

TEST_CASE("pages, text, links and metadata are the same with the dumped preamble as without") {
  for (const std::string style : {"classic", "casual", "banking", "oldstyle"}) {
    CAPTURE(style);
    Workplace workplace("full");
    workplace.build({"--style", style});
    REQUIRE(workplace.said().find("without a dumped preamble") == std::string::npos);
    const TemporaryFolder plain;
    REQUIRE(run_xmlcv({"tex", workplace.xml().string(), "--allow-tex", "--style", style, "-o",
                       plain.path().string()},
                      plain.path())
                .status == 0);
    // latexmk 4.79 takes a file that changed within a second, and kept its size, for the same.
    REQUIRE(run_program("latexmk", {}, plain.path()).status == 0);
    REQUIRE(run_program("latexmk", {"-g"}, plain.path()).status == 0);
    const auto other = plain.path() / "cv.pdf";
    CHECK(pictures(workplace.pdf()).size() > 1);
    CHECK((pictures(workplace.pdf()) == pictures(other)));
    CHECK(squeezed_raw_text(workplace.pdf()) == squeezed_raw_text(other));
    CHECK(links_and_outline(workplace.pdf()).find("https://") != std::string::npos);
    CHECK(links_and_outline(workplace.pdf()) == links_and_outline(other));
    CHECK(information(workplace.pdf()) == information(other));
    CHECK((read_file(workplace.pdf()) == read_file(other)));
  }
}

TEST_CASE("a dumped preamble is shared by builds with the same look, and by none with another") {
  Workplace workplace("minimal");
  workplace.build();
  const auto blue = colour_of(workplace.pdf());
  workplace.replace("<p>", "<p>More. ");
  workplace.build();
  CHECK(workplace.entries().size() == 1);
  workplace.build({"--color", "red"});
  CHECK(workplace.entries().size() == 2);
  CHECK(colour_of(workplace.pdf()) != blue);
  workplace.build();
  CHECK(colour_of(workplace.pdf()) == blue);
  CHECK(workplace.entries().size() == 2);
  const auto classic = pictures(workplace.pdf());
  workplace.build({"--style", "oldstyle"});
  CHECK((pictures(workplace.pdf()) != classic));
  CHECK(workplace.entries().size() == 3);
}

TEST_CASE("a dumped preamble is not used after TeX's files have changed") {
  Workplace workplace("minimal");
  workplace.build();
  const auto blue = colour_of(workplace.pdf());
  // A file that overrides TeX's own, as an update or the user's own tree brings it.
  const auto home = workplace.folder() / "texmf";
  const auto colours = home / "tex/latex/moderncvcolorblue.sty";
  const std::vector<std::string> environment = {fmt::format("TEXMFHOME={}", home.string())};
  fs::create_directories(colours.parent_path());
  write_file(colours,
             "\\definecolor{color0}{rgb}{0,0,0}\\definecolor{color1}{rgb}{0,0.5,0}\n"
             "\\definecolor{color2}{rgb}{.45,.45,.45}\n");
  workplace.build({}, environment);
  const auto green = colour_of(workplace.pdf());
  CHECK(green != blue);
  // The same file with other bytes.
  write_file(colours,
             "\\definecolor{color0}{rgb}{0,0,0}\\definecolor{color1}{rgb}{0.5,0,0}\n"
             "\\definecolor{color2}{rgb}{.45,.45,.45}\n");
  workplace.build({}, environment);
  CHECK(colour_of(workplace.pdf()) != green);
  CHECK(colour_of(workplace.pdf()) != blue);
  workplace.build();
  CHECK(colour_of(workplace.pdf()) == blue);
}

TEST_CASE("where TeX's files are is asked again after its trees have changed") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml",
             "<cv xmlns=\"urn:xmlcv:1\"><person><name><family>Doé</family></name></person>\n"
             "<section kind=\"work\"><p>x</p></section></cv>\n");
  const auto engine = [&folder](const std::string& variable, const fs::path& tree) {
    const auto outcome =
        run_program("env",
                    {"XDG_CACHE_HOME=" + (folder.path() / "cache").string(),
                     variable + "=" + tree.string(), XMLCV_PROGRAM, "tex", "cv.xml", "-o", "out"},
                    folder.path());
    REQUIRE(outcome.status == 0);
    const auto main = read_file(folder.path() / "out/cv.tex");
    return main.find("program = lualatex") == std::string::npos ? "pdflatex" : "lualatex";
  };
  // Where this file has no letters, pdfLaTeX has none.
  const auto put_file = [](const fs::path& tree) {
    fs::create_directories(tree / "tex/latex");
    write_file(tree / "tex/latex/t1enc.dfu", "% no letters\n");
  };
  const auto home = folder.path() / "home";
  fs::create_directories(home);
  CHECK(engine("TEXMFHOME", home) == std::string("pdflatex"));
  put_file(home);
  CHECK(engine("TEXMFHOME", home) == std::string("lualatex"));
  fs::remove_all(home / "tex");
  CHECK(engine("TEXMFHOME", home) == std::string("pdflatex"));

  // TeX looks into this tree by its database only.
  const auto local = folder.path() / "local";
  put_file(local);
  CHECK(engine("TEXMFLOCAL", local) == std::string("pdflatex"));
  REQUIRE(run_program("mktexlsr", {"--silent", local.string()}, folder.path()).status == 0);
  CHECK(engine("TEXMFLOCAL", local) == std::string("lualatex"));
  CHECK(engine("TEXMFHOME", home) == std::string("pdflatex"));
  CHECK(engine("TEXMFLOCAL", local) == std::string("lualatex"));
}

TEST_CASE("a preamble that cannot be dumped is typeset without, and --verbose says why") {
  Workplace workplace("minimal");
  const auto home = workplace.folder() / "texmf";
  const auto colours = home / "tex/latex/moderncvcolorblue.sty";
  fs::create_directories(colours.parent_path());
  write_file(colours,
             "\\definecolor{color0}{rgb}{0,0,0}\\definecolor{color1}{rgb}{0,0.5,0}\n"
             "\\definecolor{color2}{rgb}{.45,.45,.45}\n"
             "\\IfFileExists{cv-format.tex}{\\begingroup}{}\n");
  const std::vector<std::string> environment = {fmt::format("TEXMFHOME={}", home.string())};
  CHECK(workplace.build({}, environment) == 2);
  // LaTeX of 2024 has an error of its own for it, TeX another.
  CHECK(std::regex_search(workplace.said(),
                          std::regex("without a dumped preamble: [^\n]+ group\\.\n")));
  CHECK(squeezed_text(workplace.pdf()).find("AsshortasaCVcanbe.") != std::string::npos);
  workplace.replace("short", "brief");
  CHECK(workplace.build({}, environment) == 1);
  CHECK(squeezed_text(workplace.pdf()).find("AsbriefasaCVcanbe.") != std::string::npos);
}

TEST_CASE("a broken format is made again") {
  Workplace workplace("minimal");
  workplace.build();
  const auto good = squeezed_text(workplace.pdf());
  const auto format = workplace.entries().at(0) / "preamble.fmt";
  const auto bytes = read_file(format);
  const auto flipped = [&] {
    auto result = bytes;
    result[result.size() / 2] = static_cast<char>(result[result.size() / 2] ^ 1);
    return result;
  };
  for (const auto& broken : {bytes.substr(0, 1000), std::string(), flipped()}) {
    write_file(format, broken);
    CHECK(workplace.build() > 0);
    CHECK(squeezed_text(workplace.pdf()) == good);
    CHECK(read_file(format).size() > 1000000);
  }
  fs::remove(format);
  write_file(workplace.entries().at(0) / "record", "nonsense");
  // The .aux of the last run is still good.
  CHECK(workplace.build() == 1);
}

TEST_CASE("without a place for a cache nothing is kept, and nothing lies beside the CV") {
  Workplace workplace("minimal");
  write_file(workplace.folder() / "cache", "a file, so no folder can be made there");
  CHECK(workplace.build() == 2);
  CHECK(workplace.said().find("without a dumped preamble: there is no cache for it\n") !=
        std::string::npos);
  CHECK(workplace.build() == 2);
  for (const auto& file : fs::directory_iterator(workplace.folder() / "cv-latex")) {
    const auto name = file.path().filename().string();
    CAPTURE(name);
    CHECK((name == "cv.tex" || name == "cv-body.tex" || name == "cv.log" || name == "xmlcv.sty" ||
           name == "latexmkrc"));
  }
}

TEST_CASE("the cache has a size limit, and what was not used for longest goes first") {
  Workplace workplace("minimal");
  workplace.build();
  const auto in_use = workplace.entries().at(0);
  // As many old entries as do not fit; sparse, so that they cost no disk.
  for (int i = 0; i < 30; ++i) {
    const auto old = workplace.folder() / fmt::format("cache/xmlcv/preambles/old{}", i);
    fs::create_directories(old);
    write_file(old / "preamble.fmt", "");
    fs::resize_file(old / "preamble.fmt", 20 << 20);
    write_file(old / "record", "format 0\n");
    fs::last_write_time(old / "record",
                        fs::file_time_type::clock::now() - std::chrono::hours(100 - i));
  }
  const auto cached = [&workplace](const std::string& entry) {
    return fs::exists(workplace.folder() / "cache/xmlcv/preambles" / entry / "preamble.fmt");
  };
  {
    // Another build is about to use the oldest one.
    const FolderLock held(workplace.folder() / "cache/xmlcv/preambles/old0",
                          std::chrono::seconds(1), [] {});
    workplace.build({"--color", "green"});
  }
  CHECK(fs::exists(in_use / "preamble.fmt"));
  CHECK(cached("old0"));
  CHECK_FALSE(cached("old1"));
  CHECK(cached("old29"));
  workplace.build({"--color", "red"});
  CHECK_FALSE(cached("old0"));
  std::uintmax_t total = 0;
  for (const auto& entry : workplace.entries()) {
    std::error_code missing;
    const auto size = fs::file_size(entry / "preamble.fmt", missing);
    if (!missing) total += size;
  }
  CHECK(total <= 400U << 20U);
}

TEST_CASE("builds that make one format at the same time do not spoil it") {
  Workplace workplace("minimal");
  std::string script;
  for (int i = 0; i < 6; ++i) {
    script += fmt::format("\"$0\" build cv.xml -o cv{}.pdf || echo failed & ", i);
  }
  const auto cache = fmt::format("XDG_CACHE_HOME={}", (workplace.folder() / "cache").string());
  const auto outcome =
      run_program("env", {cache, "bash", "-c", script + "wait", XMLCV_PROGRAM}, workplace.folder());
  CHECK(outcome.output == "");
  CHECK(workplace.entries().size() == 1);
  CHECK(workplace.build() == 2);
  for (int i = 0; i < 6; ++i) {
    CHECK(squeezed_text(workplace.folder() / fmt::format("cv{}.pdf", i)) ==
          squeezed_text(workplace.pdf()));
  }
}

TEST_CASE("the user's own package is loaded last, and TeX reads it again when it changes") {
  Workplace workplace;
  const auto package = workplace.folder() / "look.sty";
  const auto red = [&workplace] {
    const auto drawn =
        run_program("mutool", {"draw", "-r", "20", "-F", "ppm", "-o", "page.ppm", "cv.pdf", "1"},
                    workplace.folder());
    REQUIRE(drawn.status == 0);
    const auto pixels = read_file(workplace.folder() / "page.ppm");
    std::size_t count = 0;
    for (std::size_t i = pixels.find("255\n") + 4; i + 2 < pixels.size(); i += 3) {
      const auto of = [&pixels](std::size_t at) { return static_cast<unsigned char>(pixels[at]); };
      if (of(i) > 150 && of(i + 1) < 80 && of(i + 2) < 80) ++count;
    }
    return count;
  };
  // The rule beside a heading has a name of its own since moderncv 2.4.
  const auto coloured = [](const std::string& rgb) {
    return fmt::format(
        "\\definecolor{{color1}}{{rgb}}{{{0}}}\\definecolor{{bodyrulecolor}}{{rgb}}{{{0}}}\n", rgb);
  };
  write_file(package, coloured("0,0,1"));
  workplace.build({"--preamble", "look.sty"});
  CHECK(red() == 0);
  write_file(package, coloured("1,0,0"));
  CHECK(workplace.build({"--preamble", "look.sty"}) > 0);
  CHECK(red() > 0);
  CHECK(workplace.build({"--preamble", "look.sty"}) == 0);
}
