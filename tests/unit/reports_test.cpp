#include "command/reports.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

Diagnostics two(const Source& source) {
  Diagnostics diagnostics;
  diagnostics.error(source.at(8), "expected \"a\", found: 50 %", "repair it");
  diagnostics.warning({}, "it is odd");
  return diagnostics;
}

}  // namespace

TEST_CASE("JSON has one object on a line") {
  const Source source("my cv.xml", "<cv>\n ü<a/>\n</cv>\n");
  CHECK(json_lines(two(source)) == R"({"file":"my cv.xml","line":2,"column":3,"severity":"error",)"
                                   R"("message":"expected \"a\", found: 50 %","hint":"repair it"})"
                                   "\n"
                                   R"({"severity":"warning","message":"it is odd"})"
                                   "\n");
  CHECK(json_lines(Diagnostics()).empty());
}

TEST_CASE("JSON is UTF-8 even where the message is not") {
  Diagnostics diagnostics;
  diagnostics.error({}, "\xFF");
  CHECK(json_lines(diagnostics) == "{\"severity\":\"error\",\"message\":\"\uFFFD\"}\n");
}

TEST_CASE("GitHub gets annotations with paths from the repository's root") {
  const Source source("/repo/cvs/a,b.xml", "<cv>\n  <a/>\n</cv>\n");
  CHECK(github_annotations(two(source), "/repo") ==
        "::error file=cvs/a%2Cb.xml,line=2,col=4::expected \"a\", found: 50 %25 (hint: repair it)\n"
        "::warning::it is odd\n");
  CHECK(github_annotations(two(source), "/repo/build").find("file=/repo/cvs/a%2Cb.xml,") !=
        std::string::npos);
}

TEST_CASE("a newline in a message does not end an annotation") {
  Diagnostics diagnostics;
  diagnostics.error({}, "one\ntwo");
  diagnostics.note({}, "three");
  CHECK(github_annotations(diagnostics, "/") == "::error::one%0Atwo\n::notice::three\n");
}

TEST_CASE("GitLab gets a report that is an array, also an empty one") {
  CHECK(gitlab_code_quality(Diagnostics(), "cv.xml", "/repo") == "[]\n");
  const Source source("/repo/cv.xml", "<cv>\n  <a/>\n</cv>\n");
  const auto report = gitlab_code_quality(two(source), "/repo/cv.xml", "/repo");
  CHECK(report.find(R"-("description":"expected \"a\", found: 50 % (hint: repair it)")-") !=
        std::string::npos);
  CHECK(report.find(R"("severity":"major","location":{"path":"cv.xml","lines":{"begin":2}})") !=
        std::string::npos);
  CHECK(report.find(R"("severity":"minor","location":{"path":"cv.xml","lines":{"begin":1}})") !=
        std::string::npos);
}

TEST_CASE("GitLab's fingerprints tell findings apart, and stay where a line moves") {
  const auto fingerprints = [](const std::string& text) {
    const Source source("/repo/cv.xml", text);
    Diagnostics diagnostics;
    diagnostics.error(source.at(text.find('a')), "wrong");
    diagnostics.error(source.at(text.find('b')), "wrong");
    const auto report = gitlab_code_quality(diagnostics, "", "/repo");
    constexpr std::string_view key = "\"fingerprint\":\"";
    const auto first = report.find(key) + key.size();
    const auto second = report.find(key, first) + key.size();
    return std::pair(report.substr(first, 16), report.substr(second, 16));
  };
  const auto [first, second] = fingerprints("a\nb");
  CHECK(first != second);
  CHECK(fingerprints("\n\na\n\nb") == std::pair(first, second));
}
