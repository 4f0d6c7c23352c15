#include "bibliography/bib_text.h"

#include "catch.h"
#include "text/source.h"

using namespace xmlcv;

namespace {

// The text with its markup: *bold*, _italic_, `code`, ^{up}, _{down}, <address words>.
std::string shown(const std::vector<Inline>& content) {
  std::string result;
  for (const auto& piece : content) {
    const auto inner = shown(piece.children);
    using enum Inline::Kind;
    switch (piece.kind) {
      case text:
        result += piece.text;
        break;
      case bold:
        result += "*" + inner + "*";
        break;
      case italic:
        result += "_" + inner + "_";
        break;
      case code:
        result += "`" + inner + "`";
        break;
      case superscript:
        result += "^{" + inner + "}";
        break;
      case subscript:
        result += "_{" + inner + "}";
        break;
      case link:
        result += "<" + piece.text + " " + inner + ">";
        break;
      case line_break:
        result += "/";
        break;
    }
  }
  return result;
}

struct Case {
  const char* latex;
  const char* text;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& [latex, text] : cases) {
    INFO(latex);
    const auto read = read_bib_text(latex, {});
    CHECK(shown(read.content) == text);
    CHECK(read.unknown.empty());
  }
}

}  // namespace

TEST_CASE("braces, quotes and dashes of LaTeX are what it prints") {
  check({{"{GPU} {S}cheduling", "GPU Scheduling"},
         {"{{Nested} braces}", "Nested braces"},
         {"pages 1--20 -- and --- so-called", "pages 1–20 – and — so-called"},
         {"``double'' and `single' don't", "“double” and ‘single’ don’t"},
         {"R\\&D, 50\\%, \\$5, \\#1, a\\_b, \\{x\\}", "R&D, 50%, $5, #1, a_b, {x}"},
         {"5~km and 5\\,km", "5\u00A0km and 5\u00A0km"},
         {"raw & % # _ ^", "raw & % # _ ^"},
         {"one\n  two\\ three", "one two three"},
         {"\\LaTeX{} and \\TeX", "LaTeX and TeX"},
         {"wait\\ldots{} \\textendash{} here", "wait… – here"},
         {"nai\u0308ve", "naïve"},
         {"", ""}});
}

TEST_CASE("LaTeX's markup becomes our own, and fonts that a CV does not use are left out") {
  check({{"\\emph{in} \\textbf{bold \\textit{both}} \\texttt{x}", "_in_ *bold _both_* `x`"},
         {"{\\em all of it} and {\\bf bold}", "_all of it_ and *bold*"},
         {"\\it to the end", "_to the end_"},
         {"\\textsc{Small} {\\sc caps} \\mbox{one word}", "Small caps one word"},
         {"1\\textsuperscript{st} CO\\textsubscript{2}", "1^{st} CO_{2}"},
         {"\\enquote{quoted}", "“quoted”"},
         {"{\\noopsort{a}}Title", "Title"},
         {"\\url{http://x.org/a\\_b} \\href{http://y.org}{there}",
          "<http://x.org/a_b http://x.org/a_b> <http://y.org there>"}});
}

TEST_CASE("simple math is read as a mathematician would") {
  check({{"$n$-grams", "_n_-grams"},
         {"in $O(n\\log n)$ time", "in _O_(_n_ log _n_) time"},
         {"H$_2$O and $x^{10}$", "H_{2}O and _x_^{10}"},
         {"$\\alpha\\beta$ and \\(\\gamma\\)", "αβ and γ"},
         {"$a \\leq b$, $a=b$, $-1$", "_a_ ≤ _b_, _a_ = _b_, –1"},
         {"$\\frac{1}{2}$ and $\\frac{a+b}{2}$", "1/2 and (_a_ + _b_)/2"},
         {"$\\sqrt{2}$ in $\\mathbb{R}^n$", "√2 in ℝ^{_n_}"},
         {"$90^\\circ$, $\\mathrm{max}$, $\\text{if } x$", "90°, max, if _x_"},
         {"at \\textalpha{} level", "at α level"},
         {"{C}$++$ and $x--y$", "C++ and _x_ – –_y_"},
         {"$\\sim$10, $\\sim 10$, Na$^+$", "∼10, ∼ 10, Na^{+}"},
         {"$\\mathrm{CO_2}$ and \\mathrm{CO_2}", "CO_{2} and CO_{2}"},
         {"\\(f(x)=-1\\) and \\[a\\] it", "_f_(_x_) = –1 and _a_ it"},
         {"$a \\not\\in B$", "_a_ ∉ _B_"},
         {"$\\hat{x}$, $\\bar\\nu$, $\\vec v$", "_x̂_, ν̄, _v⃗_"},
         {"$\\|x\\|$", "‖_x_‖"}});
}

TEST_CASE("accents that biber has left are set over their letters") {
  check({{"\\'e\\^{\\i}\\\"{\\j}\\H{o}\\v s\\c{c}", "éîj̈őšç"},
         {"\\=o \\u{a} \\k a \\d{h} \\~{}", "ō ă ą ḥ ~"},
         {"\\'{\\emph{e}}", "_é_"}});
}

TEST_CASE("journals of AASTeX have their names") {
  check({{"\\mnras", "Monthly Notices of the Royal Astronomical Society"},
         {"\\apjl{}", "Astrophysical Journal Letters"},
         {"{\\prd}", "Physical Review D"}});
}

TEST_CASE("entities of HTML are what they stand for, or named") {
  check({{"Silt &amp; sand \\&amp; clay", "Silt & sand & clay"},
         {"a &lt; b &#62; c &#x3b1;", "a < b > c α"},
         {"R&D; AT\\&T, A & B; C", "R&D; AT&T, A & B; C"}});
  CHECK(read_bib_text("caf&eacute;", {}).unknown == std::vector<std::string>{"&eacute;"});
}

TEST_CASE("what is not understood is named, and not printed") {
  const auto read = read_bib_text("A \\foo{b} \\* and \\stackrel x", {});
  CHECK(read.unknown == std::vector<std::string>{"\\foo", "\\*", "\\stackrel"});
  CHECK(shown(read.content).find('\\') == std::string::npos);
}

TEST_CASE("broken LaTeX ends, and the deepest braces do too") {
  CHECK(shown(read_bib_text("a } b { c $ d", {}).content) == "a b c _d_");
  CHECK(read_bib_text("\\", {}).unknown.empty());
  CHECK(shown(read_bib_text("\\emph", {}).content) == "");
  CHECK_FALSE(read_bib_text(std::string(100000, '{'), {}).unknown.empty());
  CHECK(read_bib_text("$" + std::string(1000, '^'), {}).unknown.empty());
  std::string commands;
  for (int i = 0; i < 100000; ++i) commands += "\\emph";
  CHECK_FALSE(read_bib_text(commands, {}).unknown.empty());
}
