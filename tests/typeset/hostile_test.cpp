#include <fmt/format.h>

#include <array>

#include "catch.h"
#include "machine/file.h"
#include "pdf_text.h"
#include "program.h"

namespace fs = std::filesystem;
using namespace xmlcv;

namespace {

std::string cv(const std::string& content, const std::string& person = "") {
  return fmt::format(
      "<cv xmlns=\"urn:xmlcv:1\">\n<person>{}<name><family>Doe</family></name></person>\n"
      "<section kind=\"work\">\n{}\n</section></cv>",
      person, content);
}

Outcome build(const fs::path& folder, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"build", "cv.xml", "-o", "cv.pdf"});
  return run_xmlcv(options, folder);
}

bool prints(const fs::path& folder, const std::string& words) {
  return squeezed_raw_text(folder / "cv.pdf").find(squeeze(words)) != std::string::npos;
}

void copy_picture(const fs::path& to) {
  fs::create_directories(to.parent_path());
  write_file(to, read_file(fs::path(XMLCV_SOURCE_DIR) / "tests/consumers/project/photo.png"));
}

// Orders of TeX, LuaTeX, pdfTeX and latexmk that read, write or run something.
constexpr auto orders = std::to_array<const char*>(
    {R"(\input{/etc/passwd})", R"(\input{../secret})", R"(\include{../secret})",
     R"(\openin0=../secret \read0 to\x \x)", R"(\immediate\openout1=../pwned)",
     R"(\immediate\write18{touch ../pwned})", R"(\input|"touch ../pwned")",
     R"(\directlua{os.execute("touch ../pwned")})", R"(\directlua{io.open("../pwned","w")})",
     R"(\pdffiledump length 9{../secret})", R"(\includegraphics{../secret})",
     R"(\catcode`\%=12 \end{document})", R"(^^5cinput{../secret})", R"(}\input{../secret}{)",
     R"(\special{psfile="`touch ../pwned"})", R"(|touch ../pwned)", R"($(touch ../pwned))",
     R"(`touch ../pwned`)", R"(%O; touch ../pwned)"});

std::string as_xml(std::string text) {
  for (std::size_t i = 0; (i = text.find_first_of("<\"", i)) != std::string::npos;) {
    text.replace(i, 1, text[i] == '<' ? "&lt;" : "&quot;");
  }
  return text;
}

void check_orders(const char* engine) {
  const TemporaryFolder folder;
  write_file(folder.path() / "secret", "TOPSECRET");
  std::string content;
  for (const auto* order : orders) {
    const auto text = as_xml(order);
    content += fmt::format(
        "<entry><title>{0}</title><organization>{0}</organization><p>{0}</p>"
        "<item><label>{0}</label><code>{0}</code></item></entry>\n"
        "<publication><author>{0}</author><title>{0}</title><venue>{0}</venue></publication>\n",
        text);
  }
  const auto links = R"(<p><a href="https://x.org/\input{/etc/passwd}%0a\write18{x}">x</a></p>)";
  write_file(folder.path() / "cv.xml",
             cv(content + links, R"(<address>\input{/etc/passwd}</address>)"));
  const auto outcome = build(folder.path(), {"--engine", engine});
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  for (const auto* order : orders) {
    INFO(order);
    CHECK(prints(folder.path(), order));
  }
  CHECK_FALSE(prints(folder.path(), "TOPSECRET"));
  CHECK_FALSE(prints(folder.path(), "root:x:0"));
  CHECK_FALSE(fs::exists(folder.path() / "pwned"));
}

}  // namespace

TEST_CASE("orders to TeX in a text are text for pdfLaTeX: nothing is read, run or written") {
  check_orders("pdflatex");
}
TEST_CASE("orders to TeX in a text are text for LuaLaTeX: nothing is read, run or written") {
  check_orders("lualatex");
}

TEST_CASE("a photo from outside the CV's folder is refused, also through a link") {
  const TemporaryFolder folder;
  const auto inside = folder.path() / "cv";
  copy_picture(folder.path() / "secret.png");
  copy_picture(inside / "pictures/me.png");
  fs::create_symlink("../secret.png", inside / "link.png");
  fs::create_directory_symlink("..", inside / "up");
  for (const auto& photo :
       {std::string("../secret.png"), std::string("pictures/../../secret.png"),
        std::string("link.png"), std::string("up/secret.png"), std::string("../nobody.png"),
        (folder.path() / "secret.png").string(), std::string("/dev/zero")}) {
    INFO(photo);
    write_file(inside / "cv.xml", cv("<p>x</p>", fmt::format("<photo src=\"{}\"/>", photo)));
    const auto outcome = build(inside);
    CHECK(outcome.status == 1);
    CHECK(outcome.output.find(fmt::format(
              "cv.xml:2:21: error: the photo {} is outside the CV's folder\n", photo)) == 0);
    CHECK_FALSE(fs::exists(inside / "cv-latex"));
  }
  for (const auto* photo : {"pictures/me.png", "./pictures/../pictures/me.png"}) {
    INFO(photo);
    write_file(inside / "cv.xml", cv("<p>x</p>", fmt::format("<photo src=\"{}\"/>", photo)));
    CHECK(build(inside).status == 0);
  }
}

TEST_CASE("a photo may be in a folder that the command line names, and in no other") {
  const TemporaryFolder folder;
  copy_picture(folder.path() / "pictures/me.png");
  copy_picture(folder.path() / "pictures-of-others/me.png");
  const auto inside = folder.path() / "cv";
  fs::create_directory(inside);
  write_file(inside / "cv.xml", cv("<p>x</p>", "<photo src=\"../pictures/me.png\"/>"));
  CHECK(build(inside).status == 1);
  CHECK(build(inside, {"--allow-folder", "../pictures"}).status == 0);
  CHECK(build(inside, {"--allow-folder", "../nowhere"}).status == 2);
  write_file(inside / "cv.xml", cv("<p>x</p>", "<photo src=\"../pictures-of-others/me.png\"/>"));
  CHECK(build(inside, {"--allow-folder", "../pictures"}).status == 1);
  CHECK(run_xmlcv({"check", "--allow-folder", "../pictures-of-others", "cv.xml"}, inside).status ==
        0);
  // The hint names the folder that a link leads to.
  fs::create_symlink("../pictures/me.png", inside / "link.png");
  write_file(inside / "cv.xml", cv("<p>x</p>", "<photo src=\"link.png\"/>"));
  const auto pictures = fs::canonical(folder.path() / "pictures").string();
  const auto refused = run_xmlcv({"check", "cv.xml"}, inside);
  CHECK(squeeze(refused.output).find(squeeze("--allow-folder '" + pictures + "'")) !=
        std::string::npos);
  CHECK(run_xmlcv({"check", "--allow-folder", pictures, "cv.xml"}, inside).status == 0);
}

TEST_CASE("raw LaTeX that is allowed still reads nothing outside, runs and writes nothing") {
  const TemporaryFolder folder;
  write_file(folder.path() / "secret.tex", "TOPSECRET");
  const auto inside = folder.path() / "cv";
  fs::create_directory(inside);
  for (const auto* order :
       {R"(\input{/etc/passwd})", R"(\input{../../secret})",
        R"(\newread\x \openin\x=../../secret.tex \ifeof\x \else\read\x to\y \y\fi)",
        R"(\newwrite\x \immediate\openout\x=../../pwned.tex \immediate\write\x{x})",
        R"(\newwrite\x \immediate\openout\x=/tmp/pwned.tex \immediate\write\x{x})",
        R"(\immediate\write18{touch ../../pwned.tex})", R"(\input{|"touch ../../pwned.tex"})",
        R"(\cvitem{}{\includegraphics{../../secret.png}})"}) {
    INFO(order);
    write_file(inside / "cv.xml", cv(fmt::format("<p>old</p><tex>{}</tex>", as_xml(order))));
    CHECK(build(inside).status == 1);
    build(inside, {"--allow-tex"});
    CHECK_FALSE(fs::exists(folder.path() / "pwned.tex"));
    CHECK_FALSE(fs::exists("/tmp/pwned.tex"));
    if (!fs::exists(inside / "cv.pdf")) continue;
    CHECK_FALSE(prints(inside, "TOPSECRET"));
    CHECK_FALSE(prints(inside, "root:x:0"));
  }
}

TEST_CASE("Lua in raw LaTeX that is allowed reads, runs and writes nothing outside either") {
  const TemporaryFolder folder;
  write_file(folder.path() / "secret.tex", "TOPSECRET");
  const auto inside = folder.path() / "cv";
  fs::create_directory(inside);
  write_file(inside / "cv.xml", cv(fmt::format("<p>old 東京</p><tex>{}</tex>", as_xml(R"(\directlua{
local function try(name, mode)
  local file = io.open(name, mode)
  tex.print(file and (file:read("*l") or "opened") or "refused", "")
end
try("../../secret.tex") try("/etc/passwd") try("../../pwned.tex", "w") try("/tmp/pwned.tex", "w")
os.remove("../../secret.tex") os.execute("touch ../../pwned.tex")
lfs.mkdir("../../pwned.tex") os.rename("cv.aux", "../../pwned.tex")
})"))));
  for ([[maybe_unused]] const auto* time : {"first", "with the fonts of the first"}) {
    const auto outcome = build(inside, {"--allow-tex", "--engine", "lualatex", "--timeout", "300"});
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    CHECK(prints(inside, "old東京refusedrefusedrefusedrefused"));
    CHECK(read_file(folder.path() / "secret.tex") == "TOPSECRET");
    CHECK_FALSE(fs::exists(folder.path() / "pwned.tex"));
    CHECK_FALSE(fs::exists("/tmp/pwned.tex"));
    write_file(inside / "cv.xml", read_file(inside / "cv.xml") + "\n");
    fs::remove(inside / "cv.pdf");
  }
}

TEST_CASE("a link under a name that is exported is refused, and leads to no file outside") {
  const TemporaryFolder folder;
  const auto inside = folder.path() / "cv";
  fs::create_directory(inside);
  write_file(inside / "cv.xml", cv("<p>one</p>"));
  REQUIRE(build(inside).status == 0);
  for (const auto* name : {"cv.tex", "cv-body.tex", "cv.log", "xmlcv.sty", "photo.png"}) {
    INFO(name);
    const auto outside = folder.path() / name;
    write_file(outside, "precious");
    fs::remove(inside / "cv-latex" / name);
    fs::create_symlink(fs::path("../..") / name, inside / "cv-latex" / name);
    const auto outcome = build(inside);
    CHECK(outcome.status == 2);
    CHECK(outcome.output.find(fmt::format("cv-latex/{} is a link", name)) != std::string::npos);
    CHECK(read_file(outside) == "precious");
    fs::remove(inside / "cv-latex" / name);
    CHECK(build(inside).status == 0);
  }
  fs::remove_all(inside / "cv-latex");
  fs::create_directory(folder.path() / "elsewhere");
  fs::create_directory_symlink("../elsewhere", inside / "cv-latex");
  CHECK(build(inside).status == 2);
  CHECK(fs::is_empty(folder.path() / "elsewhere"));
}

TEST_CASE("xmlcv tex neither overwrites nor removes a file that is not its own") {
  const TemporaryFolder folder;
  write_file(folder.path() / "cv.xml", cv("<p>x</p>"));
  for (const auto* name : {"photo.jpg", "latexmkrc", "xmlcv.sty"}) {
    INFO(name);
    write_file(folder.path() / name, "precious");
    const auto outcome = run_xmlcv({"tex", "cv.xml", "-o", "."}, folder.path());
    CHECK(outcome.status == 2);
    CHECK(outcome.output.find(fmt::format("{} is there already, and not from xmlcv", name)) !=
          std::string::npos);
    CHECK(read_file(folder.path() / name) == "precious");
    fs::remove(folder.path() / name);
  }
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}
