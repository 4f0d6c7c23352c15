#include "bibliography/latex_commands.h"

#include <algorithm>
#include <array>

namespace xmlcv {
namespace {

struct Symbol {
  std::string_view command;
  std::string_view text;
};

constexpr auto in_text = std::to_array<Symbol>({
    {"BibTeX", "BibTeX"},
    {"LaTeX", "LaTeX"},
    {"LaTeXe", "LaTeX2e"},
    {"TeX", "TeX"},
    {"copyright", "©"},
    {"dots", "…"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"hyphen", "-"},
    {"i", "ı"},
    {"ldots", "…"},
    {"lbrace", "{"},
    {"pounds", "£"},
    {"quad", " "},
    {"rbrace", "}"},
    {"slash", "/"},
    {"space", " "},
    {"textasciicircum", "^"},
    {"textasciitilde", "~"},
    {"textbackslash", "\\"},
    {"textbar", "|"},
    {"textdegree", "°"},
    {"textellipsis", "…"},
    {"textemdash", "—"},
    {"textendash", "–"},
    {"textgreater", ">"},
    {"textless", "<"},
    {"textmu", "µ"},
    {"textquotedbl", "\""},
    {"textquotesingle", "'"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textunderscore", "_"},
    {"arcmin", "′"},
    {"arcsec", "″"},
    {"colon", ":"},
    {"degr", "°"},
    {"lVert", "‖"},
    {"lnot", "¬"},
    {"lvert", "|"},
    {"micron", "µm"},
    {"neg", "¬"},
    {"rVert", "‖"},
    {"rvert", "|"},
    {"sun", "☉"},
    {"vert", "|"},
    {"xmlcvasciigrave", "`"},
    {"xmlcvdollar", "$"},
    {"xmlcvquotesingle", "'"},
});

constexpr auto in_math = std::to_array<Symbol>({
    {"Delta", "Δ"},    {"Gamma", "Γ"},  {"Lambda", "Λ"},   {"Omega", "Ω"},      {"Phi", "Φ"},
    {"Pi", "Π"},       {"Psi", "Ψ"},    {"Sigma", "Σ"},    {"Theta", "Θ"},      {"Upsilon", "Υ"},
    {"Xi", "Ξ"},       {"alpha", "α"},  {"ast", "*"},      {"beta", "β"},       {"bullet", "•"},
    {"cdot", "·"},     {"cdots", "⋯"},  {"chi", "χ"},      {"circ", "∘"},       {"dagger", "†"},
    {"delta", "δ"},    {"ell", "ℓ"},    {"emptyset", "∅"}, {"epsilon", "ϵ"},    {"eta", "η"},
    {"exists", "∃"},   {"forall", "∀"}, {"gamma", "γ"},    {"hbar", "ħ"},       {"infty", "∞"},
    {"int", "∫"},      {"iota", "ι"},   {"kappa", "κ"},    {"lambda", "λ"},     {"langle", "⟨"},
    {"mu", "µ"},       {"nabla", "∇"},  {"nu", "ν"},       {"omega", "ω"},      {"partial", "∂"},
    {"phi", "ϕ"},      {"pi", "π"},     {"prime", "’"},    {"prod", "∏"},       {"psi", "ψ"},
    {"rangle", "⟩"},   {"rho", "ρ"},    {"sigma", "σ"},    {"star", "⋆"},       {"sum", "∑"},
    {"tau", "τ"},      {"theta", "θ"},  {"upsilon", "υ"},  {"varepsilon", "ε"}, {"varphi", "φ"},
    {"vartheta", "ϑ"}, {"xi", "ξ"},     {"zeta", "ζ"},
});

constexpr auto blackboard_letters =
    std::to_array<Symbol>({{"C", "ℂ"}, {"N", "ℕ"}, {"P", "ℙ"}, {"Q", "ℚ"}, {"R", "ℝ"}, {"Z", "ℤ"}});

// TeX sets a space on both sides of these.
constexpr auto relations = std::to_array<Symbol>({
    {"approx", "≈"}, {"cap", "∩"},    {"cong", "≅"},      {"cup", "∪"},
    {"equiv", "≡"},  {"ge", "≥"},     {"geq", "≥"},       {"ga", "≳"},
    {"gets", "←"},   {"gg", "≫"},     {"iff", "⟺"},       {"implies", "⟹"},
    {"la", "≲"},     {"land", "∧"},   {"lor", "∨"},       {"gt", ">"},
    {"in", "∈"},     {"le", "≤"},     {"leftarrow", "←"}, {"leftrightarrow", "↔"},
    {"leq", "≤"},    {"ll", "≪"},     {"lt", "<"},        {"mapsto", "↦"},
    {"ne", "≠"},     {"neq", "≠"},    {"oplus", "⊕"},     {"otimes", "⊗"},
    {"perp", "⊥"},   {"pm", "±"},     {"propto", "∝"},    {"rightarrow", "→"},
    {"sim", "∼"},    {"subset", "⊂"}, {"subseteq", "⊆"},  {"times", "×"},
    {"to", "→"},     {"wedge", "∧"},
});

constexpr auto functions =
    std::to_array<std::string_view>({"arg", "cos", "deg", "det", "dim", "exp", "gcd", "inf", "ker",
                                     "lim", "ln", "log", "max", "min", "mod", "sin", "sup", "tan"});

constexpr auto without_effect = std::to_array<std::string_view>(
    {"Large",      "bm",      "boldsymbol", "large", "left",  "mathbf",   "mathcal",  "mathit",
     "mathnormal", "mathscr", "protect",    "relax", "right", "rm",       "rmfamily", "sc",
     "scshape",    "sf",      "sffamily",   "small", "tt",    "ttfamily", "upshape"});
constexpr auto upright = std::to_array<std::string_view>(
    {"hbox", "mbox", "text", "textmd", "textnormal", "textrm", "textsc", "textsf", "textup"});
constexpr auto upright_math =
    std::to_array<std::string_view>({"mathrm", "mathsf", "mathtt", "operatorname"});

constexpr auto hidden = std::to_array<std::string_view>({"SortNoop", "noop", "noopsort"});

template <class Table>
bool holds(const Table& table, std::string_view command) {
  return std::ranges::find(table, command) != table.end();
}

template <class Table>
std::string_view find(const Table& table, std::string_view command) {
  const auto found = std::ranges::find(table, command, &Symbol::command);
  return found == table.end() ? std::string_view() : found->text;
}

}  // namespace

std::string_view text_symbol(std::string_view command) { return find(in_text, command); }
std::string_view math_symbol(std::string_view command) { return find(in_math, command); }
std::string_view math_relation(std::string_view command) { return find(relations, command); }
std::string_view blackboard_letter(std::string_view letter) {
  return find(blackboard_letters, letter);
}

bool is_math_function(std::string_view command) { return holds(functions, command); }
bool has_no_effect(std::string_view command) { return holds(without_effect, command); }
bool sets_upright(std::string_view command) { return holds(upright, command); }
bool sets_upright_math(std::string_view command) { return holds(upright_math, command); }
bool hides_argument(std::string_view command) { return holds(hidden, command); }

}  // namespace xmlcv
